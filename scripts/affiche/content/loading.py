"""Load a project: read all files, check all of them, and only then freeze the catalogue.

Rules over the finished catalogue are left to ``checks``.
"""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TypeVar

from affiche.content.assets import check_assets
from affiche.content.brand import BrandReading, load_brand
from affiche.content.links import SiteLinks
from affiche.content.locations import load_locations
from affiche.content.naming import Listing, list_campaigns, list_pages
from affiche.content.pages import EACH, Page, read_page, texts_at
from affiche.content.project import Project, Settings
from affiche.content.prose import parse_prose
from affiche.content.references import Known, check_references
from affiche.content.settings import load_settings
from affiche.content.validation import ProseParser, validate
from affiche.model import (
    Audience,
    Campaign,
    Catalogue,
    Entity,
    KeyPath,
    Location,
    Person,
    Programme,
    Prose,
    Source,
    Value,
    in_reading_order,
)
from affiche.report import Diagnostic, has_errors, in_order

_FOLDERS: dict[type[Entity], str] = {
    Value: "values",
    Audience: "audiences",
    Person: "people",
    Programme: "programmes",
}

_LOCATIONS: KeyPath = ("posters", EACH, "locations")

EntityType = TypeVar("EntityType", bound=Entity)


def load(root: Path) -> Project:
    """Return the project in the folder ``root``, with everything that is wrong in it.

    Nothing that an editor can write makes it raise.
    """
    settings, problems = load_settings(root)
    brand = load_brand(root, settings.overrides_dir)
    loading = _Loading(root, settings, brand)
    loading.read()
    diagnostics = in_order([*problems, *brand.problems, *loading.problems])
    catalogue = None if has_errors(diagnostics) else loading.catalogue()
    return Project(root, settings, catalogue, diagnostics)


class _Loading:
    def __init__(self, root: Path, settings: Settings, brand: BrandReading) -> None:
        self.problems: list[Diagnostic] = []
        self._root, self._settings, self._brand = root, settings, brand
        self._entities: list[Entity] = []

    def read(self) -> None:
        """Read and check every page."""
        listings = self._listings()
        ids = {kind: frozenset(listing.files) for kind, listing in listings.items()}
        known = Known(ids, self._brand.schemes)
        for kind, listing in listings.items():
            self.problems += listing.problems
            for entity_id, file in listing.files.items():
                if file:
                    self._read_entity(kind, entity_id, file, known)

    def catalogue(self) -> Catalogue | None:
        """Return everything that was read; call it only when nothing was wrong."""
        if self._brand.brand is None:
            return None
        return Catalogue(
            self._brand.brand,
            self._all(Value),
            self._all(Audience),
            self._all(Person),
            self._all(Programme),
            self._all(Campaign),
        )

    def _all(self, kind: type[EntityType]) -> tuple[EntityType, ...]:
        return in_reading_order(each for each in self._entities if isinstance(each, kind))

    def _listings(self) -> dict[type[Entity], Listing]:
        languages, docs = self._brand.languages, self._settings.docs_dir
        listings = {
            kind: list_pages(self._root, f"{docs}/{folder}", languages)
            for kind, folder in _FOLDERS.items()
        }
        campaigns = list_campaigns(self._root, self._settings.campaigns_dir, languages)
        return {**listings, Campaign: campaigns}

    def _read_entity(self, kind: type[Entity], entity_id: str, file: str, known: Known) -> None:
        page, problems = read_page(self._root, file, kind, entity_id)
        self.problems += problems
        if page is None:
            return
        self.problems += check_references(page, known, self._settings)
        missing = check_assets(self._root, kind, page.fields)
        self.problems += missing
        entity, mistakes = validate(
            kind,
            page.fields,
            self._prose_parser(file),
            id=entity_id,
            body=page.body,
            source=Source(file, tuple(page.fields.values.items())),
        )
        self.problems += mistakes
        places = self._places(page, missing)
        if isinstance(entity, Campaign):
            entity = _with_places(entity, places)
        if entity is not None:
            self._entities.append(entity)

    def _places(self, page: Page, missing: list[Diagnostic]) -> dict[int, tuple[Location, ...]]:
        """Return the rows of each poster's ``locations``, by the poster's position."""
        unusable = {problem.place for problem in missing}
        places: dict[int, tuple[Location, ...]] = {}
        for path, name in texts_at(page.fields, _LOCATIONS):
            if page.fields.place(path) in unusable:
                continue
            file = posixpath.normpath(f"{page.folder}/{name}")
            rows, problems = load_locations(self._root, file, parse_prose)
            self.problems += problems
            places[int(path[1])] = rows
        return places

    def _prose_parser(self, file: str) -> ProseParser:
        settings = self._settings
        links = SiteLinks(self._root, settings.docs_dir, settings.campaigns_dir, file)

        def parse(markdown: str) -> Prose:
            return parse_prose(markdown, links)

        return parse


def _with_places(campaign: Campaign, places: dict[int, tuple[Location, ...]]) -> Campaign:
    if not places:
        return campaign
    posters = tuple(
        poster.model_copy(update={"places": places.get(index, ())})
        for index, poster in enumerate(campaign.posters)
    )
    return campaign.model_copy(update={"posters": posters})
