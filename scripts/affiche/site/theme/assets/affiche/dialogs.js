/* The menu and the search: real buttons that open real dialogs.

   The browser itself moves the focus in, keeps it there, closes on Escape and gives it back (HTML
   Standard, `dialog`). The theme's bundle goes by a checkbox, `__search`, which is kept in step. */

const show = (dialog) => dialog.open || dialog.showModal();

for (const button of document.querySelectorAll("[data-opens]")) {
  const dialog = document.getElementById(button.dataset.opens);
  const toggle = document.getElementById(button.dataset.toggle);
  const tell = () => {
    button.setAttribute("aria-expanded", dialog.open);
    if (toggle && toggle.checked !== dialog.open) toggle.click();
  };
  button.addEventListener("click", () => {
    show(dialog);
    tell();
  });
  dialog.addEventListener("close", tell);
  dialog.addEventListener("click", (event) => {
    // The dialog has no padding: what is hit is the backdrop.
    if (event.target === dialog || event.target.closest("[data-closes]")) dialog.close();
  });
  toggle?.addEventListener("change", () => {
    if (toggle.checked) show(dialog);
    else dialog.close();
    tell();
  });
  // A page that comes back from the browser's cache may have kept the checkbox.
  if (toggle?.checked) toggle.click();
}

const search = document.getElementById("part-search");

// The bundle closes the search on Tab; here Tab goes on to the results, as everywhere else.
search?.addEventListener("keydown", (event) => {
  if (event.key === "Tab" || event.key === "Escape") event.stopPropagation();
});

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && search) {
    event.preventDefault();
    document.querySelector("[data-opens='part-search']").click();
  }
  // WCAG 2.2, 2.1.4: no shortcut of one character, which speech input would set off.
  const editable = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !editable) {
    event.stopPropagation();
  }
});
