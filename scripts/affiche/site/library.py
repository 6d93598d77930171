"""The library: every file that people can print or show, by campaign, poster and place.

Making the files is left to ``posters``; how they hang on the wall, to the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from affiche.model import Campaign, Format, Location, Variant
from affiche.model.format import LANDSCAPE
from affiche.posters import needs_print_shop, size_label
from affiche.site.edition import Edition
from affiche.site.filtering import Facet, facets_over, tags
from affiche.site.sheets import Download, Sheet


class Purpose(StrEnum):
    """What a file is for."""

    OFFICE = "office"
    PRESS = "press"
    SCREEN = "screen"
    READER = "reader"
    ARCHIVE = "archive"


class Orientation(StrEnum):
    """Which side is up."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


_PURPOSES = {
    Variant.OFFICE: Purpose.OFFICE,
    Variant.PRESS: Purpose.PRESS,
    Variant.ACCESSIBLE: Purpose.READER,
    Variant.ARCHIVE: Purpose.ARCHIVE,
    Variant.SCREEN: Purpose.SCREEN,
}


@dataclass(frozen=True)
class LibraryFile:
    """One file that is downloaded."""

    download: Download

    purpose: Purpose

    tags: str
    """What it answers to the filters, on top of what its poster answers."""


@dataclass(frozen=True)
class _Files:
    """Files of one poster that belong together."""

    files: tuple[LibraryFile, ...]

    @property
    def cover(self) -> Download:
        """The one whose preview is shown."""
        return self.files[0].download

    @property
    def tags(self) -> str:
        """What the files answer to the filters."""
        return " ".join(dict.fromkeys(tag for file in self.files for tag in file.tags.split()))


@dataclass(frozen=True)
class LibraryPrint(_Files):
    """A poster one way up: the formats on paper of one orientation, which look the same; or the
    only one for its screen.

    Of a poster with places they are those of the first.
    """

    orientation: Orientation


@dataclass(frozen=True)
class LibraryPlace(_Files):
    """What hangs in one place."""

    location: Location


@dataclass(frozen=True)
class LibraryEntry:
    """A poster in one language with all its files."""

    language: str
    """Its code."""

    files: tuple[LibraryFile, ...]
    """In the order of formats, then places."""

    prints: tuple[LibraryPrint, ...]
    """Upright first."""

    places: tuple[LibraryPlace, ...]
    """Empty for a poster that is the same everywhere."""

    tags: str
    """What it answers to the filters, and all its files with it."""

    others: tuple[LibraryEntry, ...] = ()
    """The same poster in other languages."""

    @property
    def all_files(self) -> tuple[LibraryFile, ...]:
        """Its files in every language."""
        return (*self.files, *(file for other in self.others for file in other.files))

    @property
    def cover(self) -> Download:
        """The one whose words stand for all; those of a place may differ in date and contact."""
        return self.prints[0].cover


@dataclass(frozen=True)
class LibraryShelf:
    """The posters of one campaign."""

    campaign: Campaign

    entries: tuple[LibraryEntry, ...]


@dataclass(frozen=True)
class Library:
    """Everything that can be downloaded."""

    shelves: tuple[LibraryShelf, ...]
    """What runs now comes first, what is over last."""

    facets: tuple[Facet, ...]

    @property
    def entries(self) -> tuple[LibraryEntry, ...]:
        """Every poster."""
        return tuple(entry for shelf in self.shelves for entry in shelf.entries)

    @property
    def files(self) -> tuple[LibraryFile, ...]:
        """Every file."""
        return tuple(file for entry in self.entries for file in entry.all_files)


def purpose_of(download: Download) -> Purpose:
    """Return what the file of ``download`` is for: the one rule for all formats and variants."""
    size = download.planned.format
    purpose = _PURPOSES[download.planned.variant]
    if purpose is Purpose.OFFICE and needs_print_shop(size):
        return Purpose.PRESS
    return purpose


def size_name(paper: Format) -> str:
    """Return what ``paper`` is called whichever side is up: ``a3``."""
    return paper.name.removesuffix(LANDSCAPE)


def library_of(edition: Edition) -> Library:
    """Return the library of ``edition``: its own posters, each with those in other languages."""
    campaigns = (c for _, group in edition.campaigns_by_state() for c in group)
    shelves = (LibraryShelf(c, tuple(_entries(edition, c))) for c in campaigns)
    filled = tuple(shelf for shelf in shelves if shelf.entries)
    return Library(filled, _facets(edition, filled))


