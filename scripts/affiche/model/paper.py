"""The sizes that posters are made in.

What stands where on them is left to the templates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

LANDSCAPE = "-landscape"
"""What the name of a format ends in when its long side lies."""


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """A trim size with the smallest text that can be read where it hangs."""

    name: str
    """As editors write it, for example ``a3-landscape``."""

    width_mm: float
    """Trim width."""

    height_mm: float
    """Trim height."""

    safe_area_mm: float
    """Distance from the trim edge that no text may enter: office printers do not reach it."""

    viewing_distance_m: float
    """From how far away the headline is read."""

    smallest_headline_pt: float
    """Under this size a headline does not carry over the viewing distance."""

    smallest_text_pt: float
    """Under this size running text cannot be read by somebody who stands before it."""

    @property
    def is_landscape(self) -> bool:
        """Whether the long side lies."""
        return self.width_mm > self.height_mm


# Trim sizes: ISO 216:2007. Headline: a capital letter of 5 minutes of arc (1/688 of the distance)
# is the limit of normal sight (Snellen); 1/200, over three times that, is read in passing. Capitals
# of Poppins are 0.7 em high, so 2 m needs 10 mm / 0.7 = 14.3 mm = 40 pt.
_PORTRAIT = (
    PaperFormat("a4", 210, 297, 5, 2, 40, 10),
    PaperFormat("a3", 297, 420, 5, 3, 60, 12),
)

FORMATS: dict[str, PaperFormat] = {
    paper.name: paper
    for portrait in _PORTRAIT
    for paper in (
        portrait,
        replace(
            portrait,
            name=portrait.name + LANDSCAPE,
            width_mm=portrait.height_mm,
            height_mm=portrait.width_mm,
        ),
    )
}
"""Every known format by its name."""
