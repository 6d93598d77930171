/* What the build told the page: its moment, the company's timezone, sentences to fill in. */

const told = JSON.parse(document.getElementById("part-clock").textContent);

/** The company's timezone (IANA name): its days begin and end there, wherever the reader is. */
export const timezone = told.timezone;

/** Milliseconds since the epoch; never before the build, so that a preview of a later day stays one. */
export const now = () => Math.max(Date.now(), Date.parse(told.built));

/** The sentence called `key` with its `{names}` filled in; for one or none there may be a special one. */
export function say(key, names = {}) {
  const special = { 0: ".none", 1: ".one" }[names.count] ?? "";
  const sentence = told.words[key + special] ?? told.words[key];
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => names[name] ?? whole);
}
