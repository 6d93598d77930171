"""Draw a logo and a symbol from a company's name, as outlines: a site to begin needs one.

The brand owner puts the real ones in their place.
"""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from affiche.posters.fonts import find_typeface

_FAMILY, _BOLD = "Poppins", 700
_SIZE = 100
"""The height of both drawings; every other measure is in the same units."""

_FRAME = (
    "M18 0H82A18 18 0 0 1 100 18V82A18 18 0 0 1 82 100H18A18 18 0 0 1 0 82V18A18 18 0 0 1 18 0Z"
    "M20 10A10 10 0 0 0 10 20V80A10 10 0 0 0 20 90H80A10 10 0 0 0 90 80V20A10 10 0 0 0 80 10Z"
)
_INITIALS_WIDTH, _INITIALS_HEIGHT = 60, 40
_DOTS = "M30 30H70V40H30Z M30 45H70V55H30Z M30 60H55V70H30Z"
"""In place of initials that the typeface cannot draw: three lines of text."""

_NAME_FROM, _CAPITAL_HEIGHT = 122, 46
"""Where the name begins beside the symbol, and how tall its capitals are."""


def draw_symbol(name: str) -> str:
    """Return the symbol of ``name``, its initials in a frame, as SVG in ``currentColor``."""
    return _svg(_SIZE, name, _symbol(name))


def draw_logo(name: str) -> str:
    """Return the symbol with ``name`` beside it, as SVG in ``currentColor``."""
    font = _lettering()
    if not font.draws(name):
        return draw_symbol(name)
    left, _, right, _ = font.bounds(name)
    scale = _CAPITAL_HEIGHT / font.capital_height
    baseline = (_SIZE + _CAPITAL_HEIGHT) / 2
    moved = Transform(scale, 0, 0, -scale, _NAME_FROM - left * scale, baseline)
    width = round(_NAME_FROM + (right - left) * scale, 1)
    return _svg(width, name, f'{_symbol(name)}\n  <path d="{font.outline(name, moved)}"/>')


def initials(name: str) -> str:
    """Return the first letters of the first two words of ``name``."""
    words = ["".join(c for c in word if c.isalnum()) for word in name.split()]
    return "".join(word[0] for word in words if word)[:2].upper()


def _symbol(name: str) -> str:
    font, letters = _lettering(), initials(name)
    frame = f'  <path fill-rule="evenodd" d="{_FRAME}"/>'
    if not letters or not font.draws(letters):
        return f'{frame}\n  <path d="{_DOTS}"/>'
    left, bottom, right, top = font.bounds(letters)
    scale = min(_INITIALS_WIDTH / (right - left), _INITIALS_HEIGHT / (top - bottom))
    across = _SIZE / 2 - (left + right) / 2 * scale
    down = _SIZE / 2 + (bottom + top) / 2 * scale
    outline = font.outline(letters, Transform(scale, 0, 0, -scale, across, down))
    return f'{frame}\n  <path d="{outline}"/>'


def _svg(width: float, title: str, drawing: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {_SIZE}" '
        f'fill="currentColor" role="img">\n  <title>{escape(title)}</title>\n{drawing}\n</svg>\n'
    )


class _Lettering:
    """Outlines of text on one line."""

    def __init__(self, font: Any) -> None:
        self._glyphs, self._names = font.getGlyphSet(), font.getBestCmap()
        self.capital_height: float = font["OS/2"].sCapHeight

    def draws(self, text: str) -> bool:
        """Return whether the typeface has every letter of ``text``."""
        return all(ord(letter) in self._names for letter in text)

    def bounds(self, text: str) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of ``text``."""
        pen = BoundsPen(self._glyphs)
        self._draw(text, pen, Transform())
        return pen.bounds or (0, 0, 1, 1)

    def outline(self, text: str, moved: Transform) -> str:
        """Return ``text``, placed by ``moved``, as the data of an SVG path."""
        pen = SVGPathPen(self._glyphs, ntos=lambda number: f"{round(number, 1):g}")
        self._draw(text, pen, moved)
        return str(pen.getCommands())

    def _draw(self, text: str, pen: Any, moved: Transform) -> None:
        along = 0.0
        for letter in text:
            glyph = self._glyphs[self._names[ord(letter)]]
            glyph.draw(TransformPen(pen, moved.translate(along, 0)))
            along += glyph.width


@cache
def _lettering() -> _Lettering:
    typeface = find_typeface(_FAMILY)
    assert typeface  # its package is a dependency
    upright = (file for file in typeface.files if not file.italic)
    bold = min(upright, key=lambda file: abs(file.weight - _BOLD))
    return _Lettering(TTFont(bold.path))
