"""Plan a campaign's posters: one job for every poster, format, place and variant.

What their templates get to know is left to ``template_data``, making them to ``making``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from affiche.content import Project
from affiche.content.words import Words
from affiche.model import (
    Campaign,
    Catalogue,
    FocalPoint,
    Format,
    Location,
    Person,
    Photograph,
    Poster,
    Variant,
)
from affiche.posters.duotone import tones_of
from affiche.posters.job import Drawing, PosterJob, Preview, Typefaces
from affiche.posters.picture_file import PictureFile
from affiche.posters.provenance import place_of, places_of_leads
from affiche.posters.qr import remembered_modules_of
from affiche.posters.studio import Studio
from affiche.posters.template_data import (
    Wanted,
    format_data,
    headline_type_of,
    picture_data,
    poster_data,
    texts_of,
)
from affiche.posters.variant_data import variant_data
from affiche.press import Memory
from affiche.report import Place

_NO_TEXT = frozenset({"artwork", "code"})
"""What a template is told that no letters are drawn of."""


@dataclass(frozen=True)
class PlannedPoster:
    """A file of a poster to be made, and what pages and diagnostics need to know of it."""

    campaign: Campaign
    poster: Poster
    format: Format
    location: Location | None

    language: str
    """Of the product's own words and of dates."""

    name: str
    """What it is called whatever its variant: ``photo-a3-landscape-venlo``."""

    texts: dict[str, str]
    """Its words by field: ``headline``, ``message``, ``points``, ``when``, and the small ones."""

    variant: Variant
    """What the file is made for."""

    job: PosterJob

    leads: Mapping[str, Place]
    """Where what its template may lead with was written, by field."""

    @property
    def file_name(self) -> str:
        """The name of its file: ``photo-a3-landscape-venlo-press.pdf``."""
        return self.name + self.variant.suffix

    @property
    def alternative(self) -> str:
        """The poster's words in one go, for those who cannot see it."""
        fields = ("headline", "message", "when")
        sentences = (self.texts[field].replace("\n", " ").rstrip(".") for field in fields)
        return ". ".join(sentences) + "."

    def blame(self, field: str) -> Place:
        """Return where the text of ``field`` was written."""
        if field in self.leads:
            return self.leads[field]
        return place_of(Wanted(self.campaign, self.poster, self.format, self.location), field)


def plan_posters(
    project: Project,
    catalogue: Catalogue,
    studio: Studio,
    *,
    language: str,
    campaigns: Iterable[str] | None = None,
    formats: Iterable[str] | None = None,
    variants: Iterable[Variant] | None = None,
    memory: Memory = Memory(),  # noqa: B008  # it is frozen
) -> tuple[PlannedPoster, ...]:
    """Return every poster of ``catalogue`` that is in ``language``, file by file.

    Args:
        project: Where pictures lie and where the site will stand.
        catalogue: The campaigns that are to be seen.
        studio: Templates, fonts and logo.
        language: Of ``catalogue``; campaigns that are not translated into it have no poster in it.
        campaigns: Ids of the campaigns wanted; all when None.
        formats: Names of the formats wanted; all when None.
        variants: What paper is made for, whatever posters and brand say; theirs when None.
        memory: Knows the QR codes that were computed before.
    """
    asked = None if variants is None else tuple(variants)
    desk = _Desk(project, catalogue, studio, project.words[language], asked, memory)
    wanted = catalogue.campaign if campaigns is None else set(campaigns)
    known = catalogue.brand.all_formats
    sizes = known if formats is None else set(formats)
    return tuple(
        planned
        for campaign in catalogue.campaigns
        if campaign.id in wanted and campaign.language == language
        for poster in campaign.posters
        for name in poster.formats or catalogue.brand.formats
        if name in sizes
        for location in poster.places or (None,)
        for planned in desk.plan(Wanted(campaign, poster, known[name], location))
    )


def plan_in_languages(
    project: Project, catalogues: Mapping[str, Catalogue], studio: Studio, **wanted: Any
) -> tuple[PlannedPoster, ...]:
    """Return every poster of ``catalogues``, language by language.

    Args:
        project: As for ``plan_posters``.
        catalogues: By language.
        studio: As for ``plan_posters``.
        wanted: What else ``plan_posters`` takes.
    """
    return tuple(
        planned
        for language, catalogue in catalogues.items()
        for planned in plan_posters(project, catalogue, studio, language=language, **wanted)
    )


def go_address(project: Project, campaign: Campaign, location: Location | None = None) -> str:
    """Return the address that a poster's QR code opens: short, and the same for ever.

    A place may lead somewhere else.
    """
    if location and location.url:
        return location.url
    return f"{project.settings.site_url}go/{campaign.id}/"


