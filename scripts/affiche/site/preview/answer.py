"""What stands at an address: a page with a bar above it, or a file, with its media type.

Which of them it is, is left to ``newsroom``; sending it to ``server``.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from affiche.site.preview.wrapping import Bar

_OWN_FILES = {path.name: path for path in (Path(str(files("affiche.site"))) / "preview").iterdir()}
_HTML = "text/html; charset=utf-8"
_TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")

for suffix, kind in {
    ".js": "text/javascript",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".ics": "text/calendar",
    ".webmanifest": "application/manifest+json",
}.items():
    mimetypes.add_type(kind, suffix)


@dataclass(frozen=True)
class Answer:
    """What stands at an address."""

    content: bytes
    kind: str = _HTML
    """Its media type."""

    status: int = 200

    location: str = ""
    """Where it is instead."""

    bar: Bar | None = None
    """What is put above a page."""


def page_answer(page: str, bar: Bar, status: int = 200) -> Answer:
    """Return ``page``, above which ``bar`` is to be put."""
    return Answer(page.encode("utf-8", errors="xmlcharrefreplace"), status=status, bar=bar)


def file_answer(path: str, content: bytes) -> Answer:
    """Return the file at ``path``, whose name says what it is."""
    # RFC 9512: the browser editor asks whether its configuration is what it says.
    guessed = "application/yaml" if path.endswith(".yml") else mimetypes.guess_type(path)[0]
    kind = guessed or "application/octet-stream"
    if path.endswith(".webp") and content.startswith(b"<svg"):
        kind = "image/svg+xml"  # it says why there is no picture
    charset = "; charset=utf-8" if kind.startswith(_TEXTS) else ""
    return Answer(content, f"{kind}{charset}")


def own_answer(name: str) -> Answer:
    """Return the preview's own style or script ``name``."""
    path = _OWN_FILES.get(name)
    if path is None or path.suffix not in (".css", ".js"):
        return Answer(b"", status=404)
    return file_answer(name, path.read_bytes())
