"""A picture has pixels enough for the size at which it is printed or shown.

Preparing it is left to ``posters.picture``, which throws pixels away and never makes any up.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from affiche.model import Format
from affiche.model.format import SCREEN_PPI
from affiche.posters.picture import size_of
from affiche.posters.planning import PlannedPoster
from affiche.report import Code, Diagnostic, Place

GOOD_PPI = 200
"""Under this a print looks soft at reading distance."""

LEAST_PPI = 120
"""Under this one sees the steps in every edge."""


def check_sharpness(
    noted: Iterable[tuple[PlannedPoster, dict[str, Any]]],
) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each picture that has too few pixels for some of its formats."""
    pictures: dict[Place, dict[Format, float]] = defaultdict(dict)
    sizes: dict[Place, tuple[int, int]] = {}
    portraits: dict[Place, dict[Format, float]] = defaultdict(dict)
    for planned, notes in noted:
        if "picture_ppi" in notes and planned.job.picture:
            place = planned.blame("image")
            pictures[place][planned.format] = notes["picture_ppi"]
            if _share(planned.format, notes["picture_ppi"]) < 1:
                sizes[place] = size_of(planned.job.picture.read())
        if "portrait_ppi" in notes:
            place = planned.campaign.source.place("sponsor")
            portraits[place][planned.format] = notes["portrait_ppi"]
    for place, found in pictures.items():
        yield from _soft("picture", place, found, sizes.get(place))
    for place, found in portraits.items():
        yield from _soft("sponsor's portrait", place, found, None)


def _soft(
    what: str, place: Place, found: dict[Format, float], size_px: tuple[int, int] | None
) -> Iterator[Diagnostic]:
    soft = {size: ppi for size, ppi in found.items() if _share(size, ppi) < 1}
    if not soft:
        return
    least = min(_share(size, ppi) for size, ppi in soft.items())
    listed = ", ".join(f"{ppi:.0f} on {size.name}" for size, ppi in soft.items())
    without = ", ".join(size.name for size in soft)
    if size_px:
        width, height = (math.ceil(side / least / 10) * 10 for side in size_px)
        mend = f"Use one of {width} by {height} pixels; this one has {size_px[0]} by {size_px[1]}."
    else:
        mend = f"Use one that is {1 / least:.1f} times as wide and high."
    yield Diagnostic.of(
        Code.PICTURE_TOO_SMALL if least < LEAST_PPI / GOOD_PPI else Code.PICTURE_SOFT,
        place,
        f"The {what} has too few pixels per inch: {listed}; "
        f"{GOOD_PPI} look sharp, and under {LEAST_PPI} one sees steps.",
        f"{mend} Or leave out {without}.",
    )


def _share(size: Format, ppi: float) -> float:
    """Return how much there is of what looks sharp: on screens, a pixel for each of theirs."""
    return ppi / (SCREEN_PPI if size.is_screen else GOOD_PPI)
