"""Photographs: the picture of a campaign or of one of its posters, and whose it is.

Preparing its pixels is left to ``posters.picture``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from affiche.model.focus import FocalPoint


class Treatment(StrEnum):
    """What is done to a photograph so that it looks like the brand."""

    DUOTONE = "duotone"
    """Its greys become two colours of the campaign's scheme: shadows dark, lights light."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture with all that surfaces say and do with it."""

    file: str
    """A picture file in the campaign's folder."""

    alternative: str
    """What it shows, for those who cannot see it."""

    focus: FocalPoint
    """The point of it that stays in view."""

    credit: str = ""
    """Who made it, as that person wants to be named; may be empty."""

    licence: str = ""
    """By which right it is used; may be empty."""

    treatment: Treatment | None = None
    """What is done to it; None when it stays as it is."""

    @property
    def credit_line(self) -> str:
        """Credit and licence in one line, as they stand under the picture; may be empty."""
        return ", ".join(part for part in (self.credit, self.licence) if part)
