/* Keeps a page true after the day on which it was built: what is over no longer poses as current.

   Elements say when they begin and end; this module only compares that with the clock:
   data-until / data-from    gone, or there, from that moment on (ISO 8601 with offset)
   data-most                 a list that shows the first few of its items that are not over
   data-otherwise            what is said when such a list has nothing left
   data-state                where a campaign stands, with its first and last day in words
   data-lead / data-no-lead  the campaigns that can open the home page; the one for now is shown
   data-group                lists of campaigns by state, among which campaigns move
   data-sessions             a timetable whose past rows fold away
   data-ways                 a link that leads to the first session to come */

import { now, say, timezone } from "./told.js";

const DAY = 24 * 60 * 60 * 1000;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const isOver = (moment) => Date.parse(moment) <= now();

/** The day that it is for the company, as 2026-12-24. */
function today() {
  const format = new Intl.DateTimeFormat("en", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" });
  const part = Object.fromEntries(format.formatToParts(now()).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** Whole days from one day to another; days without a time are read as UTC, which has no summer time. */
const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

function tellStates() {
  const day = today();
  for (const element of all("[data-state]")) {
    const { state, starts, ends, date } = element.dataset;
    if (!["scheduled", "running", "ended"].includes(state)) continue;
    if (day > ends) {
      element.dataset.state = "ended";
      element.textContent = say("state.ended", { date });
    } else if (day >= starts) {
      element.dataset.state = "running";
      element.textContent = say("state.running", { count: days(day, ends) });
    } else {
      element.dataset.state = "scheduled";
      element.textContent = say("state.scheduled", { count: days(day, starts) });
    }
  }
}

function comeAndGo() {
  for (const element of all("[data-until]")) element.hidden = isOver(element.dataset.until);
  for (const element of all("[data-from]")) element.hidden = !isOver(element.dataset.from);
}

function showTheFirst(list) {
  const items = [...list.children].filter((item) => item.dataset.until);
  if (!items.length) return;
  const left = items.filter((item) => !isOver(item.dataset.until));
  const most = Number(list.dataset.most) || Infinity;
  for (const item of items) item.hidden = !left.slice(0, most).includes(item);
  const section = list.closest("section");
  const otherwise = list.querySelector(":scope > [data-otherwise]") ?? section?.querySelector("[data-otherwise]");
  if (otherwise) otherwise.hidden = left.length > 0;
  const whole = otherwise ? list.closest("table") : section;
  if (whole) whole.hidden = left.length === 0;
}

/** The order of the build: what runs, by its last day, then what is to come, by its first. */
function leadFirst(one, other) {
  const rank = ({ state, starts, ends }) => (state === "running" ? `0 ${ends}` : `1 ${starts}`);
  return rank(one.state).localeCompare(rank(other.state));
}

function chooseTheLead() {
  const heroes = all("[data-lead]").map((hero) => ({ hero, state: hero.querySelector("[data-state]").dataset }));
  const lead = heroes.filter(({ state }) => state.state !== "ended").sort(leadFirst)[0];
  for (const { hero } of heroes) {
    hero.hidden = hero !== lead?.hero;
    if (!hero.hidden) hero.querySelector(".hero__art").loading = "eager";
  }
  for (const instead of all("[data-no-lead]")) instead.hidden = Boolean(lead);
}

function regroup() {
  const lists = Object.fromEntries(all("[data-group]").map((list) => [list.dataset.group, list]));
  for (const [group, list] of Object.entries(lists)) {
    for (const item of [...list.children]) {
      const state = item.querySelector("[data-state]").dataset.state;
      if (state !== group) lists[state].append(item);
    }
  }
  for (const list of Object.values(lists)) list.closest("section").hidden = !list.children.length;
}

function foldThePast(sessions) {
  const coming = sessions.querySelector("[data-coming]");
  const past = sessions.querySelector("[data-past]");
  const before = past.querySelector("tbody");
  for (const row of all("[data-over]", coming).filter(({ dataset }) => isOver(dataset.over))) {
    row.removeAttribute("data-over");
    row.classList.add("timetable__row--closed");
    before.prepend(row);
  }
  const left = coming.querySelectorAll("[data-over]").length;
  coming.hidden = left === 0;
  sessions.querySelector("[data-none]").hidden = left > 0;
  past.hidden = !before.children.length;
  for (const count of all("[data-count]", past)) {
    count.textContent = say("page.past-sessions", { count: before.children.length });
  }
}

function findTheWay(link) {
  const words = link.dataset.ways.split(" ");
  const next = words.findIndex((word, index) => index % 2 === 0 && !isOver(word));
  link.href = next < 0 ? link.dataset.otherwiseHref : words[next + 1];
}

function keepTime() {
  tellStates();
  comeAndGo();
  all("[data-most]").forEach(showTheFirst);
  chooseTheLead();
  regroup();
  all("[data-sessions]").forEach(foldThePast);
  all("[data-ways]").forEach(findTheWay);
}

keepTime();
// A page left open overnight, or taken from the browser's memory, is of another day.
document.addEventListener("visibilitychange", () => document.hidden || keepTime());
addEventListener("pageshow", ({ persisted }) => persisted && keepTime());
