"""The formats that posters are made in: one table of sizes, for paper and for screens.

What stands where on them is left to the templates; a brand adds its own in ``brand.yml``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

LANDSCAPE = "-landscape"
"""What the name of a format ends in when its long side lies."""

MM_PER_INCH = 25.4

SCREEN_PPI = 72
"""On screens one pixel is one point, so that sizes in the table are pixels there."""


class Medium(StrEnum):
    """What a format is shown on."""

    PAPER = "paper"
    SCREEN = "screen"


class Layout(StrEnum):
    """How a format is read, where its shape alone does not say so."""

    SHEET = "sheet"
    """A poster that people stand before: a stage over a footer."""

    STRIP = "strip"
    """At least three times as wide as high: everything on one line of sight."""

    BACKDROP = "backdrop"
    """Somebody sits before its middle; words keep to its sides."""


EVERYTHING = (
    "kicker",
    "headline",
    "message",
    "points",
    "when",
    "code",
    "call_to_action",
    "small_print",
    "logo",
)
"""All parts that a poster may have, in the order in which they are read."""

# A hall screen is read in passing; social cards, backgrounds and banners are seen small.
_GLANCE = tuple(part for part in EVERYTHING if part not in {"points", "small_print"})
_CARD = ("kicker", "headline", "when", "logo")
_BACKDROP = ("headline", "code", "call_to_action", "logo")
_BANNER = ("headline", "when", "logo")


@dataclass(frozen=True, slots=True)
class Format:
    """A trim size with the smallest text that can be read where it hangs."""

    name: str
    """As editors write it, for example ``a3-landscape``."""

    width_mm: float
    """Trim width; on screens a pixel is a point (1/72 inch)."""

    height_mm: float
    """Trim height, likewise."""

    safe_area_mm: float
    """Distance from the trim edge that no text may enter: office printers do not reach it."""

    viewing_distance_m: float
    """From how far away the headline is read."""

    smallest_headline_pt: float
    """Under this size a headline does not carry over the viewing distance."""

    smallest_text_pt: float
    """Under this size running text cannot be read by somebody who stands before it."""

    bleed_mm: float = 3
    """How far a file for the print shop reaches over the trim edge; 0 on screens."""

    medium: Medium = Medium.PAPER
    """What it is shown on."""

    layout: Layout = Layout.SHEET
    """How it is read."""

    parts: tuple[str, ...] = EVERYTHING
    """Which parts of a poster it has room for."""

    @property
    def is_landscape(self) -> bool:
        """Whether the long side lies."""
        return self.width_mm > self.height_mm

    @property
    def is_screen(self) -> bool:
        """Whether it is shown, not printed."""
        return self.medium is Medium.SCREEN

    @property
    def size_px(self) -> tuple[int, int]:
        """Width and height in pixels of a format for screens."""
        return (
            round(self.width_mm / MM_PER_INCH * SCREEN_PPI),
            round(self.height_mm / MM_PER_INCH * SCREEN_PPI),
        )


def smallest_headline_pt(viewing_distance_m: float) -> float:
    """Return the smallest headline that is read in passing from ``viewing_distance_m``.

    A capital letter of 5 minutes of arc (1/688 of the distance) is the limit of normal sight
    (Snellen); 1/200, over three times that, is read in passing. Capitals of Poppins are 0.7 em
    high, so 2 m needs 10 mm / 0.7 = 14.3 mm = 40 pt: 20 pt for each metre.
    """
    return 20 * viewing_distance_m


def smallest_text_pt(viewing_distance_m: float) -> float:
    """Return the smallest running text: it is read from a quarter of the viewing distance."""
    return max(8, 5 * viewing_distance_m)


def _upright_and_lying(upright: Format) -> tuple[Format, Format]:
    """Return a format and the same lying on its long side."""
    lying = replace(
        upright,
        name=upright.name + LANDSCAPE,
        width_mm=upright.height_mm,
        height_mm=upright.width_mm,
    )
    return upright, lying


def _screen(
    name: str,
    size_px: tuple[int, int],
    safe_px: int,
    smallest_px: tuple[int, int],
    parts: tuple[str, ...],
    layout: Layout = Layout.SHEET,
) -> Format:
    """Return a format for screens; ``smallest_px`` is that of the headline, then of text."""
    mm = MM_PER_INCH / SCREEN_PPI
    width_px, height_px = size_px
    headline_px, text_px = smallest_px
    return Format(
        name,
        width_px * mm,
        height_px * mm,
        safe_px * mm,
        headline_px / 20,
        headline_px,
        text_px,
        bleed_mm=0,
        medium=Medium.SCREEN,
        layout=layout,
        parts=parts,
    )


# Trim sizes: ISO 216:2007; Letter and Tabloid: ANSI/ASME Y14.1, sizes A and B.
_PAPER = (
    Format("a5", 148, 210, 5, 1, 20, 8),
    Format("a4", 210, 297, 5, 2, 40, 10),
    Format("a3", 297, 420, 5, 3, 60, 12),
    Format("a2", 420, 594, 5, 4, 80, 16),
    Format("a1", 594, 841, 5, 6, 120, 22),
    Format("a0", 841, 1189, 5, 8, 160, 30),
    Format("letter", 215.9, 279.4, 6.35, 2, 40, 10),
    Format("tabloid", 279.4, 431.8, 6.35, 3, 60, 12),
)

# 16 pt is where large print begins (UK Association for Accessible Formats, "Creating clear print
# and large print documents").
_LARGE_PRINT = Format("large-print", 210, 297, 5, 2, 40, 16)

# The outer 5 % of a wall screen may lie behind its frame (EBU R 95). Social cards are seen at half
# their size, backgrounds at a quarter.
_SCREENS = (
    _screen("screen", (1920, 1080), 54, (64, 26), _GLANCE),
    _screen("screen-portrait", (1080, 1920), 54, (64, 26), _GLANCE),
    _screen("social", (1200, 630), 40, (56, 26), _CARD),
    _screen("meeting-background", (1920, 1080), 54, (56, 28), _BACKDROP, Layout.BACKDROP),
    _screen("signature-banner", (1000, 200), 16, (28, 16), _BANNER, Layout.STRIP),
)

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        *(one for paper in _PAPER for one in _upright_and_lying(paper)),
        _LARGE_PRINT,
        *_SCREENS,
    )
}
"""Every format that needs no brand, by its name."""
