"""Plan a campaign's posters: one job for every poster, format and place.

Making them is left to ``making``; the words that campaigns leave out come from ``wording``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from affiche.content import Project
from affiche.content.words import Words
from affiche.model import (
    FORMATS,
    Brand,
    Campaign,
    Catalogue,
    FocalPoint,
    Format,
    Location,
    Photograph,
    Poster,
    Scheme,
    as_data,
    plain_text,
)
from affiche.posters.artwork import choose_artwork
from affiche.posters.duotone import tones_of
from affiche.posters.job import Drawing, PosterJob
from affiche.posters.qr import draw_qr
from affiche.posters.studio import Studio
from affiche.posters.wording import headline_of, kicker_of, message_of, when_of
from affiche.report import Place

PREVIEW_WIDTH_PX = 800
"""Enough for a preview that fills a phone of twice the density."""


_WRITTEN_AS = {"headline": "title", "kicker": "audiences"}
"""Fields of a poster that come from another field of its campaign."""


@dataclass(frozen=True)
class PlannedPoster:
    """A poster to be made, and what pages and diagnostics need to know of it."""

    campaign: Campaign
    poster: Poster
    format: Format
    location: Location | None

    language: str
    """Of the product's own words and of dates."""

    name: str
    """File name without its ending: ``photo-a3-landscape-venlo``."""

    texts: dict[str, str]
    """Its words by field: ``headline``, ``message``, ``points``, ``when``, and the small ones."""

    job: PosterJob

    @property
    def alternative(self) -> str:
        """The poster's words in one go, for those who cannot see it."""
        fields = ("headline", "message", "when")
        sentences = (self.texts[field].replace("\n", " ").rstrip(".") for field in fields)
        return ". ".join(sentences) + "."

    def blame(self, field: str) -> Place:
        """Return where the text of ``field`` was written."""
        source = self.campaign.source
        index = self.campaign.posters.index(self.poster)
        if getattr(self.poster, field, None):
            return source.place("posters", index, field)
        if field in _WRITTEN_AS:
            return source.place(_WRITTEN_AS[field])
        if field == "message":
            audiences = [benefit.audience for benefit in self.campaign.benefits]
            if self.poster.audience in audiences:
                return source.place("benefits", audiences.index(self.poster.audience), "text")
        if getattr(self.campaign, field, None):
            return source.place(field)
        return source.place("posters", index)


def plan_posters(
    project: Project,
    catalogue: Catalogue,
    studio: Studio,
    *,
    language: str,
    campaigns: Iterable[str] | None = None,
    formats: Iterable[str] | None = None,
) -> tuple[PlannedPoster, ...]:
    """Return every poster of ``catalogue`` that is in ``language``, in its formats and places.

    Args:
        project: Where pictures lie and where the site will stand.
        catalogue: The campaigns that are to be seen.
        studio: Templates, fonts and logo.
        language: Of ``catalogue``; campaigns that are not translated into it have no poster in it.
        campaigns: Ids of the campaigns wanted; all when None.
        formats: Names of the formats wanted; all when None.
    """
    desk = _Desk(project, catalogue, studio, project.words[language])
    wanted = catalogue.campaign if campaigns is None else set(campaigns)
    sizes = FORMATS if formats is None else set(formats)
    return tuple(
        desk.plan(campaign, poster, FORMATS[name], location)
        for campaign in catalogue.campaigns
        if campaign.id in wanted and campaign.language == language
        for poster in campaign.posters
        for name in poster.formats or catalogue.brand.formats
        if name in sizes
        for location in poster.places or (None,)
    )


def colours_of(brand: Brand, scheme: Scheme) -> dict[str, str]:
    """Return the colours that a template may use, by role, as ``#RRGGBB``."""
    roles = {
        "ground": scheme.ground,
        "text": scheme.text,
        "first": scheme.first,
        "second": scheme.second,
        "accent": scheme.accent,
        "ink": brand.ink,
        "paper": brand.paper,
    }
    return {role: brand.colour(name).hex for role, name in roles.items()}