def _entries(edition: Edition, campaign: Campaign) -> Iterator[LibraryEntry]:
    """Yield the posters of ``campaign``, the edition's language before others."""
    posters: dict[str, list[LibraryEntry]] = {}
    for language in (edition.language, *edition.other_sheets):
        own = language == edition.language
        sheets = edition.sheets if own else edition.other_sheets[language]
        for sheet in sheets.get(campaign.id, ()):
            entry = _entry(sheet, campaign, language, edition.root_of(language))
            posters.setdefault(sheet.poster.file_name, []).append(entry)
    for first, *others in posters.values():
        yield replace(first, others=tuple(others))


def _entry(sheet: Sheet, campaign: Campaign, language: str, root: str) -> LibraryEntry:
    files = tuple(_file(download, root) for download in sheet.downloads)
    poster = sheet.poster
    return LibraryEntry(
        language,
        files,
        tuple(_prints(files)),
        tuple(_places(files)),
        tags(
            campaign=(campaign.id,),
            programme=campaign.programmes,
            value=campaign.values,
            audience=(poster.audience,) if poster.audience else campaign.audiences,
        ),
    )


def _file(download: Download, root: str) -> LibraryFile:
    planned, purpose = download.planned, purpose_of(download)
    answers = tags(
        place=(planned.location.id,) if planned.location else (),
        format=(size_name(planned.format),),
        orientation=(_orientation(planned.format),),
        purpose=(purpose,),
        language=(planned.language,),
    )
    here = replace(download, path=root + download.path, preview=root + download.preview)
    return LibraryFile(here, purpose, answers)


def _orientation(paper: Format) -> Orientation:
    return Orientation.LANDSCAPE if paper.is_landscape else Orientation.PORTRAIT


def _prints(files: Iterable[LibraryFile]) -> Iterator[LibraryPrint]:
    looks: dict[str, list[LibraryFile]] = {}
    for file in sorted(files, key=_rank):
        size = file.download.planned.format
        looks.setdefault(size.name if size.is_screen else _orientation(size), []).append(file)
    for found in looks.values():
        first = found[0].download.planned
        same = tuple(file for file in found if file.download.planned.location == first.location)
        yield LibraryPrint(same, _orientation(first.format))


def _rank(file: LibraryFile) -> tuple[bool, int]:
    """Paper stands before screens, upright before lying."""
    size = file.download.planned.format
    return size.is_screen, list(Orientation).index(_orientation(size))


def _places(files: Iterable[LibraryFile]) -> Iterator[LibraryPlace]:
    places: dict[str, tuple[Location, list[LibraryFile]]] = {}
    for file in files:
        if location := file.download.planned.location:
            places.setdefault(location.id, (location, []))[1].append(file)
    for location, found in sorted(places.values(), key=lambda place: place[0].name.casefold()):
        yield LibraryPlace(tuple(found), location)


def _facets(edition: Edition, shelves: tuple[LibraryShelf, ...]) -> tuple[Facet, ...]:
    catalogue, words = edition.catalogue, edition.words
    entries = tuple(entry for shelf in shelves for entry in shelf.entries)
    files = tuple(file for entry in entries for file in entry.all_files)
    places = {place.location.id: place.location.name for e in entries for place in e.places}
    formats = catalogue.brand.all_formats.values()
    sizes = {size_name(size): size_label(size, words) for size in formats}
    languages = sorted({file.download.planned.language for file in files})
    return facets_over(
        (*(entry.tags for entry in entries), *(file.tags for file in files)),
        campaign=((shelf.campaign.id, shelf.campaign.title) for shelf in shelves),
        programme=((p.id, p.name) for p in catalogue.programmes),
        value=((v.id, v.name) for v in catalogue.values),
        audience=((a.id, a.name) for a in catalogue.audiences),
        place=sorted(places.items(), key=lambda place: place[1].casefold()),
        format=sizes.items(),
        orientation=((o, words(f"download.{o}")) for o in Orientation),
        purpose=((p, words(f"library.for-{p}")) for p in Purpose),
        language=((code, words.language_name(code)) for code in languages),
    )
