"""What all parts of the catalogue have in common: they are frozen and know where they came from.

Reading them from files is left to ``content``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from affiche.model.dates import Date
from affiche.model.fields import Id, Line, refusal
from affiche.report import Code, Place

KeyPath = tuple[str | int, ...]
"""The way to a field: keys and positions in lists, for example ``("values", 0, "how")``."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that an entity was read from, and where each of its fields stands."""

    file: str
    """Path from the project's folder, with forward slashes."""

    positions: tuple[tuple[KeyPath, tuple[int, int]], ...] = ()
    """Line and column (both from 1) of every field."""

    original: Source | None = None
    """Of a translation, where the text that it translates stands."""

    def place(self, *path: str | int) -> Place:
        """Return where the field at ``path`` stands, or the nearest thing around it.

        What a translation leaves out stands in its original.
        """
        known = dict(self.positions)
        if self.original and path not in known and path in dict(self.original.positions):
            return self.original.place(*path)
        for length in range(len(path), -1, -1):
            if position := known.get(path[:length]):
                return Place(self.file, *position)
        return Place(self.file)


class Part(BaseModel):
    """A value inside an entity: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(Part):
    """Something with a page of its own."""

    id: Id
    """The name of its file or folder, and of its page's address."""

    owner: Line | None = None
    """Who keeps the page true: a name, a team or a mail address."""

    reviewed: Date | None = None
    """The day on which the owner last read it and found it true."""

    review_by: Date | None = None
    """The day by which the owner reads it again."""

    keywords: tuple[Line, ...] = ()
    """Other words that people search for: ``pitchen`` for a programme about presenting."""

    body: str = Field(default="", exclude=True)
    """The Markdown under the front matter."""

    language: str = Field(default="", exclude=True)
    """The code of the language that it is written in; empty when nobody said so."""

    source: Source = Field(default=Source(""), exclude=True, repr=False)
    """Where it was read from."""

    @model_validator(mode="after")
    def _is_reviewed_before_the_next_review(self) -> Self:
        if self.reviewed and self.review_by and self.review_by <= self.reviewed:
            raise refusal(
                Code.WRONG_ORDER,
                f"The next review ({self.review_by}) is not after the last one ({self.reviewed}).",
                "Write a review_by: that is later than reviewed:.",
                "review_by",
            )
        return self

    def review_overdue(self, today: dt.date) -> bool:
        """Return whether the day by which it was to be reviewed has passed on ``today``."""
        return self.review_by is not None and self.review_by < today
