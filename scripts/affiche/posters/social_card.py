"""Plan the picture of a page in a link preview (Open Graph): its title on the brand's artwork.

Which pages get one is left to ``site``, drawing it to ``rendering``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from affiche.content import Project
from affiche.content.words import direction_of
from affiche.model import Brand, Campaign, FocalPoint, Scheme
from affiche.posters.artwork import artwork_named
from affiche.posters.duotone import tones_of
from affiche.posters.job import CardJob, Drawing
from affiche.posters.planning import picture_file
from affiche.posters.rendering import PICTURE
from affiche.posters.studio import Studio
from affiche.posters.template_data import artwork_of
from affiche.posters.variant_data import colours_of

CARD_SIZE_PX = (1200, 630)
"""Width and height that every service shows uncropped: 1.91 to 1."""

PHOTO_PX = (476, 630)
"""What a photograph gets of it; the rest is for type."""

LOGO = "logo.svg"
CARD_LOGO = "card-logo.svg"


@dataclass(frozen=True)
class SocialCard:
    """What one card says."""

    name: str
    """Chooses the artwork where the page is about no campaign: the page's path."""

    kicker: str
    """The line over the title; may be empty."""

    title: str
    """What the page is called."""

    language: str
    """Of the title."""

    scheme: str
    """The brand's colour scheme."""

    campaign: Campaign | None = None
    """The campaign whose artwork or photograph it shows."""


def plan_card(project: Project, brand: Brand, card: SocialCard, studio: Studio) -> CardJob:
    """Return the job that draws ``card``."""
    scheme = brand.scheme(card.scheme)
    campaign = card.campaign
    artwork = artwork_named(card.name)
    width_px, height_px = CARD_SIZE_PX
    picture = None
    photograph = campaign.photograph() if campaign else None
    if photograph:
        photo_width_px, photo_height_px = PHOTO_PX
        picture = {"file": PICTURE, "width_px": photo_width_px, "height_px": photo_height_px}
    data: dict[str, Any] = {
        "width_px": width_px,
        "height_px": height_px,
        "kicker": card.kicker,
        "title": card.title,
        "language": card.language,
        "direction": direction_of(card.language),
        # The kicker is small, so all of it stands on the panel's colour.
        "colours": colours_of(brand, scheme.model_copy(update={"ground": scheme.panel})),
        "artwork": artwork_of(campaign)
        if campaign
        else {"family": artwork.family, "seed": artwork.seed},
        "picture": picture,
    }
    data = studio.printable(data, card.language)
    fonts = studio.choose_fonts(data, data["title"], card.language)
    data["fonts"] = fonts.by_role
    return CardJob(
        Drawing(
            "social-card.typ",
            (*studio.sources, (CARD_LOGO, _logo(brand, scheme, studio))),
            json.dumps(data, ensure_ascii=False, sort_keys=True),
            fonts.typefaces,
        ),
        picture_file(project, campaign, photograph.file) if campaign and photograph else None,
        photograph.focus if photograph else FocalPoint(),
        tones_of(photograph, brand, scheme),
    )


def _logo(brand: Brand, scheme: Scheme, studio: Studio) -> bytes:
    """Return the studio's logo, which is in ink, in the colour of text on the panel."""
    ink, text = (brand.colour(role).hex.encode() for role in (brand.ink, scheme.text))
    return dict(studio.sources)[LOGO].replace(ink, text)
