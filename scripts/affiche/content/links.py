"""Decide where a link in a field may lead, and turn links between files into paths in the site.

Links in the Markdown under the front matter are left to ``body``.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from affiche.content.nearest import did_you_mean, shown
from affiche.model.fields import LINK_SCHEMES, is_address, refusal
from affiche.report import Code

_INDEX = ("index", "README")


def web_address(href: str) -> str:
    """Return ``href`` if it is a whole web, mail or telephone address; else refuse it."""
    if is_address(href, LINK_SCHEMES):
        return href
    raise refusal(
        Code.INVALID_LINK,
        f"A link cannot lead to '{shown(href)}'.",
        "Write a whole address (https://…, mailto:… or tel:…), "
        "or the way to a page from here, such as ../values/eerlijk.md.",
    )


class SiteLinks:
    """Where links from one file of the project lead."""

    def __init__(
        self,
        root: Path,
        docs_dir: str,
        campaigns_dir: str,
        file: str,
        languages: tuple[str, ...] = (),
    ) -> None:
        """Look from ``file``; all paths but ``root`` are relative to it."""
        self._root, self._docs, self._campaigns, self._file = root, docs_dir, campaigns_dir, file
        self._endings = tuple(f".{language}" for language in languages)

    def __call__(self, href: str) -> str:
        """Return the address or the path in the site that ``href`` leads to; else refuse it."""
        path, _, anchor = href.partition("#")
        if not _is_relative_page(path):
            return web_address(href)
        target = self._found(unquote(path))
        if target is None:
            raise self._broken(path)
        page = self._site_path(target).removesuffix(".md")
        if page.endswith(self._endings):
            # In each language a page has the same address; which one is shown is not the link's.
            page = page.rpartition(".")[0]
        if posixpath.basename(page) in _INDEX:
            page = posixpath.dirname(page)
        return f"{page or '.'}/{'#' if anchor else ''}{anchor}"

    def _found(self, path: str) -> str | None:
        """Return the file that ``path`` names, seen from the file on disk or from its page."""
        here = posixpath.dirname(self._file)
        on_disk = posixpath.normpath(posixpath.join(here, path))
        in_site = posixpath.normpath(
            posixpath.join(posixpath.dirname(self._site_path(self._file)), path)
        )
        for candidate in (on_disk, f"{self._docs}/{in_site}", self._campaign_file(in_site)):
            if candidate and self._is_page(candidate):
                return candidate
        return None

    def _campaign_file(self, in_site: str) -> str | None:
        inside = in_site.removeprefix("campaigns/")
        return None if inside == in_site else f"{self._campaigns}/{inside}"

    def _is_page(self, file: str) -> bool:
        if ".." in file.split("/") or not file.startswith(
            (f"{self._docs}/", f"{self._campaigns}/")
        ):
            return False
        try:
            return (self._root / file).is_file()
        except (OSError, ValueError):
            return False

    def _site_path(self, file: str) -> str:
        if file.startswith(f"{self._docs}/"):
            return file.removeprefix(f"{self._docs}/")
        return f"campaigns/{file.removeprefix(f'{self._campaigns}/')}"

    def _broken(self, path: str) -> Exception:
        folder = (self._root / self._file).parent / posixpath.dirname(unquote(path))
        try:
            names = sorted(each.name for each in folder.iterdir() if each.suffix == ".md")
        except (OSError, ValueError):
            names = []
        question = did_you_mean(posixpath.basename(path), names)
        hint = f"{question} The way goes from this file: .. is the folder above."
        message = f"The link leads to '{shown(path)}', which is not there."
        return refusal(Code.BROKEN_LINK, message, hint.strip())


def _is_relative_page(path: str) -> bool:
    try:
        parts = urlsplit(path)
    except ValueError:
        return False
    return path.endswith(".md") and not (parts.scheme or parts.netloc or path.startswith("/"))
