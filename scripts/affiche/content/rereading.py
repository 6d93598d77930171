"""Keep a project in memory, and read again only what was saved.

Reading a file is left to ``loading``, noticing that it was saved to ``watching``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from affiche.content.allowances import load_allowances
from affiche.content.body import check_bodies
from affiche.content.brand import BrandReading, load_brand
from affiche.content.entities import Loading, catalogues_of
from affiche.content.loading import is_broken
from affiche.content.naming import Listing
from affiche.content.ordinary_pages import Ordinary, find_ordinary_pages
from affiche.content.own_words import load_words
from affiche.content.project import Project, Settings
from affiche.content.references import Known
from affiche.content.settings import FILE, load_settings
from affiche.model import Allowances, Campaign, Catalogue, Entity
from affiche.report import Diagnostic, has_errors, in_order

Name = tuple[type[Entity], str]
"""Kind and id of an entity."""


@dataclass(frozen=True)
class Reread:
    """What was read again."""

    entities: frozenset[Name] = frozenset()
    """Those that were read again; with their pictures and lists."""

    everything: bool = False
    """Whether all was: entities came or went, or something was saved that all of them hang on."""

    pages: bool = False
    """Whether an ordinary page was, or files came or went."""

    files: frozenset[str] = frozenset()
    """The files of the project that were saved, by path from its folder."""


class Reading:
    """A project, read once and then as far as its files are saved."""

    def __init__(self, root: Path) -> None:
        """Read the project in the folder ``root``."""
        self._root = root
        self._files: frozenset[str] = frozenset()
        self._names: dict[str, Name] = {}
        self.shown: Mapping[str, Catalogue] = {}
        """The catalogue of each language, with the last version without mistakes of each entity;
        empty until the project was once without mistakes."""

        self._read_everything()

    @property
    def project(self) -> Project:
        """The project as its files are now: what ``load`` would return."""
        return self._project

    @property
    def last_good(self) -> Project:
        """The project with the catalogues that are ``shown``."""
        return self._last_good

    def reread(self, saved: Iterable[Path]) -> Reread:
        """Read again what the ``saved`` files hold, and return what that was."""
        paths = {path for each in saved if (path := self._inside(each))}
        strange = {path for path in paths if not self._is_as_known(path)}
        if not all(map(self._is_beside_a_campaign, strange)):
            return self._everything(paths)
        known = {path for path in paths if path in self._files} | strange
        if any(map(self._is_shared, known)):
            return self._everything(paths)
        self._take_note(strange)
        names = {self._names[path] for path in known if path in self._names}
        ordinary = {p for p in known if p in self._ordinary_files}
        for name in names:
            self._parts[name] = self._part(name)
        if ordinary:
            self._find_ordinary_pages()
        stale = {body.file for name in names for body in self._parts[name].bodies}
        self._check_bodies(stale | ordinary)
        self._settle(frozenset(names))
        return Reread(frozenset(names), False, bool(ordinary or strange), frozenset(known))

    def _inside(self, path: Path) -> str | None:
        try:
            inside = path.resolve().relative_to(self._root.resolve()).as_posix()
        except ValueError:
            return None
        folders = _folders_of(self._settings)
        return inside if inside == FILE or inside.startswith(folders) else None

    def _is_as_known(self, path: str) -> bool:
        """Return whether at ``path`` there is, or is not, what was there before."""
        if path in self._files:
            return (self._root / path).is_file()
        if (self._root / path).is_file():
            return False
        there = set(_files_in(self._root, path))
        return there == {file for file in self._files if file.startswith(f"{path}/")}

    def _is_beside_a_campaign(self, path: str) -> bool:
        """Return whether ``path`` is a file, such as a picture, that only one campaign can name."""
        return (
            self._campaign_of(path) is not None
            and not path.endswith(".md")
            and not (self._root / path).is_dir()
        )

    def _campaign_of(self, path: str) -> Name | None:
        folder = f"{self._settings.campaigns_dir}/"
        if not path.startswith(folder):
            return None
        own = "/".join(path.split("/")[: folder.count("/") + 1])
        return self._campaigns.get(own) if own != path else None

    def _take_note(self, strange: Iterable[str]) -> None:
        """Note which of the files beside campaigns came or went."""
        for path in strange:
            is_there = (self._root / path).is_file()
            self._files = self._files | {path} if is_there else self._files - {path}
            if owner := self._campaign_of(path):
                self._names[path] = owner

    def _is_shared(self, path: str) -> bool:
        """Return whether everything hangs on the file at ``path``."""
        return path == FILE or path.startswith(f"{self._settings.overrides_dir}/")

    def _everything(self, paths: Iterable[str]) -> Reread:
        self._read_everything()
        return Reread(everything=True, pages=True, files=frozenset(paths))

    def _read_everything(self) -> None:
        self._settings, problems = load_settings(self._root)
        self._brand = load_brand(self._root, self._settings.overrides_dir)
        self._words, word_problems = load_words(
            self._root, self._settings.overrides_dir, self._brand
        )
        self._allowances, refused = load_allowances(self._root, self._settings.overrides_dir)
        self._problems = [*problems, *self._brand.problems, *word_problems, *refused]
        self._files = frozenset(_files_of(self._root, self._settings))
        loading = Loading(self._root, self._settings, self._brand)
        self._listings = loading.listings()
        self._known = loading.known(self._listings)
        self._names = dict(self._owners())
        self._parts: dict[Name, Loading] = {}
        for kind, listing in self._listings.items():
            self._problems += listing.problems
            for entity_id, file in listing.files.items():
                if file:
                    self._parts[kind, entity_id] = self._part((kind, entity_id))
        self._find_ordinary_pages()
        self._check_bodies()
        # What stood before is of other files: it can be mended only as a whole.
        self._good: dict[Name, Loading] | None = None
        self._settle(frozenset())

    def _part(self, name: Name) -> Loading:
        kind, entity_id = name
        part = Loading(self._root, self._settings, self._brand)
        part.read_entity(kind, entity_id, self._listings[kind], self._known)
        return part

    def _find_ordinary_pages(self) -> None:
        taken = {file for listing in self._listings.values() for file in listing.all_files()}
        docs = self._settings.docs_dir
        self._ordinary = find_ordinary_pages(self._root, docs, taken, self._brand.languages)
        self._ordinary_files = {
            file
            for file in self._files
            if file.startswith(f"{docs}/") and file.endswith(".md") and file not in taken
        }

    def _check_bodies(self, only: set[str] | None = None) -> None:
        """Look at the Markdown of the files ``only``, or of all; links may lead anywhere."""
        bodies = [
            *(body for part in self._parts.values() for body in part.bodies),
            *self._ordinary.bodies,
        ]
        found: dict[str, list[Diagnostic]] = {}
        for problem in check_bodies(
            self._root, self._settings, self._brand.languages, bodies, only
        ):
            found.setdefault(problem.place.file, []).append(problem)
        files = {body.file for body in bodies}
        kept = self._body_problems if only is not None else {}
        self._body_problems = {
            file: found.get(file, []) if only is None or file in only else kept.get(file, [])
            for file in files
        }

    def _owners(self) -> Iterator[tuple[str, Name]]:
        """Yield every file that belongs to one entity, with its name."""
        self._campaigns: dict[str, Name] = {
            file.rpartition("/")[0]: (Campaign, entity_id)
            for entity_id, file in self._listings[Campaign].files.items()
            if file
        }
        for file in self._files:
            if owner := self._campaign_of(file):
                yield file, owner
        for kind, listing in self._listings.items():
            for files in (listing.files, *listing.translations.values()):
                for entity_id, file in files.items():
                    if file and listing.files.get(entity_id):
                        yield file, (kind, entity_id)

    def _settle(self, names: frozenset[Name]) -> None:
        """Put together what was read, where ``names`` are new."""
        parts = self._parts.values()
        diagnostics = in_order(
            [
                *self._problems,
                *(problem for part in parts for problem in part.problems),
                *self._ordinary.problems,
                *(problem for found in self._body_problems.values() for problem in found),
            ]
        )
        whole = not is_broken(diagnostics)
        if whole:
            self._good = dict(self._parts)
        elif self._good is not None:
            good = {n: self._parts[n] for n in names if not has_errors(self._parts[n].problems)}
            self._good |= good
        if self._good is not None and self._brand.brand is not None:
            entities: dict[str, list[Entity]] = {each: [] for each in self._brand.languages}
            for part in self._good.values():
                for language, found in part.entities.items():
                    entities[language] += found
            self.shown = catalogues_of(self._brand.brand, entities)
        self._project = self._made(self.shown if whole else {}, diagnostics)
        if self._good is not None:
            self._last_good = self._made(self.shown, diagnostics)
        elif not hasattr(self, "_last_good"):
            self._last_good = self._project

    def _made(
        self, catalogues: Mapping[str, Catalogue], diagnostics: tuple[Diagnostic, ...]
    ) -> Project:
        translations = (t for part in self._parts.values() for t in part.translations)
        return Project(
            self._root,
            self._settings,
            next(iter(catalogues.values()), None),
            diagnostics,
            catalogues,
            (*translations, *self._ordinary.translations),
            tuple(self._ordinary.pages),
            self._words,
            self._allowances,
        )

    _body_problems: dict[str, list[Diagnostic]]
    _allowances: Allowances
    _settings: Settings
    _brand: BrandReading
    _listings: dict[type[Entity], Listing]
    _known: Known
    _ordinary: Ordinary
    _last_good: Project


def _files_of(root: Path, settings: Settings) -> Iterator[str]:
    """Yield the files of the project, by path from its folder."""
    yield from (FILE,) if (root / FILE).is_file() else ()
    for folder in _folders_of(settings):
        yield from _files_in(root, folder.rstrip("/"))


def _folders_of(settings: Settings) -> tuple[str, ...]:
    folders = (settings.docs_dir, settings.campaigns_dir, settings.overrides_dir)
    return tuple(f"{folder}/" for folder in folders)


def _files_in(root: Path, folder: str) -> Iterator[str]:
    for where, _, names in os.walk(root / folder):
        inside = Path(where).relative_to(root).as_posix()
        yield from (f"{inside}/{name}" for name in names)
