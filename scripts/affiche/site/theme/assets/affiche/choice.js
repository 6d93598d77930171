/* Remembers for whom somebody reads, and shows what is in it for them.

   data-choice       the radio buttons; data-everyone marks the audience that includes all others
   data-gains        benefits (data-gain: an audience's id); the reader's own stays, else everyone's
   data-offer        a card that steps aside when nothing in it is for the reader
   data-none-for     what is said when there is nothing for that audience
   data-only         a link for that audience alone
   data-mine-of      a mark on what is for the reader; data-whom: the name of an audience in a list */

import { say } from "./told.js";

const KEY = "affiche.audience";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const radios = all("[data-choice] input");

/** The id of the remembered audience; empty for all. Browsers may refuse to remember. */
function remembered() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function remember(audience) {
  try {
    if (audience) localStorage.setItem(KEY, audience);
    else localStorage.removeItem(KEY);
  } catch {
    // Then it holds for this page only.
  }
}

/** Leaves of `group` what is for `audience`, or for everyone, or else all. Returns whether it found any. */
function keepGains(group, audience) {
  const gains = all("[data-gain]", group);
  const own = gains.filter((gain) => gain.dataset.gain === audience);
  const kept = own.length ? own : gains.filter((gain) => "everyone" in gain.dataset);
  const found = audience !== "" && kept.length > 0;
  for (const gain of gains) gain.toggleAttribute("data-aside", found && !kept.includes(gain));
  group.toggleAttribute("data-chosen", found);
  return found;
}

function show(audience) {
  let found = 0;
  for (const group of all("[data-gains]")) {
    const has = keepGains(group, audience);
    group.closest("[data-offer]")?.toggleAttribute("data-aside", audience !== "" && !has);
    if (has && !group.closest("[hidden]")) found += 1;
  }
  for (const none of all("[data-none-for]")) {
    none.hidden = none.dataset.noneFor !== audience || found > 0;
  }
  for (const link of all("[data-only]")) link.hidden = link.dataset.only !== audience;
  for (const mark of all("[data-mine-of]")) mark.hidden = !mark.dataset.mineOf.split(" ").includes(audience);
  for (const name of all("[data-whom]")) name.toggleAttribute("data-mine", name.dataset.whom === audience);
  return found;
}

/** Checks the button of `audience`; a page without one checks everyone's, or else the last: all. */
function check(audience) {
  const everyone = radios.find((radio) => "everyone" in radio.dataset);
  const radio = radios.find(({ value }) => value === audience) ?? everyone ?? radios.at(-1);
  if (radio) radio.checked = true;
  const name = radio?.dataset.name;
  for (const link of all("[data-choice-reach] a")) {
    link.textContent = name ? say("choice.reach", { audience: name }) : say("choice.reach-all");
  }
}

function choose(audience) {
  remember(audience);
  check(audience);
  const found = show(audience);
  for (const status of all("[data-choice-said]")) {
    status.textContent = audience ? say("choice.found", { count: found }) : "";
  }
}

function recall() {
  const audience = remembered();
  check(audience);
  show(audience);
}

for (const radio of radios) radio.addEventListener("change", () => choose(radio.value));
recall();
addEventListener("pageshow", ({ persisted }) => persisted && recall());

// The link back to the choice is of use only while the choice is out of sight.
const seen = new IntersectionObserver(([{ isIntersecting }]) => {
  for (const reach of all("[data-choice-reach]")) reach.toggleAttribute("data-aside", isIntersecting);
});
all("[data-choice]").forEach((choice) => seen.observe(choice));
