"""Plan what a campaign's pages show of it: its artwork or photograph, as hero and as card.

Posters are left to ``planning``, making to ``rendering``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from affiche.content import Project
from affiche.model import Campaign, Catalogue, Photograph
from affiche.posters.duotone import tones_of
from affiche.posters.job import ArtworkJob, Drawing, PictureJob
from affiche.posters.planning import picture_file
from affiche.posters.studio import Studio
from affiche.posters.template_data import artwork_of
from affiche.posters.variant_data import colours_of

HERO_PX = (1600, 640)
"""The wide strip at the top of a campaign's page; drawn artwork leaves its left side to type."""

PHOTO_HERO_PX = (1200, 1000)
"""A photograph takes half of that strip, so it is cropped to its focal point for there."""

CARD_PX = (800, 400)
"""The head of a card in an overview."""


def plan_artwork(catalogue: Catalogue, campaign: Campaign, studio: Studio) -> Iterator[ArtworkJob]:
    """Yield the drawings of ``campaign`` for pages: its hero and its card."""
    scheme = catalogue.scheme_of(campaign)
    # Pages set small text on the panel's colour, so the artwork stands on it too.
    on_panel = scheme.model_copy(update={"ground": scheme.panel})
    for (width_px, height_px), calm in ((HERO_PX, "left"), (CARD_PX, None)):
        data = {
            "artwork": artwork_of(campaign),
            "colours": colours_of(catalogue.brand, on_panel),
            "width_px": width_px,
            "height_px": height_px,
            "calm": calm,
        }
        yield ArtworkJob(
            Drawing(
                "page-artwork.typ",
                studio.sources,
                json.dumps(data, sort_keys=True),
                studio.typefaces,
            )
        )


def plan_pictures(
    project: Project, catalogue: Catalogue, campaign: Campaign, photograph: Photograph
) -> Iterator[PictureJob]:
    """Yield the photograph of ``campaign`` for pages: as hero and as card."""
    content = picture_file(project, campaign, photograph.file)
    tones = tones_of(photograph, catalogue.brand, catalogue.scheme_of(campaign))
    for width_px, height_px in (PHOTO_HERO_PX, CARD_PX):
        yield PictureJob(content, photograph.focus, width_px, height_px, tones)