def picture_file(project: Project, campaign: Campaign, image: str) -> PictureFile:
    """Return the picture file ``image`` in the folder of ``campaign``."""
    folder = project.root / project.settings.campaigns_dir / campaign.id
    return PictureFile.at(folder / image)


@dataclass(frozen=True)
class _Said:
    """What a poster says, whatever its format."""

    data: Mapping[str, Any]
    texts: dict[str, str]
    typefaces: Typefaces
    sources: tuple[tuple[str, bytes], ...]
    photograph: Photograph | None
    picture: PictureFile | None
    leads: Mapping[str, Place]


@dataclass(frozen=True)
class _Desk:
    """What the posters of one plan have in common."""

    project: Project
    catalogue: Catalogue
    studio: Studio
    words: Words
    variants: tuple[Variant, ...] | None
    memory: Memory

    def plan(self, wanted: Wanted) -> Iterator[PlannedPoster]:
        """Yield the files of one poster; the first of them carries its preview."""
        campaign, poster, location = wanted.campaign, wanted.poster, wanted.location
        brand, scheme = self.catalogue.brand, self.catalogue.scheme_of(campaign)
        said = self._said(wanted)
        data = dict(said.data) | {"format": format_data(wanted.format)}
        parts = (poster.file_name, wanted.format.name, location.id if location else "")

        def written(variant: Variant | None) -> str:
            whole = data | variant_data(variant, wanted, brand, scheme)
            return json.dumps(whole, ensure_ascii=False, sort_keys=True)

        for index, variant in enumerate(self._variants(wanted)):
            yield PlannedPoster(
                campaign,
                poster,
                wanted.format,
                location,
                self.words.language,
                "-".join(part for part in parts if part),
                said.texts,
                variant,
                PosterJob(
                    Drawing(
                        f"{poster.template}.typ",
                        said.sources,
                        written(variant),
                        said.typefaces,
                    ),
                    variant,
                    Preview(written(None)) if index == 0 else None,
                    said.picture,
                    said.photograph.focus if said.photograph else FocalPoint(),
                    tones_of(said.photograph, brand, scheme),
                    self.studio.press if variant is Variant.PRESS else None,
                ),
                said.leads,
            )

    def _said(self, wanted: Wanted) -> _Said:
        """Return what the poster of ``wanted`` says for its place: the same in every format."""
        which = (id(wanted.poster), id(wanted.location))
        if which not in self._said_already:
            self._said_already[which] = self._say(wanted)
        return self._said_already[which]

    @cached_property
    def _said_already(self) -> dict[tuple[int, int], _Said]:
        """By poster and place, of which the catalogue holds one each."""
        return {}

    def _say(self, wanted: Wanted) -> _Said:
        campaign, poster = wanted.campaign, wanted.poster
        address = go_address(self.project, campaign, wanted.location)
        portrait = self._portrait(campaign)
        data = poster_data(
            wanted, self.catalogue, self.words, address, portrait[0] if portrait else None
        )
        photograph = campaign.photograph(poster)
        data |= {
            "picture": picture_data(photograph),
            "code": remembered_modules_of(address, self.memory),
        }
        drawn = {key: value for key, value in data.items() if key not in _NO_TEXT}
        fonts = self.studio.choose_fonts(
            drawn, headline_type_of(poster.template, data), self.words.language
        )
        data["fonts"] = fonts.by_role
        return _Said(
            data,
            texts_of(data),
            fonts.typefaces,
            (*self.studio.sources, *((portrait,) if portrait else ())),
            photograph,
            picture_file(self.project, campaign, photograph.file) if photograph else None,
            places_of_leads(wanted, self.catalogue),
        )

    def _variants(self, wanted: Wanted) -> tuple[Variant, ...]:
        if wanted.format.is_screen:
            return (Variant.SCREEN,)
        asked = self.variants or wanted.poster.variants or self.catalogue.brand.variants
        # Without the profile of the press there is nothing to print with; that is told elsewhere.
        return tuple(v for v in asked if v is not Variant.PRESS or self.studio.press)

    def _portrait(self, campaign: Campaign) -> tuple[str, bytes] | None:
        """Return the sponsor's portrait under the name that it has among the sources."""
        person: Person = self.catalogue.person[campaign.sponsor]
        if not person.portrait:
            return None
        suffix = PurePosixPath(person.portrait).suffix.lower()
        folder = (self.project.root / person.source.file).parent
        return f"portrait{suffix}", (folder / person.portrait).read_bytes()
