"""What a file for the press is made for: the printing condition, as plain data.

Reading it from the brand is left to whoever plans posters, using it to the modules beside it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from affiche.model import Brand
from affiche.posters.prepress.profiles import Profile

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1, as PDF writes them."""

NO_INK: Inks = (0.0, 0.0, 0.0, 0.0)
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
"""Black ink alone."""


@dataclass(frozen=True)
class PressCondition:
    """Paper, press and palette. Worker processes get it pickled."""

    profile: Profile
    """Of the press, its inks and its paper."""

    condition: str
    """The condition's name in the registry of the ICC, for example ``FOGRA39``."""

    palette: tuple[tuple[str, tuple[int, int, int, int]], ...]
    """The brand's colours: ``#RRGGBB`` and its inks in per cent."""

    most_ink: int = 300
    """How much ink the paper takes: the sum of all four, in per cent."""

    marks: bool = True
    """Whether there are crop and registration marks outside the bleed."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all that makes a finished file what it is, for the digests of jobs."""
        facts = (self.condition, self.palette, self.most_ink, self.marks, self.profile.digest)
        return hashlib.sha256(repr(facts).encode()).hexdigest()


def condition_of(brand: Brand, profile: Profile) -> PressCondition:
    """Return the condition that ``brand`` prints in; its ``press`` section must be there."""
    assert brand.press is not None  # whoever has a profile had its name from there
    return PressCondition(
        profile,
        brand.press.condition,
        tuple(sorted((colour.hex, colour.cmyk) for colour in brand.colours.values())),
        brand.press.most_ink,
    )
