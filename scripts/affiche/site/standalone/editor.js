// Teaches the editor which files are entries, and to write no empty fields.
(() => {
  const { CMS } = window;

  // A translation lies beside its original, and the words over a list beside what it lists.
  const isEntry = (path, folder, extension) => {
    const inside = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
    if (/^(index|README)\./.test(inside)) return false;
    return extension !== "md" || !/\.[a-z]{2,3}(-[a-z]{2,4})?\.md$/i.test(inside);
  };

  const entriesOf = (found, folder, extension) => {
    const entries = found.filter(({ file }) => isEntry(file.path, folder, extension));
    // A list that goes on carries a cursor under a symbol.
    for (const key of Object.getOwnPropertySymbols(found)) entries[key] = found[key];
    return entries;
  };

  for (const name of ["proxy", "github", "gitlab", "azure", "gitea", "forgejo", "bitbucket"]) {
    const backend = CMS.getBackend(name);
    if (!backend) continue;
    const { init } = backend;
    backend.init = (...settings) => {
      const made = init(...settings);
      let listed = [];
      for (const method of ["entriesByFolder", "allEntriesByFolder"]) {
        const list = made[method]?.bind(made);
        if (!list) continue;
        made[method] = async (folder, extension, ...rest) => {
          listed = [folder, extension];
          return entriesOf(await list(folder, extension, ...rest), folder, extension);
        };
      }
      const traverse = made.traverseCursor?.bind(made);
      if (traverse) {
        made.traverseCursor = async (cursor, action) => {
          const { entries, ...rest } = await traverse(cursor, action);
          return { entries: entriesOf(entries, ...listed), ...rest };
        };
      }
      return made;
    };
  }

  // A field that somebody emptied is left out: an empty one is an error.
  const isEmpty = (value) => value === undefined || value === null || value === "" || value.size === 0;
  const filled = (value) =>
    value && typeof value.filterNot === "function" ? value.map(filled).filterNot(isEmpty) : value;
  CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => filled(entry.get("data")) });

  CMS.init();
})();
