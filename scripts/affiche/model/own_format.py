"""Formats on paper that only one company has.

Those that everybody has are in ``format``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from affiche.model.entity import Part
from affiche.model.fields import Id, refusal
from affiche.model.format import (
    EVERYTHING,
    FORMATS,
    Format,
    smallest_headline_pt,
    smallest_text_pt,
)
from affiche.report import Code


class OwnFormat(Part):
    """A format on paper that only this company has, for example the door of a locker."""

    width_mm: Annotated[float, Field(ge=50, le=5000)]
    """Trim width."""

    height_mm: Annotated[float, Field(ge=50, le=5000)]
    """Trim height."""

    viewing_distance_m: Annotated[float, Field(gt=0, le=50)] = 2
    """From how far away its headline is read."""

    safe_area_mm: Annotated[float, Field(ge=3, le=100)] = 5
    """Distance from the trim edge that no text may enter."""

    bleed_mm: Annotated[float, Field(ge=0, le=25)] = 3
    """How far a file for the print shop reaches over the trim edge."""

    smallest_headline_pt: Annotated[float, Field(gt=0)] | None = None
    """The smallest headline; worked out from the viewing distance when left out."""

    smallest_text_pt: Annotated[float, Field(ge=6)] | None = None
    """The smallest running text; worked out from the viewing distance when left out."""

    def named(self, name: str) -> Format:
        """Return it as a format that posters are made in."""
        distance = self.viewing_distance_m
        return Format(
            name,
            self.width_mm,
            self.height_mm,
            self.safe_area_mm,
            distance,
            self.smallest_headline_pt or smallest_headline_pt(distance),
            self.smallest_text_pt or smallest_text_pt(distance),
            bleed_mm=self.bleed_mm,
            parts=EVERYTHING,
        )


def _check_names(formats: dict[str, OwnFormat]) -> dict[str, OwnFormat]:
    for name in formats:
        if name in FORMATS:
            raise refusal(
                Code.DUPLICATE_ENTRY,
                f"There is a format '{name}' already, which this would replace everywhere.",
                "Give yours another name, for example after where it hangs.",
                name,
            )
    return formats


OwnFormats = Annotated[dict[Id, OwnFormat], AfterValidator(_check_names)]
"""By name, none of which everybody knows."""
