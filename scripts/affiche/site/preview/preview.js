// Waits for news of what is being written, and shows it. Nothing but a preview has this file.

const LIVE = "#affiche-preview, [data-preview-note]";
const PLACE = "affiche-preview-place";

let seen = new URL(import.meta.url).searchParams.get("issue");
let source = null;

function listen() {
  source = new EventSource(`/_affiche/events?seen=${encodeURIComponent(seen)}`);
  source.addEventListener("pages", reload);
  source.addEventListener("notes", (event) => {
    seen = event.data;
    refreshNotes();
  });
}

function hush() {
  source?.close();
  source = null;
}

function reload() {
  hush();
  const place = { path: location.pathname, top: scrollY, left: scrollX };
  sessionStorage.setItem(PLACE, JSON.stringify(place));
  location.reload();
}

function returnToPlace() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (place?.path === location.pathname) {
    const back = () => scrollTo({ top: place.top, left: place.left, behavior: "instant" });
    back();
    // Until the page has its typefaces, its lines stand elsewhere.
    document.fonts.ready.then(back);
  }
}

async function refreshNotes() {
  const answer = await fetch(location.href, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll(LIVE)) {
    const fresh = page.getElementById(old.id);
    if (fresh && fresh.innerHTML !== old.innerHTML) {
      const opened = old.querySelector("details")?.open;
      old.replaceWith(document.adoptNode(fresh));
      const details = fresh.querySelector("details");
      if (details && opened !== undefined) {
        details.open = opened;
      }
    }
  }
}

// A browser keeps few connections to one host: tabs that nobody sees give theirs back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    hush();
  } else if (!source) {
    listen();
  }
});
addEventListener("pagehide", hush);
addEventListener("pageshow", (event) => {
  if (event.persisted && !source) {
    listen();
  }
});

for (const form of document.querySelectorAll(".preview-filter")) {
  form.addEventListener("change", () => form.requestSubmit());
}

returnToPlace();
if (!document.hidden) {
  listen();
}
