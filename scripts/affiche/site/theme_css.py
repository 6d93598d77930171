"""Move the pictures that a style sheet carries in itself into files of their own.

The policy lets a page load what its site serves, and ``data:`` addresses are not served. The theme
draws its icons with them; this works on whatever release of the theme is installed.
"""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

PICTURES = "assets/affiche/theme"
"""Where the pictures go, inside the site."""

ICONS = "assets/affiche/icons.css"
"""The icons that a site owner chose in mkdocs.yml: the theme would write them into every page."""

_DATA_ADDRESS = re.compile(
    r"""url\(\s*(?:"(data:(?:[^"\\]|\\.)*)"|'(data:(?:[^'\\]|\\.)*)'|(data:(?:[^\s)\\]|\\.)*))\s*\)""",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\n|(.))", re.DOTALL)
_LEFT = re.compile(r"""url\(\s*["']?data:""", re.IGNORECASE)


def serve_pictures(files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Replace each style sheet of ``files`` that carries pictures, and add the pictures.

    Yields:
        A sentence for each style sheet in which a picture stays that browsers will not show.
    """
    if css := icon_stylesheet(config):
        files.append(File.generated(config, ICONS, content=css))
    for file in [f for f in files if f.src_uri.endswith(".css")]:
        css = file.content_string
        if not _LEFT.search(css):
            continue
        css, pictures = split_css(css, posixpath.dirname(file.dest_uri))
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=css))
        for path, content in pictures.items():
            if not files.get_file_from_path(path):
                files.append(File.generated(config, path, content=content))
        if _LEFT.search(css):
            yield f"{file.src_uri} holds a picture as data: that could not be put into a file."


def split_css(css: str, folder: str) -> tuple[str, dict[str, bytes]]:
    """Return ``css`` with addresses of files for its data, and those files by their path.

    Args:
        css: A style sheet.
        folder: Where it stands in the site: addresses in a style sheet start from there.
    """
    pictures: dict[str, bytes] = {}

    def address(match: re.Match[str]) -> str:
        decoded = _decode(_unescape(match[1] or match[2] or match[3]))
        if decoded is None:
            return match[0]
        content, suffix = decoded
        path = f"{PICTURES}/{hashlib.sha256(content).hexdigest()[:12]}{suffix}"
        pictures[path] = content
        return f'url("{posixpath.relpath(path, folder or ".")}")'

    return _DATA_ADDRESS.sub(address, css), pictures


def icon_stylesheet(config: MkDocsConfig) -> str:
    """Return a style sheet with the icons of ``theme.icon``; empty when none were chosen.

    Reads ``admonition`` and ``tag`` (icons by name) and ``annotation`` (one icon); the other icons
    of the theme stand in the pages as SVG, which nothing forbids.
    """
    icons: dict[str, Any] = config.theme.get("icon") or {}
    rules = [
        f":root{{--md-admonition-icon--{name}:{_picture(icon, config)}}}"
        for name, icon in (icons.get("admonition") or {}).items()
    ]
    if annotation := icons.get("annotation"):
        rules.append(f":root{{--md-annotation-icon:{_picture(annotation, config)}}}")
    for name, icon in (icons.get("tag") or {}).items():
        selector = ".md-tag" if name == "default" else f".md-tag--{name}"
        rules.append(f"{selector}{{--md-tag-icon:{_picture(icon, config)}}}")
    return "\n".join(rules)


def _picture(icon: str, config: MkDocsConfig) -> str:
    paths = (Path(folder) / ".icons" / f"{icon}.svg" for folder in config.theme.dirs)
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        raise PluginError(f"Affiche: theme.icon: there is no icon called '{icon}'.")
    return f'url("data:image/svg+xml,{quote(path.read_text(encoding="utf-8"))}")'


def _unescape(text: str) -> str:
    """Return the characters that ``text`` stands for (CSS Syntax Level 3, 4.3.7)."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2] or "", text)


def _decode(address: str) -> tuple[bytes, str] | None:
    """Return the content of a data address (RFC 2397) and the suffix of its media type."""
    head, comma, data = address.removeprefix("data:").partition(",")
    media_type, *parameters = head.split(";")
    suffix = mimetypes.guess_extension(media_type.strip() or "text/plain")
    if not comma or not suffix:
        return None
    content = unquote_to_bytes(data)
    if "base64" in (parameter.strip().lower() for parameter in parameters):
        try:
            content = base64.b64decode(content, validate=True)
        except ValueError:
            return None
    return content, suffix
