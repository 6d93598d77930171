"""Editions of the small project for a day, with posters that nobody drew.

What they tell their pages is left to the tests.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from affiche.content.words import words_in
from affiche.model import FORMATS, Campaign, Catalogue, Format, Location, Poster, Variant
from affiche.site.edition import Edition
from affiche.site.sheets import Download, Sheet


def edition_of(
    catalogue: Catalogue, today: dt.date, language: str = "nl", **fields: Any
) -> Edition:
    """Return an edition of ``catalogue`` with nothing made but what ``fields`` say."""
    nothing: dict[str, Any] = {
        "catalogues": {language: catalogue},
        "built": (language,),
        "ordinary_pages": {},
        "site_url": "https://leren.example/",
        "sheets": {},
        "artwork": {},
        "assets": (),
        "fonts": (),
        "logo": "",
        "symbol": "",
    }
    return Edition(catalogue, words=words_in(language), today=today, **(nothing | fields))


def with_only(
    catalogue: Catalogue, *campaigns: Campaign, programmes: tuple[Any, ...] | None = None
) -> Catalogue:
    """Return ``catalogue`` with these campaigns, and these programmes when given."""
    kept = catalogue.programmes if programmes is None else programmes
    return replace(catalogue, programmes=kept, campaigns=campaigns)


def download(
    paper: str | Format,
    location: Location | None = None,
    *,
    variant: Variant = Variant.OFFICE,
    language: str = "nl",
) -> Download:
    """Return a file that is not there, of a poster called ``photo``."""
    size = FORMATS[paper] if isinstance(paper, str) else paper
    name = "-".join(("photo", size.name, *((location.id,) if location else ())))
    planned: Any = SimpleNamespace(
        format=size,
        variant=variant,
        file_name=name + variant.suffix,
        location=location,
        language=language,
        name=name,
        texts={},
    )
    stem = f"campaigns/bovenaan/posters/{name}"
    return Download(planned, stem + variant.suffix, f"{stem}.webp", 1)


def sheet(campaign: Campaign, *downloads: Download, **fields: Any) -> Sheet:
    """Return the first poster of ``campaign``, changed by ``fields``, with ``downloads``."""
    poster: Poster = campaign.posters[0].model_copy(update=fields)
    return Sheet(poster, downloads)
