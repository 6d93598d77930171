"""People: the sponsors and senders behind values, programmes and campaigns."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from affiche.model.alternative import need_alternative
from affiche.model.entity import Entity
from affiche.model.fields import Line, ProseField


class Person(Entity):
    """Somebody who lends name and words (schema.org Person)."""

    name: Line
    """First and last name."""

    job_title: Line
    """Their role, as colleagues know it."""

    portrait: Line | None = None
    """A picture file beside the person's file."""

    portrait_alt: Line | None = None
    """What the portrait shows, for those who cannot see it."""

    endorsement: ProseField | None = None
    """Why learning matters to them, in their own words."""

    @model_validator(mode="after")
    def _portrait_has_words(self) -> Self:
        need_alternative(self.portrait, self.portrait_alt, "portrait")
        return self
