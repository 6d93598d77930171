// Move the days that are over into the fold of past ones: the site may have been built weeks ago.
//
// `filter.js` runs after this and hides the months that have nothing left.

const coming = document.querySelector(".agenda-months");
const past = document.querySelector(".agenda-past");

// Swedish writes dates as ISO 8601 does.
const today = new Date().toLocaleDateString("sv-SE", { timeZone: coming.dataset.timezone });

for (const day of coming.querySelectorAll("[data-until]")) {
  if (day.dataset.until < today) moveToPast(day);
}

function moveToPast(day) {
  const month = day.closest("[data-month]");
  const place = past.querySelector(`[data-month="${month.dataset.month}"]`);
  for (const status of day.querySelectorAll(".agenda-entry__status:has(a)")) {
    status.textContent = past.dataset.past;
  }
  place.querySelector("table").append(day);
  place.hidden = past.hidden = false;
  month.querySelector(`.calendar [href="#part-${day.dataset.day}"]`).remove();
  if (!month.querySelector("[data-until]")) month.remove();
}
