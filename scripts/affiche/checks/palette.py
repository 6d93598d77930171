"""Which colours of the palette go together: every one on every other, with its contrast.

Which of them a brand must use together is decided in ``contrast``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from affiche.model import Brand, Legibility, contrast, legibility


@dataclass(frozen=True, slots=True)
class PaletteCell:
    """Text in one colour on a ground in another."""

    text: str
    """Name of the text's colour in the palette."""

    ground: str
    """Name of the ground's."""

    ratio: float
    """Contrast after WCAG 2.2, rounded down to one decimal: 4.48 is not 4.5."""

    good_for: Legibility
    """What it may be used for."""


def palette_contrast(brand: Brand) -> tuple[tuple[PaletteCell, ...], ...]:
    """Return a row for each colour as text, with a cell for each colour as ground.

    Both in the order of the palette.
    """
    return tuple(
        tuple(_cell(brand, text, ground) for ground in brand.colours) for text in brand.colours
    )


def _cell(brand: Brand, text: str, ground: str) -> PaletteCell:
    ratio = contrast(brand.colour(text).hex, brand.colour(ground).hex)
    return PaletteCell(text, ground, math.floor(ratio * 10) / 10, legibility(ratio))
