"""Programmes and their sessions: what people can learn, when and where."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from affiche.model.claim import Claim
from affiche.model.dates import Moment
from affiche.model.entity import Entity, Part
from affiche.model.fields import Address, Id, Line, ProseField, refusal
from affiche.report import Code


class Mode(StrEnum):
    """How a programme is given."""

    ONSITE = "onsite"
    ONLINE = "online"
    BLENDED = "blended"


class SessionStatus(StrEnum):
    """Whether a session goes on (schema.org EventStatusType)."""

    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Session(Part):
    """One occasion to take part (schema.org CourseInstance)."""

    start: Moment
    """When it starts, in the brand's timezone."""

    end: Moment
    """When it ends, in the brand's timezone."""

    location: Line | None = None
    """Room and town; a session has a location, a url, or both."""

    url: Address | None = None
    """Where to join online."""

    language: Line | None = None
    """The language spoken, as a code: ``nl``, ``en``."""

    capacity: Annotated[int, Field(gt=0)] | None = None
    """How many people can take part."""

    places_left: Annotated[int, Field(ge=0)] | None = None
    """How many places are free: 0 says that the session is full. Left out, nobody counts them."""

    register_url: Address | None = Field(default=None, alias="register")
    """Where to sign up; the field's key is ``register``."""

    status: SessionStatus = SessionStatus.SCHEDULED
    """``scheduled``, ``postponed`` or ``cancelled``."""

    @model_validator(mode="after")
    def _happens_somewhere_in_order(self) -> Self:
        if self.end <= self.start:
            raise refusal(
                Code.WRONG_ORDER,
                f"The session ends ({self.end:%Y-%m-%dT%H:%M}) before it starts "
                f"({self.start:%Y-%m-%dT%H:%M}).",
                "Write an end: that is later than start:.",
                "end",
            )
        if not self.location and not self.url:
            raise refusal(
                Code.MISSING_FIELD,
                "The session has no location and no url.",
                "Add location: with room and town, or url: with the address to join.",
            )
        if self.capacity and self.places_left and self.places_left > self.capacity:
            raise refusal(
                Code.WRONG_ORDER,
                f"The session has {self.places_left} places left of {self.capacity}.",
                "Write a places_left: that is at most capacity:, or leave it out.",
                "places_left",
            )
        return self

    @property
    def full(self) -> bool:
        """Whether the editor wrote that no place is left (schema.org SoldOut)."""
        return self.places_left == 0


class ValueLink(Part):
    """How a programme lives a value."""

    value: Id
    """The value's id."""

    how: ProseField
    """What in the programme makes it so."""


class AudienceLink(Part):
    """What is in a programme for an audience."""

    audience: Id
    """The audience's id."""

    benefit: ProseField
    """What they gain, said to them."""


class Feedback(Part):
    """What people said, and what was done about it."""

    before: tuple[ProseField, ...] = ()
    """What was asked or said before the programme was made."""

    after: tuple[ProseField, ...] = ()
    """What was said of it afterwards."""

    actions: tuple[ProseField, ...] = ()
    """What was changed because of it."""


class Programme(Entity):
    """What people can learn, and what is in it for whom (schema.org Course)."""

    name: Line
    """What it is called in the building."""

    summary: ProseField
    """One or two sentences; shown on cards and posters."""

    values: Annotated[tuple[ValueLink, ...], Field(min_length=1)]
    """At least one: a programme that lives no value has no place in a campaign."""

    audiences: Annotated[tuple[AudienceLink, ...], Field(min_length=1)]
    """At least one, each with a benefit of its own."""

    teaches: tuple[Line, ...] = ()
    """Skills, in the words that people search for."""

    mode: Mode | None = None
    """``onsite``, ``online`` or ``blended``."""

    time_required: Line | None = None
    """How long it takes, for example ``2 × 3 uur``."""

    sponsor: Id | None = None
    """The person who stands behind it."""

    outcomes: tuple[ProseField, ...] = ()
    """What one can do afterwards."""

    evidence: tuple[Claim, ...] = ()
    """Why it is worth the time, with sources."""

    sessions: tuple[Session, ...] = ()
    """When and where."""

    feedback: Feedback | None = None
    """What people said before and after, and what changed."""
