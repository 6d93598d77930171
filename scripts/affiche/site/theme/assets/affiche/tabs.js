/* Tabs of pymdownx.tabbed: open the one that the address names, or that was chosen on another page.

   The theme's bundle keeps the chosen names under `__tabs` when `content.tabs.link` is on. */

const script = document.querySelector('script[src$="/affiche/tabs.js"]');

if (script?.hasAttribute("data-linked")) {
  const chosen = window.__md_get("__tabs") ?? [];
  for (const labels of document.querySelectorAll(".tabbed-set > .tabbed-labels")) {
    const all = [...labels.children];
    const label = chosen
      .map((name) => all.find((candidate) => candidate.textContent.trim() === name))
      .find(Boolean);
    if (label) document.getElementById(label.htmlFor).checked = true;
  }
}

const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target?.name?.startsWith("__tabbed_")) target.checked = true;
