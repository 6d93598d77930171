"""Plan a campaign's posters: one job for every poster, format and place.

Making them is left to ``making``; the words that campaigns leave out come from ``wording``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from affiche.content import Project
from affiche.content.words import Words, words_in
from affiche.model import (
    FORMATS,
    Brand,
    Campaign,
    Catalogue,
    FocalPoint,
    Location,
    PaperFormat,
    Poster,
    Scheme,
    as_data,
    plain_text,
)
from affiche.posters.artwork import choose_artwork
from affiche.posters.job import ArtworkJob, Drawing, PictureJob, PosterJob
from affiche.posters.qr import draw_qr
from affiche.posters.studio import Studio
from affiche.posters.wording import headline_of, kicker_of, message_of, when_of
from affiche.report import Place

PREVIEW_WIDTH_PX = 800
"""Enough for a preview that fills a phone of twice the density."""


@dataclass(frozen=True)
class PlannedPoster:
    """A poster to be made, and what pages and diagnostics need to know of it."""

    campaign: Campaign
    poster: Poster
    paper: PaperFormat
    location: Location | None
    language: str

    name: str
    """File name without its ending: ``photo-a3-landscape-venlo``."""

    alternative: str
    """The poster's words, for those who cannot see it."""

    job: PosterJob

    def blame(self, field: str) -> Place:
        """Return where the text of ``field`` was written."""
        source = self.campaign.source
        index = self.campaign.posters.index(self.poster)
        if getattr(self.poster, field, None):
            return source.place("posters", index, field)
        if field == "headline":
            return source.place("title")
        if field == "message" and self.poster.audience:
            return source.place("benefits", self.poster.audience)
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
    """Return every poster of ``catalogue`` in its formats and places.

    Args:
        project: Where pictures lie and where the site will stand.
        catalogue: The campaigns that are to be seen.
        studio: Templates, fonts and logo.
        language: Of the product's own words and of dates.
        campaigns: Ids of the campaigns wanted; all when None.
        formats: Names of the formats wanted; all when None.
    """
    wanted = None if campaigns is None else set(campaigns)
    sizes = None if formats is None else set(formats)
    words = words_in(language)
    return tuple(
        _plan(project, catalogue, studio, words, campaign, poster, paper, location)
        for campaign in catalogue.campaigns
        if wanted is None or campaign.id in wanted
        for poster in campaign.posters
        for paper in _formats(poster, catalogue.brand)
        if sizes is None or paper.name in sizes
        for location in poster.places or (None,)
    )


def plan_artwork(catalogue: Catalogue, campaign: Campaign, studio: Studio) -> Iterator[ArtworkJob]:
    """Yield the drawings of ``campaign`` for pages: its hero and its card."""
    for width_px, height_px, calm in ((1600, 640, "left"), (800, 400, None)):
        data = {
            "artwork": _artwork(campaign),
            "colours": _colours(catalogue.brand, catalogue.scheme_of(campaign)),
            "width_px": width_px,
            "height_px": height_px,
            "calm": calm,
        }
        yield ArtworkJob(
            Drawing("page-artwork.typ", studio.sources, _json(data), studio.typefaces)
        )


def plan_pictures(project: Project, campaign: Campaign) -> Iterator[PictureJob]:
    """Yield the photograph of ``campaign`` for pages, as hero and as card, if it has one."""
    if not campaign.image:
        return
    content = _read_picture(project, campaign, campaign.image)
    for width_px, height_px in ((1600, 1000), (800, 400)):
        yield PictureJob(content, campaign.focus or FocalPoint(), width_px, height_px)


def go_address(project: Project, campaign: Campaign) -> str:
    """Return the address that a poster's QR code opens: short, and the same for ever."""
    return f"{project.settings.site_url}go/{campaign.id}/"


def _plan(
    project: Project,
    catalogue: Catalogue,
    studio: Studio,
    words: Words,
    campaign: Campaign,
    poster: Poster,
    paper: PaperFormat,
    location: Location | None,
) -> PlannedPoster:
    brand = catalogue.brand
    address = go_address(project, campaign)
    data = _text(poster, campaign, catalogue, words, location) | {
        "brand": brand.name,
        "language": words.language,
        "address": address,
        "qr_alt": words("poster.qr", address=address),
        "small_print": _small_print(brand, words, location),
        "format": _format(paper),
        "fonts": {"headline": brand.fonts.headline, "text": brand.fonts.text},
        "colours": _colours(brand, catalogue.scheme_of(campaign)),
        "artwork": _artwork(campaign),
        "picture": None,
    }
    image, alt = (poster.image, poster.image_alt) if poster.image else (campaign.image, campaign.image_alt)
    if image:
        data["picture"] = {"file": None, "alt": alt}
    sources = (*studio.sources, ("qr.svg", draw_qr(address, brand.colour(brand.ink).hex)))
    job = PosterJob(
        Drawing(f"{poster.template}.typ", sources, _json(data), studio.typefaces),
        PREVIEW_WIDTH_PX,
        _read_picture(project, campaign, image) if image else None,
        poster.focus or campaign.focus or FocalPoint(),
    )
    parts = (poster.file_name, paper.name, location.id if location else "")
    return PlannedPoster(
        campaign,
        poster,
        paper,
        location,
        words.language,
        "-".join(part for part in parts if part),
        ". ".join((data["headline"].replace("\n", " ").rstrip("."), data["message_text"].rstrip("."), data["when"])) + ".",
        job,
    )


def _text(
    poster: Poster, campaign: Campaign, catalogue: Catalogue, words: Words, place: Location | None
) -> dict[str, Any]:
    message = message_of(poster, campaign)
    points = campaign.points if poster.points is None else poster.points
    headline = headline_of(poster, campaign)
    return {
        "title": headline.replace("\n", " "),
        "keywords": [catalogue.value[value].name for value in campaign.values],
        "kicker": kicker_of(poster, campaign, catalogue, words),
        "headline": headline,
        "message": as_data(message),
        "message_text": plain_text(message),
        "points": [as_data(point) for point in points],
        "points_text": [plain_text(point) for point in points],
        "when": when_of(poster, campaign, catalogue, words, place),
        "call_to_action": campaign.call_to_action,
    }


def _small_print(brand: Brand, words: Words, location: Location | None) -> str:
    if location and location.contact:
        return words("poster.contact", contact=location.contact)
    return brand.small_print or ""


def _format(paper: PaperFormat) -> dict[str, Any]:
    return {
        "name": paper.name,
        "width_mm": paper.width_mm,
        "height_mm": paper.height_mm,
        "safe_area_mm": paper.safe_area_mm,
        "smallest_headline_pt": paper.smallest_headline_pt,
        "smallest_text_pt": paper.smallest_text_pt,
    }


def _colours(brand: Brand, scheme: Scheme) -> dict[str, str]:
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


def _artwork(campaign: Campaign) -> dict[str, Any]:
    artwork = choose_artwork(campaign)
    return {"family": artwork.family, "seed": artwork.seed}


def _formats(poster: Poster, brand: Brand) -> Iterator[PaperFormat]:
    return (FORMATS[name] for name in poster.formats or brand.formats)


def _read_picture(project: Project, campaign: Campaign, image: str) -> bytes:
    folder = project.root / project.settings.campaigns_dir / campaign.id
    return (folder / image).read_bytes()


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
