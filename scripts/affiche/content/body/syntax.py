"""Which Markdown the site speaks: Python-Markdown with the extensions that mkdocs.yml names.

An extension is loaded only when it is Python-Markdown's own or one of PyMdown's that change what
a link, heading or table is; of a directive that others may know, nothing is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markdown import Markdown

_BUILT_IN = ("toc", "tables", "fenced_code")
"""MkDocs switches these on by itself."""

_OWN = frozenset(
    {
        *("abbr", "admonition", "attr_list", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "nl2br", "sane_lists", "smarty", "tables"),
        *("toc", "wikilinks"),
    }
)
_PYMDOWN = frozenset(
    {
        *("betterem", "caret", "details", "mark", "saneheaders", "superfences", "tabbed"),
        *("tasklist", "tilde"),
    }
)
_HARMLESS = (
    frozenset({"codehilite", "meta"})
    | {
        f"pymdownx.{name}"
        for name in ("arithmatex", "b64", "critic", "emoji", "escapeall", "fancylists", "highlight")
    }
    | {
        f"pymdownx.{name}"
        for name in ("inlinehilite", "keys", "magiclink", "pathconverter", "progressbar", "quotes")
    }
    | {"pymdownx.smartsymbols", "pymdownx.striphtml"}
)
"""They know no directive, and a text is the same without them for what is looked at here."""

_ADMONITIONS = frozenset(
    {
        *("note", "abstract", "summary", "tldr", "info", "todo", "tip", "hint", "important"),
        *("success", "check", "done", "question", "help", "faq", "warning", "caution"),
        *("attention", "failure", "fail", "missing", "danger", "error", "bug", "example"),
        *("quote", "cite"),
    }
)
"""What the theme has a colour and a sign for."""

_BLOCKS = {
    "admonition": frozenset(
        {"admonition", "note", "attention", "caution", "danger", "error", "tip", "hint", "warning"}
    ),
    "caption": frozenset({"caption", "figure-caption", "table-caption"}),
    "definition": frozenset({"define"}),
    "details": frozenset({"details"}),
    "html": frozenset({"html"}),
    "tab": frozenset({"tab"}),
}
_DIRECTIVE = re.compile(
    r"""\s*(?:>\s*)*
        (?: (?P<marker>!!!|\?\?\?\+?|/{3,}|:{3,})[ ]?\s*\{?(?P<name>[A-Za-z][\w-]*)
          | (?P<tab>===[!+]?)\ +(?P<title>"[^"]+") )""",
    re.VERBOSE,
)
_SWITCHED_ON_BY = {
    "!!!": ("admonition", "pymdownx.blocks.admonition"),
    "???": ("pymdownx.details",),
    "===": ("pymdownx.tabbed",),
}


@dataclass(frozen=True, slots=True)
class Directive:
    """A line that asks for something which the site does not know."""

    marker: str
    """How it begins: ``!!!``."""

    name: str
    """What it asks for."""

    column: int
    """Where it begins, from 0."""

    marker_end: int
    """Where its marker ends, from 0."""


class Syntax:
    """What the site makes of Markdown."""

    def __init__(self, extensions: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Take the extensions of mkdocs.yml, with their options."""
        chosen: dict[str, dict[str, Any]] = {name: {} for name in _BUILT_IN}
        self.knows_anchors = True
        self._others = False
        self._blocks: set[str] = set()
        for written, given in extensions:
            name = written.removeprefix("markdown.extensions.")
            # An option that only MkDocs can read, such as a function, is empty here.
            options = {key: value for key, value in given.items() if value is not None}
            self.knows_anchors &= not (name == "toc" and "slugify" in given)
            if name in _OWN:
                chosen[name] = options
            elif name.startswith("pymdownx.blocks."):
                self._blocks |= _BLOCKS.get(name.rpartition(".")[2], frozenset())
                chosen[name] = options
            elif name == "pymdownx.extra":
                chosen |= {"pymdownx.betterem": {}, "pymdownx.superfences": {}, "extra": {}}
            elif name.removeprefix("pymdownx.") in _PYMDOWN:
                chosen[name] = options
            elif name not in _HARMLESS:
                self._others = True
        # Links from headings to themselves are no editor's.
        chosen["toc"] = chosen["toc"] | {"permalink": False, "anchorlink": False, "title": ""}
        self._chosen = chosen

    @cached_property
    def fingerprint(self) -> str:
        """All that tells this Markdown from another."""
        known = {"chosen": self._chosen, "others": self._others, "blocks": sorted(self._blocks)}
        return json.dumps(known, sort_keys=True, default=repr)

    @property
    def fences_indented(self) -> bool:
        """Whether code between fences may stand inside a list or a quotation."""
        return "pymdownx.superfences" in self._chosen

    @property
    def has_footnotes(self) -> bool:
        """Whether ``[^1]`` leads to a footnote."""
        return not {"footnotes", "extra"}.isdisjoint(self._chosen)

    @property
    def moves_headings(self) -> bool:
        """Whether a heading may have another level than it is written with."""
        return "baselevel" in self._chosen["toc"]

    def is_on(self, marker: str) -> bool:
        """Return whether lines that begin with ``marker`` mean something to the site."""
        if marker.startswith("/"):
            return bool(self._blocks)
        return not set(_SWITCHED_ON_BY.get(marker[:3], ())).isdisjoint(self._chosen)

    def names_of(self, marker: str) -> frozenset[str]:
        """Return what may be asked for behind ``marker``."""
        return frozenset(self._blocks) if marker.startswith("/") else _ADMONITIONS

    def unknown_directive(self, line: str) -> Directive | None:
        """Return what ``line`` asks for, when that is a thing which the site does not know."""
        found = _DIRECTIVE.match(line)
        if found is None or self._others:
            return None
        group = "tab" if found["tab"] else "marker"
        marker, name = found[group], found["title"] or found["name"]
        if self.is_on(marker) and (found["tab"] or name.lower() in self.names_of(marker)):
            return None
        return Directive(marker, name, found.start(group), found.end(group))

    def markdown(self) -> Markdown:
        """Return the reader that the site uses; without options that it does not accept."""
        configured = dict(self._chosen)
        bare: dict[str, dict[str, Any]] = {"toc": {"permalink": False}}
        for names, options in (
            (tuple(configured), configured),
            (tuple(configured), bare),
            (_BUILT_IN, bare),
        ):
            try:
                return Markdown(extensions=list(names), extension_configs=options)
            except (ImportError, KeyError, TypeError, ValueError, AttributeError):
                continue
        return Markdown()
