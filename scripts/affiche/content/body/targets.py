"""Find the file that a link or picture in a body means, as MkDocs will look for it.

MkDocs goes from the page's place in the site, where the campaigns lie among the documents, and
has every page once, whatever its language. What a page holds is left to ``reading``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from affiche.content.body.body import Body
from affiche.content.nearest import nearest, surely
from affiche.content.project import Settings

MADE_PAGES = frozenset(
    {
        *(
            "index",
            "agenda/index",
            "posters/index",
            "palette/index",
            "coverage/index",
            "fields/index",
        ),
        *("review/index", "rules/index", "campaigns/index", "values/index", "audiences/index"),
        *("people/index", "programmes/index"),
    }
)
"""Pages that the program makes where nobody wrote them."""

_MADE_FOLDERS = ("assets/affiche/", "go/", "calendar/", "api/")
_MADE_IN_CAMPAIGN = ("posters", "kit", "code.svg")
_UP = "../"
_Guess = Callable[[str, Iterable[str]], str | None]


class Targets:
    """The files of a project, by their place in the site."""

    def __init__(self, root: Path, settings: Settings, languages: tuple[str, ...]) -> None:
        """Look in the project in the folder ``root``, whose brand has ``languages``."""
        self._root, self._settings = root, settings
        self._endings = tuple(f".{language}.md" for language in languages[1:])
        self._names: dict[str, frozenset[str]] = {}

    def file_of(self, place: str) -> str | None:
        """Return the file that is at ``place`` in the site, if an editor put one there."""
        return next(filter(self._is_file, self._candidates(place)), None)

    def is_made(self, place: str) -> bool:
        """Return whether the program puts something at ``place`` itself, or may do so."""
        parts = place.split("/")
        in_campaign = len(parts) > 2 and parts[0] == "campaigns" and parts[2] in _MADE_IN_CAMPAIGN
        return (
            in_campaign
            or place.removesuffix(".md") in MADE_PAGES
            or place.startswith(_MADE_FOLDERS)
        )

    def is_there(self, place: str) -> bool:
        """Return whether a link to ``place`` in the site leads somewhere."""
        return self.file_of(place) is not None or self.is_made(place)

    def in_language(self, file: str, language: str) -> str | None:
        """Return the translation of ``file`` into ``language``, if there is one."""
        translated = f"{file.removesuffix('.md')}.{language}.md"
        return translated if self._is_file(translated) else None

    def advice(self, body: Body, path: str) -> str:
        """Return what to write instead of ``path``, where nothing is."""
        if meant := next(self._meant(body, path), None):
            return f"Did you mean '{meant}'?"
        return "The way goes from this file: .. is the folder above."

    def surely(self, body: Body, path: str) -> str | None:
        """Return the one way that ``path`` can have been meant to be, where nothing is."""
        here, path = posixpath.dirname(body.page), path.replace("\\", "/")
        ways = [*self._exact(body, path)] or [*self._near(here, self._original(path), surely)]
        ends = {posixpath.normpath(posixpath.join(here, way)) for way in ways}
        return ways[0] if len(ends) == 1 else None

    def _candidates(self, place: str) -> Iterator[str]:
        place = posixpath.normpath(place)
        parts = place.split("/")
        if ".." in parts or any(part.startswith(".") for part in parts):
            return
        settings = self._settings
        inside = "/".join(parts[1:])
        is_index = len(parts) == 3 and parts[2] == "index.md"
        if parts[0] == "campaigns" and (is_index or not place.endswith((".md", ".csv"))):
            yield f"{settings.campaigns_dir}/{inside}"
        if not place.endswith(self._endings or ("//",)):
            yield f"{settings.docs_dir}/{place}"
        if parts[0] == "assets":
            yield f"{settings.overrides_dir}/{place}"

    def _is_file(self, file: str) -> bool:
        folder, _, name = file.rpartition("/")
        return name in self._names_in(folder)

    def _names_in(self, folder: str) -> frozenset[str]:
        """Return the names of files in ``folder`` letter by letter, whatever the disk forgives."""
        if folder not in self._names:
            try:
                names = frozenset(
                    each.name for each in (self._root / folder).iterdir() if each.is_file()
                )
            except (OSError, ValueError):
                names = frozenset()
            self._names[folder] = names
        return self._names[folder]

    def _meant(self, body: Body, path: str) -> Iterator[str]:
        """Yield ways that lead somewhere, as they may have been meant; the likeliest first."""
        path = path.replace("\\", "/")
        yield from self._exact(body, path)
        yield from self._near(posixpath.dirname(body.page), self._original(path), nearest)

    def _exact(self, body: Body, path: str) -> Iterator[str]:
        """Yield ways to what is called as ``path`` says, seen from elsewhere or without .md."""
        here = posixpath.dirname(body.page)
        on_disk = posixpath.normpath(posixpath.join(posixpath.dirname(body.file), path))
        for folder, begins in (
            (self._settings.docs_dir, ""),
            (self._settings.campaigns_dir, "campaigns/"),
        ):
            if on_disk.startswith(f"{folder}/") and self._is_file(on_disk):
                place = self._original(f"{begins}{on_disk.removeprefix(f'{folder}/')}")
                if self.is_there(place):
                    yield posixpath.relpath(place, here)
        # Some write the way from the page's address, which lies a folder deeper.
        for way in (path, f"{_UP}{path}", path.removeprefix(_UP)):
            for spelt in _spellings(self._original(way)):
                if self.is_there(posixpath.normpath(posixpath.join(here, spelt))):
                    yield spelt

    def _near(self, here: str, path: str, guess: _Guess) -> Iterator[str]:
        folder, _, name = path.rpartition("/")
        for way in dict.fromkeys((folder, f"{_UP}{folder}", folder.removeprefix(_UP))):
            place = posixpath.normpath(posixpath.join(here, way))
            names = {
                name
                for file in self._candidates(f"{place}/x")
                for name in self._names_in(file.rpartition("/")[0])
                if self.is_there(posixpath.normpath(f"{place}/{name}"))
            }
            if near := guess(name, names):
                yield posixpath.join(way, near)
        # A whole folder was misspelt.
        above, _, last = folder.rpartition("/")
        place = posixpath.normpath(posixpath.join(here, above))
        if last not in ("", "..") and (near := guess(last, self._folders_in(place))):
            spelt = posixpath.join(above, near, name)
            if self.is_there(posixpath.normpath(posixpath.join(here, spelt))):
                yield spelt

    def _folders_in(self, place: str) -> list[str]:
        found: list[str] = []
        for file in self._candidates(f"{place}/x"):
            try:
                folder = (self._root / file).parent
                found += sorted(each.name for each in folder.iterdir() if each.is_dir())
            except (OSError, ValueError):
                continue
        return found

    def _original(self, path: str) -> str:
        for ending in self._endings:
            if path.endswith(ending):
                return f"{path.removesuffix(ending)}.md"
        return path


def _spellings(path: str) -> Iterator[str]:
    yield path
    if path.endswith(".html"):
        yield f"{path.removesuffix('.html')}.md"
    if not posixpath.splitext(path)[1]:
        yield f"{path.rstrip('/')}.md"
        yield posixpath.join(path, "index.md")
