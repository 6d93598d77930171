/* Behind a QR code: on to the campaign in the reader's language, else in the site's first.
   Not a module: it runs before anything is drawn. Without it the page has a link for each language. */

{
  const words = document.currentScript.dataset.ways.split(" ");
  const ways = new Map();
  for (let i = 0; i < words.length; i += 2) ways.set(words[i], words[i + 1]);
  const spoken = navigator.languages.map((language) => language.split("-")[0].toLowerCase());
  const chosen = spoken.find((language) => ways.has(language)) ?? words[0];
  // Not a step in the history: "back" leads to where the reader came from.
  location.replace(ways.get(chosen));
}
