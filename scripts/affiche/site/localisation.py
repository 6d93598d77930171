"""Turn one configuration of MkDocs into that of another language of the site.

Which texts are translated is known to ``edition``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils.meta import get_data

from affiche.content.words import Words
from affiche.site.overviews import TITLES

_SEARCH = ("material/search", "search")


def localise(config: MkDocsConfig, words: Words) -> None:
    """Change ``config`` from the default language to that of ``words``."""
    language = words.language
    speak(config, language)
    config.site_url = f"{(config.site_url or '').rstrip('/')}/{language}/"
    for name in _SEARCH:
        if name in config.plugins:
            config.plugins[name].config["lang"] = [language]
    _name_palettes(config, words)
    if toc := config.mdx_configs.get("toc"):
        toc["permalink_title"] = words("site.permalink")
    if config.nav:
        docs = Path(config.docs_dir)
        config.nav = translated_nav(config.nav, lambda path: _title(docs, path, words))


def speak(config: MkDocsConfig, language: str) -> None:
    """Let the theme's own words, and the pages themselves, be in ``language``.

    Raises:
        PluginError: the theme has no words in it.
    """
    partial = f"partials/languages/{language}.html"
    if not any((Path(folder) / partial).is_file() for folder in config.theme.dirs):
        folder = Path(config.theme.custom_dir or "overrides").name
        raise PluginError(
            f"Affiche: the theme has no words in '{language}'. Put them into {folder}/{partial}, "
            "after the example of its partials/languages/en.html."
        )
    config.theme["language"] = language


def _name_palettes(config: MkDocsConfig, words: Words) -> None:
    palettes = config.theme.get("palette")
    for palette in palettes if isinstance(palettes, list) else ():
        if toggle := palette.get("toggle"):
            dark = palette.get("scheme") == "slate"
            toggle["name"] = words("site.to-light" if dark else "site.to-dark")


def translated_nav(nav: Any, title_of: Callable[[str], str | None]) -> Any:
    """Return ``nav`` with the titles that ``title_of`` knows for its pages.

    A section is called after the page that introduces it.
    """
    if isinstance(nav, list):
        return [translated_nav(item, title_of) for item in nav]
    if isinstance(nav, str):
        title = title_of(nav)
        return {title: nav} if title else nav
    return dict(_entry(title, target, title_of) for title, target in nav.items())


def _entry(title: str, target: Any, title_of: Callable[[str], str | None]) -> tuple[str, Any]:
    if isinstance(target, str):
        return title_of(target) or title, target
    first = next((item for item in target if isinstance(item, str)), None)
    inside = [
        # The introduction is shown under the section's own title.
        item if item is first else translated_nav(item, title_of)
        for item in target
    ]
    return (first and title_of(first)) or title, inside


def _title(docs: Path, path: str, words: Words) -> str | None:
    """Return what the page at ``path`` is called in a menu, or None when nobody translated it."""
    if path == "index.md":
        return words("site.home")
    if posixpath.basename(path) == "index.md":
        title = TITLES.get(posixpath.dirname(path))
        if title:
            return words(title)
    translation = docs / f"{path.removesuffix('.md')}.{words.language}.md"
    if not translation.is_file():
        return None
    body, meta = get_data(translation.read_text(encoding="utf-8-sig"))
    heading = next((line[2:].strip() for line in body.splitlines() if line.startswith("# ")), None)
    return str(meta["title"]) if meta.get("title") else heading
