"""Read the entities of a project, each with its translations, and say what is wrong with them.

Bodies are only kept, for ``body`` to check them all; rules over the finished catalogue are left
to ``checks``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from affiche.content.assets import check_assets
from affiche.content.body import Body
from affiche.content.brand import BrandReading
from affiche.content.inventory import FOLDERS, list_entities
from affiche.content.links import SiteLinks
from affiche.content.locations import load_locations
from affiche.content.naming import Listing
from affiche.content.pages import EACH, Page, read_page, texts_at
from affiche.content.project import Settings, Translation
from affiche.content.prose import parse_prose
from affiche.content.references import Known, check_references
from affiche.content.translation import (
    DIGEST_KEY,
    Merged,
    Untranslated,
    merge,
    text_digest,
    untranslated,
)
from affiche.content.translation_gaps import told_missing
from affiche.content.validation import ProseParser, validate
from affiche.model import (
    Audience,
    Brand,
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
from affiche.report import Diagnostic

_LOCATIONS: KeyPath = ("posters", EACH, "locations")

EntityType = TypeVar("EntityType", bound=Entity)


class Loading:
    """What the files of a project say, as far as they were read."""

    def __init__(self, root: Path, settings: Settings, brand: BrandReading) -> None:
        """Look into the project in ``root``; nothing is read yet."""
        self.problems: list[Diagnostic] = []
        self.translations: list[Translation] = []
        self.bodies: list[Body] = []
        self.files: set[str] = set()
        self._root, self._settings, self._brand = root, settings, brand
        self.entities: dict[str, list[Entity]] = {each: [] for each in brand.languages}
        """By language."""

    def read(self) -> None:
        """Read and check every page."""
        listings = self.listings()
        known = self.known(listings)
        for kind, listing in listings.items():
            self.problems += listing.problems
            self.files |= listing.all_files()
            for entity_id, file in listing.files.items():
                if file:
                    self.read_entity(kind, entity_id, listing, known)

    def catalogues(self) -> dict[str, Catalogue]:
        """Return all that was read, by language; call it only when all of it could be."""
        brand = self._brand.brand
        return catalogues_of(brand, self.entities) if brand else {}

    def known(self, listings: dict[type[Entity], Listing]) -> Known:
        """Return what the files in ``listings`` may name."""
        ids = {kind: frozenset(listing.files) for kind, listing in listings.items()}
        return Known(ids, self._brand.schemes, self._brand.formats)

    def listings(self) -> dict[type[Entity], Listing]:
        """Return the files of all entities, by kind."""
        return list_entities(self._root, self._settings, self._brand.languages)

    def read_entity(
        self, kind: type[Entity], entity_id: str, listing: Listing, known: Known
    ) -> None:
        """Read and check one entity with its translations."""
        file = listing.files[entity_id]
        page, problems = read_page(self._root, file, kind, entity_id)
        self.problems += problems
        if page is None:
            return
        first, *others = self._brand.languages or ("",)
        self._keep_body(page, first)
        self.problems += check_references(page, known, self._settings)
        missing = check_assets(self._root, kind, page.fields)
        self.problems += missing
        places = self._places(page, missing)
        entity, mistakes = validate(
            kind,
            page.fields,
            self._prose_parser(file),
            id=entity_id,
            body=page.body,
            language=first,
            languages=self._brand.languages,
            source=_source(page),
        )
        self.problems += mistakes
        self._keep(first, entity, places)
        # Of an original with mistakes it cannot be said what its translation lacks.
        for language in others if entity else ():
            translated = listing.translations.get(language, {}).get(entity_id)
            found = (
                self._read_translation(page, translated, language)
                if translated
                else self._as_original(page)
            )
            self._keep(language, found, places)

    def _as_original(self, page: Page) -> Entity | None:
        """Return what another language shows of ``page``: its texts, each in its own language."""
        fields = replace(page.fields, data=untranslated(page.fields.data))
        entity, _ = validate(
            page.kind,
            fields,
            self._parser_of_both(page.fields.file, page.fields.file),
            id=page.id,
            body=page.body,
            language=self._brand.languages[0],
            source=_source(page),
        )
        return entity

    def _read_translation(self, page: Page, file: str, language: str) -> Entity | None:
        translation, problems = read_page(self._root, file, page.kind, page.id)
        self.problems += problems
        if translation is None:
            return None
        self._keep_body(translation, language)
        translated_from = translation.fields.data.pop(DIGEST_KEY, None)
        merged = merge(page, translation)
        self.problems += merged.problems + told_missing(page, translation, merged, language)
        self.translations.append(
            Translation(
                page.kind,
                page.id,
                language,
                file,
                page.fields.file,
                text_digest(page),
                str(translated_from) if translated_from else None,
            )
        )
        entity, mistakes = validate(
            page.kind,
            merged.fields,
            self._parser_of_both(page.fields.file, file),
            id=page.id,
            body=translation.body,
            language=language,
            source=replace(_source(translation, merged), original=_source(page)),
        )
        self.problems += mistakes
        return entity

    def _keep_body(self, page: Page, language: str) -> None:
        inside = f"{page.id}/index" if page.kind is Campaign else page.id
        folder = "campaigns" if page.kind is Campaign else FOLDERS[page.kind]
        place = f"{folder}/{inside}.md"
        body = Body(page.fields.file, page.body, page.body_line, place, language, is_story=True)
        self.bodies.append(body)

    def _keep(
        self, language: str, entity: Entity | None, places: dict[int, tuple[Location, ...]]
    ) -> None:
        if isinstance(entity, Campaign):
            entity = _with_places(entity, places)
        if entity is not None:
            self.entities.setdefault(language, []).append(entity)

    def _places(self, page: Page, missing: list[Diagnostic]) -> dict[int, tuple[Location, ...]]:
        """Return the rows of each poster's ``locations``, by the poster's position."""
        unusable = {problem.place for problem in missing}
        places: dict[int, tuple[Location, ...]] = {}
        for path, name in texts_at(page.fields, _LOCATIONS):
            if page.fields.place(path) in unusable:
                continue
            file = posixpath.normpath(f"{page.folder}/{name}")
            rows, problems = load_locations(self._root, file, parse_prose, self._brand.languages)
            self.problems += problems
            places[int(path[1])] = rows
        return places

    def _prose_parser(self, file: str) -> ProseParser:
        settings = self._settings
        links = SiteLinks(
            self._root, settings.docs_dir, settings.campaigns_dir, file, self._brand.languages
        )

        def parse(markdown: str) -> Prose:
            return parse_prose(markdown, links)

        return parse

    def _parser_of_both(self, original: str, translation: str) -> ProseParser:
        """Return a parser that marks what is not translated with the original's language."""
        of_original, of_translation = self._prose_parser(original), self._prose_parser(translation)

        def parse(markdown: str) -> Prose:
            if isinstance(markdown, Untranslated):
                return replace(of_original(markdown), language=self._brand.languages[0])
            return of_translation(markdown)

        return parse


def catalogues_of(brand: Brand, entities: Mapping[str, Iterable[Entity]]) -> dict[str, Catalogue]:
    """Return the catalogue of each language.

    Args:
        brand: Whose catalogues they are.
        entities: By language, the default first.
    """
    return {
        language: Catalogue(
            brand,
            _all(Value, found),
            _all(Audience, found),
            _all(Person, found),
            _all(Programme, found),
            _all(Campaign, found),
        )
        for language, found in entities.items()
    }


def _all(kind: type[EntityType], entities: Iterable[Entity]) -> tuple[EntityType, ...]:
    return in_reading_order(each for each in entities if isinstance(each, kind))


def _source(page: Page, merged: Merged | None = None) -> Source:
    fields = merged.fields if merged else page.fields
    return Source(page.fields.file, tuple(fields.values.items()))


def _with_places(campaign: Campaign, places: dict[int, tuple[Location, ...]]) -> Campaign:
    if not places:
        return campaign
    posters = tuple(
        poster.model_copy(update={"places": places.get(index, ())})
        for index, poster in enumerate(campaign.posters)
    )
    return campaign.model_copy(update={"posters": posters})
