"""The boxes of a page for the press: where it is cut, how far it bleeds, how large the film is.

ISO 32000-1, 14.11.2; ISO 15930-7: each box lies within the next larger one, and there is no
ArtBox where there is a TrimBox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf

from affiche.model import Format
from affiche.model.format import MM_PER_INCH

POINTS_PER_MM = 72 / MM_PER_INCH

SLUG_MM = 7
"""Room for marks on each side outside the bleed: 2 mm of air, 5 mm of mark."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a page in points, counted from the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, array: Any) -> Box:
        """Return the box in a PDF's ``array``; its corners may come in any order."""
        x0, y0, x1, y1 = (float(edge) for edge in array)
        return cls(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        width, height = self.right - self.left, self.top - self.bottom
        return width / POINTS_PER_MM, height / POINTS_PER_MM

    def grown(self, mm: float) -> Box:
        """Return it larger by ``mm`` on each side."""
        by = mm * POINTS_PER_MM
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: Box, tolerance_pt: float = 0.01) -> bool:
        """Whether ``other`` lies within."""
        return (
            self.left <= other.left + tolerance_pt
            and self.bottom <= other.bottom + tolerance_pt
            and self.right >= other.right - tolerance_pt
            and self.top >= other.top - tolerance_pt
        )

    def as_array(self) -> pikepdf.Array:
        """Return it as a PDF writes it."""
        edges = (self.left, self.bottom, self.right, self.top)
        return pikepdf.Array([pikepdf.Object.parse(_number(edge)) for edge in edges])


def set_boxes(page: pikepdf.Page, format: Format, *, marks: bool) -> None:  # noqa: A002  # the term
    """Set every box of ``page`` for ``format``, around the middle of its present TrimBox.

    A page that is shifted in its film by the renderer stays where it is: only the boxes change.
    """
    present = Box.of(page.obj.get("/TrimBox", page.mediabox))
    across, up = (present.left + present.right) / 2, (present.bottom + present.top) / 2
    width, height = format.width_mm / 2 * POINTS_PER_MM, format.height_mm / 2 * POINTS_PER_MM
    trim = Box(across - width, up - height, across + width, up + height)
    bleed = trim.grown(format.bleed_mm)
    media = bleed.grown(SLUG_MM) if marks else bleed
    page.obj.MediaBox = media.as_array()
    page.obj.CropBox = media.as_array()
    page.obj.BleedBox = bleed.as_array()
    page.obj.TrimBox = trim.as_array()
    if "/ArtBox" in page.obj:
        del page.obj["/ArtBox"]


def _number(value: float) -> bytes:
    # Not a negative nought: some readers of PDF stumble over it.
    return f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".").encode()
