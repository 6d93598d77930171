"""The variants of a poster: one design, made ready for whoever prints, shows or keeps it.

What makes each of them is left to ``posters``.
"""

from __future__ import annotations

from enum import StrEnum


class Variant(StrEnum):
    """What a file is made for."""

    OFFICE = "office"
    """For the office printer: trim size, RGB, a white border where printers do not reach."""

    PRESS = "press"
    """For the print shop: bleed and marks, CMYK, PDF/X-4 (ISO 15930-7)."""

    ACCESSIBLE = "accessible"
    """For screen readers: PDF/UA-1 (ISO 14289-1)."""

    ARCHIVE = "archive"
    """For keeping: PDF/A-2a (ISO 19005-2)."""

    SCREEN = "screen"
    """For screens: PNG in sRGB, pixel by pixel."""

    @property
    def suffix(self) -> str:
        """What a file's name ends in, for example ``-press.pdf``."""
        if self is Variant.SCREEN:
            return ".png"
        return ".pdf" if self is Variant.OFFICE else f"-{self}.pdf"


PAPER_VARIANTS = tuple(variant for variant in Variant if variant is not Variant.SCREEN)
"""Those that a format on paper may have; one for screens has ``SCREEN`` alone."""
