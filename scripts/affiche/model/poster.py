"""Posters, and the places that have one of their own.

What a poster leaves out is filled in by ``posters.wording``.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from affiche.model.alternative import need_alternative
from affiche.model.brand import Variants
from affiche.model.dates import Date
from affiche.model.entity import Part
from affiche.model.fields import Address, Headline, Id, Line, ProseField, Quantity
from affiche.model.focus import Focus
from affiche.model.photograph import Treatment

MOST_POINTS = 3
"""How many points a poster has room for."""

Points = Annotated[tuple[ProseField, ...], Field(max_length=MOST_POINTS)]
"""Up to three short reasons, each a handful of words."""


class Location(Part):
    """One row of a campaign's ``locations.csv``: a place with a poster of its own."""

    id: Id
    """Short name of the place; part of the poster's file name."""

    name: Line
    """Name of the place, as people say it."""

    room: Line | None = None
    """Where inside it."""

    date: Date | None = None
    """When it happens there."""

    time: Line | None = None
    """From when to when, for example ``10:00-12:00``."""

    contact: Line | None = None
    """Whom to ask there."""

    url: Address | None = None
    """What the code on its poster opens; the campaign's page when left out."""

    quantity: Quantity = 1
    """How many copies it gets of each poster in each format."""

    columns: tuple[tuple[str, str], ...] = Field(default=(), exclude=True)
    """Names and cells of all other columns, for templates that ask for them."""


class Poster(Part):
    """A poster of a campaign; what it leaves out comes from the campaign."""

    template: Line
    """The layout, for example ``photo``."""

    name: Id | None = None
    """Name of its files; the template's name when left out."""

    audience: Id | None = None
    """Whom this poster speaks to."""

    headline: Headline | None = None
    """The largest line; the campaign's title when left out."""

    message: ProseField | None = None
    """The sentence under it; the audience's benefit or the campaign's message when left out."""

    points: Points | None = None
    """Up to three short reasons; the campaign's when left out."""

    do: Points = ()
    """Up to three things to do, for a poster that compares."""

    avoid: Points = ()
    """Up to three things to leave, for a poster that compares."""

    when: Line | None = None
    """Date and place in one line; the campaign's when left out."""

    claim: Annotated[int, Field(ge=1)] | None = None
    """Which fact of the campaign's ``evidence`` leads, counted from 1; the first with a figure when
    left out."""

    image: Line | None = None
    """A picture file in the campaign's folder; the campaign's when left out."""

    image_alt: Line | None = None
    """What the picture shows."""

    image_credit: Line | None = None
    """Who made the poster's own picture, as it shall be named: ``Noor van Dijk``."""

    image_licence: Line | None = None
    """By which right the poster's own picture is used, for example ``CC BY 4.0``."""

    image_treatment: Treatment | None = None
    """``duotone`` turns the picture into two colours of the campaign; as the campaign's when left
    out."""

    focus: Focus | None = None
    """Which point of the picture stays in view, for example ``60% 30%``."""

    formats: tuple[Line, ...] = ()
    """Formats, for example ``a3`` and ``a4-landscape``; the brand's when left out."""

    variants: Variants = ()
    """What its formats on paper are made for, for example ``press``; the brand's when left out."""

    locations: Line | None = None
    """A CSV file in the campaign's folder: one poster for each of its rows."""

    places: tuple[Location, ...] = Field(default=(), exclude=True)
    """The rows of ``locations``; filled in when the campaign is read."""

    @property
    def file_name(self) -> str:
        """The first part of its files' names."""
        return self.name or self.template

    @model_validator(mode="after")
    def _image_has_words(self) -> Self:
        need_alternative(self.image, self.image_alt, "image", *filter(None, (self.headline,)))
        return self