def artwork_of(campaign: Campaign) -> dict[str, Any]:
    """Return which artwork a template draws for ``campaign``."""
    artwork = choose_artwork(campaign)
    return {"family": artwork.family, "seed": artwork.seed}


def picture_data(photograph: Photograph | None) -> dict[str, Any] | None:
    """Return what a template knows of a picture; its file is made when its place is known."""
    if photograph is None:
        return None
    return {"file": None, "alt": photograph.alternative, "credit": photograph.credit_line}


def go_address(project: Project, campaign: Campaign) -> str:
    """Return the address that a poster's QR code opens: short, and the same for ever."""
    return f"{project.settings.site_url}go/{campaign.id}/"


def read_picture(project: Project, campaign: Campaign, image: str) -> bytes:
    """Return the content of the picture file ``image`` in the folder of ``campaign``."""
    folder = project.root / project.settings.campaigns_dir / campaign.id
    return (folder / image).read_bytes()


@dataclass(frozen=True)
class _Desk:
    """What the posters of one plan have in common."""

    project: Project
    catalogue: Catalogue
    studio: Studio
    words: Words

    def plan(
        self, campaign: Campaign, poster: Poster, paper: Format, location: Location | None
    ) -> PlannedPoster:
        brand = self.catalogue.brand
        address = go_address(self.project, campaign)
        scheme = self.catalogue.scheme_of(campaign)
        photograph = campaign.photograph(poster)
        text = self._text(campaign, poster, location)
        data = text | {
            "brand": brand.name,
            "language": self.words.language,
            "address": address,
            "qr_alt": self.words("poster.qr", address=address),
            "format": _format(paper),
            "fonts": {"headline": brand.fonts.headline, "text": brand.fonts.text},
            "colours": colours_of(brand, scheme),
            "artwork": artwork_of(campaign),
            "picture": picture_data(photograph),
        }
        code = draw_qr(address, brand.colour(brand.ink).hex)
        job = PosterJob(
            Drawing(
                f"{poster.template}.typ",
                (*self.studio.sources, ("qr.svg", code)),
                json.dumps(data, ensure_ascii=False, sort_keys=True),
                self.studio.typefaces,
            ),
            PREVIEW_WIDTH_PX,
            read_picture(self.project, campaign, photograph.file) if photograph else None,
            photograph.focus if photograph else FocalPoint(),
            tones_of(photograph, brand, scheme),
        )
        parts = (poster.file_name, paper.name, location.id if location else "")
        return PlannedPoster(
            campaign,
            poster,
            paper,
            location,
            self.words.language,
            "-".join(part for part in parts if part),
            {
                "headline": text["headline"],
                "message": text["message_text"],
                "points": "\n".join(text["points_text"]),
                **{
                    field: text[field]
                    for field in ("when", "kicker", "call_to_action", "small_print")
                },
            },
            job,
        )

    def _text(
        self, campaign: Campaign, poster: Poster, location: Location | None
    ) -> dict[str, Any]:
        """Return the words of a poster as its template reads them."""
        message = message_of(poster, campaign)
        points = campaign.points if poster.points is None else poster.points
        headline = headline_of(poster, campaign)
        small_print = self.catalogue.brand.small_print or ""
        if location and location.contact:
            small_print = self.words("poster.contact", contact=location.contact)
        return {
            "title": headline.replace("\n", " "),
            "keywords": [self.catalogue.value[value].name for value in campaign.values],
            "kicker": kicker_of(poster, campaign, self.catalogue, self.words),
            "headline": headline,
            "message": as_data(message),
            "message_text": plain_text(message),
            "points": [as_data(point) for point in points],
            "points_text": [plain_text(point) for point in points],
            "when": when_of(poster, campaign, self.catalogue, self.words, location),
            "call_to_action": campaign.call_to_action,
            "small_print": small_print,
        }


def _format(paper: Format) -> dict[str, Any]:
    return {
        "name": paper.name,
        "width_mm": paper.width_mm,
        "height_mm": paper.height_mm,
        "safe_area_mm": paper.safe_area_mm,
        "smallest_headline_pt": paper.smallest_headline_pt,
        "smallest_text_pt": paper.smallest_text_pt,
    }
