"""Text of every colour scheme must be legible on its ground.

Text on pictures is left to the templates, which put none there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from affiche.model import Brand
from affiche.report import Code, Diagnostic

LARGE_TEXT = 3.0
"""WCAG 2.2, success criterion 1.4.3: text of 18 pt, or of 14 pt bold, and larger."""

NORMAL_TEXT = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

WHITE = "#FFFFFF"


def check_contrast(brand: Brand) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of a scheme's colours that is too close."""
    for name, scheme in brand.schemes.items():
        pairs = (
            ("text", scheme.text, brand.colour(scheme.ground).hex, scheme.ground, LARGE_TEXT),
            ("panel", scheme.text, brand.colour(scheme.panel).hex, scheme.panel, NORMAL_TEXT),
            ("accent", scheme.accent, WHITE, "white", NORMAL_TEXT),
            (
                "accent_dark",
                scheme.accent_dark,
                brand.colour(brand.ink).hex,
                brand.ink,
                NORMAL_TEXT,
            ),
        )
        for field, text, ground, ground_name, least in pairs:
            ratio = contrast(brand.colour(text).hex, ground)
            if ratio < least:
                # Rounded down: 4.48 is not the 4.5 that it needs to be.
                shown = math.floor(ratio * 10) / 10
                yield Diagnostic.of(
                    Code.CONTRAST_TOO_LOW,
                    brand.source.place("schemes", name, field),
                    f"{text} on {ground_name} has a contrast of {shown:.1f}:1; "
                    f"{least:g}:1 is needed here.",
                    "Name a darker or a lighter colour of the palette.",
                )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (``#RRGGBB``), from 1 to 21, after WCAG 2.2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it (with the sRGB threshold of IEC 61966-2-1)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
