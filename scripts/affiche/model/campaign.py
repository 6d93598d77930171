"""Campaigns: a message to audiences, for a time, with a sponsor.

Their posters and touchpoints have modules of their own.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from affiche.model.alternative import need_alternative
from affiche.model.claim import Claim
from affiche.model.dates import Date
from affiche.model.entity import Entity, Part
from affiche.model.fields import Id, Ids, Line, ProseField, refusal
from affiche.model.focus import FocalPoint, Focus
from affiche.model.photograph import Photograph, Treatment
from affiche.model.poster import Points, Poster
from affiche.model.touchpoint import Touchpoint
from affiche.report import Code


class Status(StrEnum):
    """Whether the campaign may be seen."""

    DRAFT = "draft"
    APPROVED = "approved"


class State(StrEnum):
    """Where a campaign stands on a given day; derived, never written."""

    DRAFT = "draft"
    EMBARGOED = "embargoed"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    ENDED = "ended"
    EXPIRED = "expired"


class Objectives(Part):
    """What the campaign wants people to know, feel and do, and how that is measured."""

    know: ProseField | None = None
    """What they know afterwards."""

    feel: ProseField | None = None
    """How they feel about it."""

    do: ProseField | None = None
    """What they do."""

    measure: ProseField | None = None
    """What is counted, and which number counts as success."""


class Benefit(Part):
    """What is in the campaign for one audience."""

    audience: Id
    """The audience's id."""

    text: ProseField
    """What they gain, said to them."""


def _benefits_from_mapping(value: Any) -> Any:
    """Read ``audience: text`` pairs, the short form that editors write."""
    if isinstance(value, dict):
        return [{"audience": audience, "text": text} for audience, text in value.items()]
    if isinstance(value, str):
        raise refusal(
            Code.WRONG_TYPE,
            "What is in it is said to each audience apart.",
            "Write under benefits: one line for each audience: its id, a colon and the text.",
        )
    return value


class Campaign(Entity):
    """A message to audiences about programmes, for a time, with a sponsor."""

    title: Line
    """What it is called; also the headline of its posters."""

    message: ProseField
    """The one sentence that people should remember."""

    call_to_action: Line
    """A verb and an object: ``Kies je dagdeel``."""

    programmes: Annotated[Ids, Field(min_length=1)]
    """What it promotes."""

    values: Annotated[Ids, Field(min_length=1)]
    """Which values it stands for; the first gives it its colour."""

    audiences: Annotated[Ids, Field(min_length=1)]
    """Whom it is for."""

    starts: Date
    """Its first day."""

    ends: Date
    """Its last day."""

    sponsor: Id
    """The person who stands behind it."""

    endorsement: ProseField | None = None
    """The sponsor's words on this campaign; their general ones when left out."""

    objectives: Objectives | None = None
    """What should come of it."""

    benefits: Annotated[tuple[Benefit, ...], BeforeValidator(_benefits_from_mapping)] = ()
    """What is in it for each audience: ``audience: text``."""

    points: Points = ()
    """Up to three short reasons, for its posters."""

    when: Line | None = None
    """Date and place in one line, for its posters; worked out from its sessions when left out."""

    evidence: tuple[Claim, ...] = ()
    """Why it matters, with sources."""

    image: Line | None = None
    """A picture file in the campaign's folder; drawn artwork when left out."""

    image_alt: Line | None = None
    """What the picture shows."""

    image_credit: Line | None = None
    """Who made the picture, as it shall be named: ``Noor van Dijk``."""

    image_licence: Line | None = None
    """By which right the picture is used, for example ``CC BY 4.0``."""

    image_treatment: Treatment | None = None
    """``duotone`` turns the picture into two colours of the campaign; as it is when left out."""

    focus: Focus | None = None
    """Which point of the picture stays in view, for example ``60% 30%``."""

    artwork: Line | None = None
    """The family of drawn artwork; ``pattern``, or left out: chosen by the campaign's id."""

    posters: tuple[Poster, ...] = ()
    """What is printed and hung up."""

    touchpoints: tuple[Touchpoint, ...] = ()
    """When people hear of it, by which channel."""

    status: Status = Status.DRAFT
    """``draft`` until somebody writes ``approved``."""

    publish_on: Date | None = None
    """From which day it may be seen; at once when left out."""

    expires: Date | None = None
    """From which day it is no longer shown."""

    correction: ProseField | None = None
    """What has changed since its posters were printed; stands first on its page, where their codes
    lead."""

    formerly: Ids = ()
    """Names that its folder had before; codes on posters that still hang lead there."""

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.ends < self.starts:
            raise refusal(
                Code.WRONG_ORDER,
                f"The campaign ends ({self.ends}) before it starts ({self.starts}).",
                "Write an ends: that is not earlier than starts:.",
                "ends",
            )
        if self.expires and self.expires <= self.ends:
            raise refusal(
                Code.WRONG_ORDER,
                f"The campaign expires ({self.expires}) before it is over ({self.ends}).",
                "Write an expires: that is later than ends:.",
                "expires",
            )
        need_alternative(self.image, self.image_alt, "image", self.title)
        for index, poster in enumerate(self.posters):
            if poster.claim is not None and poster.claim > len(self.evidence):
                raise refusal(
                    Code.INVALID_CHOICE,
                    f"There is no fact number {poster.claim}: evidence: lists "
                    f"{len(self.evidence)}.",
                    "Count the facts under evidence: from 1, or leave claim: out.",
                    *("posters", index, "claim"),
                )
        return self

    def state(self, today: dt.date) -> State:
        """Return where the campaign stands on ``today``."""
        if self.status is Status.DRAFT:
            return State.DRAFT
        if self.publish_on and today < self.publish_on:
            return State.EMBARGOED
        if self.expires and today >= self.expires:
            return State.EXPIRED
        if today < self.starts:
            return State.SCHEDULED
        return State.RUNNING if today <= self.ends else State.ENDED

    @property
    def name(self) -> str:
        """What it is called, under the word that all other entities use."""
        return self.title

    def photograph(self, poster: Poster | None = None) -> Photograph | None:
        """Return the picture of the campaign, or the one of ``poster``; None for drawn artwork.

        A poster's own picture has a credit, a licence and a focal point of its own, or none: those
        of the campaign belong to another picture.
        """
        if poster and poster.image:
            owner: Campaign | Poster = poster
        else:
            owner = self
        if not owner.image:
            return None
        given = owner if poster is None else poster
        return Photograph(
            owner.image,
            owner.image_alt or "",
            given.focus or owner.focus or FocalPoint(),
            owner.image_credit or "",
            owner.image_licence or "",
            given.image_treatment or owner.image_treatment,
        )

    def benefit_for(self, audience: str) -> ProseField | None:
        """Return what is in it for ``audience`` (an id), if it says so."""
        return next((b.text for b in self.benefits if b.audience == audience), None)
