/* What must be known before the first paint: where the browser keeps choices, and which palette.

   Loaded in the head without `defer`, so that no page flashes in the wrong colours. The four names
   that begin with `__md_` are those by which the theme's bundle reads and keeps choices. */

(() => {
  const { scope, palettes } = document.currentScript.dataset;
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  window.__md_scope = new URL(scope, location);
  window.__md_hash = (text) =>
    Array.from(text).reduce((hash, sign) => (hash * 31 + sign.charCodeAt(0)) | 0, 0);
  // A browser may refuse to keep anything; then each page starts from the defaults.
  window.__md_get = (key, storage, base = window.__md_scope) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${base.pathname}.${key}`));
    } catch {
      return null;
    }
  };
  window.__md_set = (key, value, storage, base = window.__md_scope) => {
    try {
      (storage ?? localStorage).setItem(`${base.pathname}.${key}`, JSON.stringify(value));
    } catch {
      /* Not kept. */
    }
  };

  const matches = (media) => matchMedia(media ?? "not all").matches;

  const choose = (all) => {
    const kept = all[window.__md_get("__palette")?.index];
    const chosen = kept ?? all.find((palette) => matches(palette.media)) ?? all[0];
    // "As the system has it" stands for whichever of the others fits.
    return chosen?.media === "(prefers-color-scheme)"
      ? (all.find((palette) => palette !== chosen && matches(palette.media)) ?? chosen)
      : chosen;
  };

  const dress = (body) => {
    const palette = choose(JSON.parse(palettes));
    for (const part of ["media", "scheme", "primary", "accent"]) {
      if (palette?.[part]) body.setAttribute(`data-md-color-${part}`, palette[part]);
    }
  };

  // An observer is called as soon as the parser has made the body, before anything is painted.
  new MutationObserver((_changes, observer) => {
    if (!document.body) return;
    observer.disconnect();
    dress(document.body);
  }).observe(root, { childList: true });
})();
