"""Read a built page: its words, links, headings, ids and what a browser would load for it.

What must hold is left to the tests.
"""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOST = "https://site.invalid/"
"""Stands for the host that a site is served from."""

_SILENT = {"script", "style", "template", "svg"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect"}
_CSS_ADDRESS = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3""")


class Document(HTMLParser):
    """One HTML page of a built site."""

    def __init__(self, site: Path, path: str) -> None:
        super().__init__()
        self.path = path
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[int, str]] = []
        self.loaded: list[str] = []
        self.linked: list[str] = []
        self._words: list[str] = []
        self._silent = 0
        self._in_style = False
        self.feed((site / path).read_text(encoding="utf-8"))
        self.close()

    @property
    def address(self) -> str:
        """Where the page stands: a folder's index stands at the folder."""
        return urljoin(HOST, self.path.removesuffix("index.html"))

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self._words).split())

    @cached_property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @cached_property
    def targets(self) -> set[str]:
        """The pages and files of the site that it links to, as paths inside the site."""
        inside = (inside_path(self.address, href) for href in self.linked)
        return {path for path, _ in filter(None, inside)}

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of every ``tag`` that has those of ``wanted``."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and wanted.items() <= attributes.items()
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag in _SILENT:
            self._silent += 1
        self._in_style = tag == "style"
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        self._words.append(" " if tag in {"p", "li", "td", "th", "br", "div", "dd", "dt"} else "")
        self._keep_addresses(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        self._in_style = False
        self._words.append(" " if tag in {"p", "li", "td", "th", "h1", "h2", "h3", "a"} else "")

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.loaded += css_addresses(data)
        if not self._silent:
            self._words.append(data)

    def _keep_addresses(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "a" and "href" in attributes:
            self.linked.append(attributes["href"])
        rels = set(attributes.get("rel", "").split())
        if tag == "link" and rels & _LOADING_RELS:
            self.loaded.append(attributes["href"])
        if tag in {"img", "script", "iframe", "source", "video", "audio", "embed", "object"}:
            self.loaded += (attributes[name] for name in ("src", "data") if attributes.get(name))
        for candidate in attributes.get("srcset", "").split(","):
            self.loaded += candidate.split()[:1]
        if "style" in attributes:
            self.loaded += css_addresses(attributes["style"])
        refresh = re.search(r"url=(.*)", attributes.get("content", ""))
        if tag == "meta" and refresh:
            self.linked.append(refresh[1])


def documents(site: Path) -> dict[str, Document]:
    """Return every page of ``site`` by its path."""
    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return {path: Document(site, path) for path in paths}


def css_addresses(css: str) -> list[str]:
    """Return what a style sheet would load."""
    return [match[2] or match[4] for match in _CSS_ADDRESS.finditer(css)]


def inside_path(base: str, href: str) -> tuple[str, str] | None:
    """Return the file of the site that ``href`` leads to, and its fragment; None when outside."""
    parts = urlsplit(urljoin(base, href))
    if f"{parts.scheme}://{parts.netloc}/" != HOST:
        return None
    path = unquote(parts.path).lstrip("/")
    if not path or path.endswith("/") or not posixpath.splitext(path)[1]:
        path = posixpath.join(path, "index.html")
    return path, unquote(parts.fragment)
