"""Text of every colour scheme must be legible on its ground.

Text on pictures is left to ``posters.preflight``; which other colours go together to ``palette``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from affiche.model import Brand, KeyPath, Scheme, contrast
from affiche.model.contrast import LARGE_TEXT, NORMAL_TEXT
from affiche.report import Code, Diagnostic

WHITE = "#FFFFFF"

_Pair = tuple[KeyPath, str, str, str, float]
"""Where the text's colour is named, its name, the ground's hex and name, and the least ratio."""


def check_contrast(brand: Brand) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pair of colours that is used together and too close."""
    pairs = [*_pairs_of_brand(brand)]
    for name, scheme in brand.schemes.items():
        pairs += _pairs_of_scheme(brand, name, scheme)
    for path, text, ground, ground_name, least in pairs:
        ratio = contrast(brand.colour(text).hex, ground)
        if ratio < least:
            # Rounded down: 4.48 is not the 4.5 that it needs to be.
            shown = math.floor(ratio * 10) / 10
            yield Diagnostic.of(
                Code.CONTRAST_TOO_LOW,
                brand.source.place(*path),
                f"{text} on {ground_name} has a contrast of {shown:.1f}:1; "
                f"{least:g}:1 is needed here.",
                "Name a darker or a lighter colour of the palette.",
            )


def _pairs_of_brand(brand: Brand) -> Iterator[_Pair]:
    """Yield ink on what it stands on: running text on paper, codes and pages on white."""
    for ground, name in _light_grounds(brand):
        yield ("ink",), brand.ink, ground, name, NORMAL_TEXT


def _light_grounds(brand: Brand) -> tuple[tuple[str, str], ...]:
    paper = brand.colour(brand.paper).hex
    return ((WHITE, "white"), *(((paper, brand.paper),) if paper != WHITE else ()))


def _pairs_of_scheme(brand: Brand, name: str, scheme: Scheme) -> Iterator[_Pair]:
    """Yield what stands on what: headlines on the ground, small text on the panel, marks."""

    def on(field: str, text: str, ground: str, least: float) -> _Pair:
        return ("schemes", name, field), text, brand.colour(ground).hex, ground, least

    yield on("text", scheme.text, scheme.ground, LARGE_TEXT)
    yield on("panel", scheme.text, scheme.panel, NORMAL_TEXT)
    for ground, called in _light_grounds(brand):
        yield ("schemes", name, "accent"), scheme.accent, ground, called, NORMAL_TEXT
    yield on("accent_dark", scheme.accent_dark, brand.ink, NORMAL_TEXT)
