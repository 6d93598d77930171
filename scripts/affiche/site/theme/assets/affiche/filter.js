// Show only what fits the reader's choice, and keep that choice in the address.
//
// A page writes what each entry answers into `data-filter="facet:option …"`; an entry answers what
// the entries around it answer too. Elements with `data-filter-group` go when all in them is gone;
// what has `data-filter-with` beside it, a mark or a picture, comes and goes but keeps no group.
// Without this module all entries are there, and the form is not.

const form = document.querySelector("[data-filter-form]");
const clear = document.querySelector("[data-filter-clear]");
const counts = [...document.querySelectorAll("[data-count]")];

/** Every innermost element that answers something, with all that it answers. */
const entries = new Map(
  [...document.querySelectorAll("[data-filter]")]
    .filter((element) => !element.querySelector("[data-filter]"))
    .map((element) => [element, answersOf(element)]),
);

/** Every group, with what keeps it: its entries, or what goes with them where it has none. */
const groups = new Map(
  [...document.querySelectorAll("[data-filter-group]")].map((group) => {
    const inside = [...group.querySelectorAll("[data-filter]")].filter((e) => entries.has(e));
    const own = inside.filter((element) => !("filterWith" in element.dataset));
    return [group, own.length ? own : inside];
  }),
);

function answersOf(element) {
  const answers = new Set();
  for (let at = element; at; at = at.parentElement?.closest("[data-filter]")) {
    for (const answer of at.dataset.filter.split(" ")) answers.add(answer);
  }
  return answers;
}

function facets() {
  return [...new Set([...form.elements].map((control) => control.name).filter(Boolean))];
}

/** The reader's choice: option by facet, without those that are left open. */
function choice() {
  return new Map([...new FormData(form)].filter(([, option]) => option));
}

/** Take the choice from the address; what this page does not offer is as if it were not there. */
function readAddress() {
  const asked = new URLSearchParams(location.search);
  for (const facet of facets()) {
    const control = form.elements.namedItem(facet);
    const options = [...(control.options ?? control)];
    // The first leaves the question open.
    const option = options.find(({ value }) => value === asked.get(facet)) ?? options[0];
    option[control.options ? "selected" : "checked"] = true;
  }
  show();
}

/**
 * Put the choice into the address. Going back undoes one answer, not every step with an arrow key
 * on the way to it.
 */
function writeAddress(facet) {
  const address = new URL(location.href);
  const chosen = choice();
  for (const name of facets()) {
    if (chosen.has(name)) address.searchParams.set(name, chosen.get(name));
    else address.searchParams.delete(name);
  }
  const again = history.state?.facet === facet;
  history[again ? "replaceState" : "pushState"]({ facet }, "", address);
}

function show() {
  const chosen = choice();
  const wanted = [...chosen].map(([facet, option]) => `${facet}:${option}`);
  for (const [element, answers] of entries) {
    element.hidden = !wanted.every((answer) => answers.has(answer));
  }
  for (const [group, inside] of groups) {
    group.hidden = inside.every((element) => element.hidden);
  }
  for (const details of document.querySelectorAll("details[data-filter-open]")) {
    if (chosen.has(details.dataset.filterOpen)) details.open = true;
  }
  clear.hidden = !chosen.size;
  for (const count of counts) say(count);
}

/** Say how many are left, in the words that the page brought for none, one and many. */
function say(count) {
  const { count: selector, zero, one, many } = count.dataset;
  const left = [...document.querySelectorAll(selector)].filter((e) => !e.closest("[hidden]"));
  const sentence = [zero, one][left.length] ?? many.replace("{count}", left.length);
  if (count.textContent !== sentence) count.textContent = sentence;
}

if (form) {
  form.hidden = false;
  readAddress();
  addEventListener("popstate", readAddress);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    writeAddress(event.target.name);
    show();
  });
  clear.addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    writeAddress("");
    show();
    // The link is gone now: whoever came by keyboard goes on from the questions.
    form.elements[0].focus();
  });
}
