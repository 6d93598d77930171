/* What the theme's bundle writes into a page, made fit for keyboards and screen readers.

   Search results that only arrow keys reach, a landmark for every block of code, and tables that
   scroll in a box that no key reaches. */

const headingBefore = (element) => {
  let at = element;
  while (at && !/^H[1-6]$/.test(at.tagName)) at = at.previousElementSibling;
  return at?.firstChild?.textContent.trim();
};

// Only a table that is wider than its box has a stop for the keyboard.
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const wide = target.scrollWidth > target.clientWidth;
    target.toggleAttribute("tabindex", wide);
    if (wide) target.tabIndex = 0;
  }
});

const mend = (root) => {
  for (const result of root.querySelectorAll(".site-search__output [tabindex='-1']")) {
    result.removeAttribute("tabindex");
  }
  for (const bar of root.querySelectorAll("nav.md-code__nav:not([role])")) {
    bar.setAttribute("role", "none");
  }
  for (const box of root.querySelectorAll(".md-typeset__scrollwrap:not([role])")) {
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", headingBefore(box) ?? document.title);
    widths.observe(box);
  }
};

new MutationObserver(() => mend(document)).observe(document.body, {
  childList: true,
  subtree: true,
});
mend(document);
