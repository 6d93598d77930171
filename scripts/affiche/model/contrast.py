"""How well two colours can be told apart, and what text in one on the other is good for.

Which colours must be told apart is decided in ``checks``; what stands on pictures in ``posters``.
"""

from __future__ import annotations

from enum import StrEnum

LARGE_TEXT = 3.0
"""WCAG 2.2, success criterion 1.4.3: text of 18 pt, or of 14 pt bold, and larger."""

NORMAL_TEXT = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


class Legibility(StrEnum):
    """What a pair of colours may be used for."""

    TEXT = "text"
    """For text of any size."""

    HEADLINES = "headlines"
    """For large text only, and for marks that must be seen (WCAG 2.2, 1.4.11)."""

    NOTHING = "nothing"
    """For nothing that has to be read."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (``#RRGGBB``), from 1 to 21, after WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def legibility(ratio: float) -> Legibility:
    """Return what two colours with that contrast ratio are good for."""
    if ratio >= NORMAL_TEXT:
        return Legibility.TEXT
    return Legibility.HEADLINES if ratio >= LARGE_TEXT else Legibility.NOTHING


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it (with the sRGB threshold of IEC 61966-2-1)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
