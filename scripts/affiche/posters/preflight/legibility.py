"""Contrast of text on a photograph, measured on the pixels that lie under it.

The templates here put no text on photographs; a brand owner's own may.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from affiche.model import contrast
from affiche.model.contrast import LARGE_TEXT, NORMAL_TEXT
from affiche.posters.preflight.measuring import POINTS_PER_INCH, Box, Measured, TextLine

LARGE_PT = 18
"""WCAG 2.2, "large scale (text)": from here on 3:1 is enough."""

PPI = 36
"""Fine enough for a letter of 10 pt to lie on several pixels."""

FORGIVEN = 0.05
"""Share of the pixels under a line that may be worse: a twig behind a letter hides no word."""


def faintest_on_pictures(
    page: pypdfium2.PdfPage, found: Measured
) -> tuple[TextLine, float, float] | None:
    """Return the line on a picture with the least contrast for its size, or None if all are fine.

    Its text is taken off ``page``, so that the pixels under it are seen; nothing else may be asked
    of ``page`` afterwards.

    Returns:
        The line, its contrast, and the contrast that it needs.
    """
    boxes = [picture.box for picture in found.pictures]
    lines = [line for line in found.lines if any(_meet(line.box, box) for box in boxes)]
    if not lines:
        return None
    ground = _without_text(page)
    left, _, _, top = page.get_trimbox()
    shift = left, page.get_height() - top
    worst: tuple[TextLine, float, float] | None = None
    for line in lines:
        needed = LARGE_TEXT if line.size_pt >= LARGE_PT else NORMAL_TEXT
        ratio = _contrast_under(line, ground, shift)
        if ratio < needed and (worst is None or ratio / needed < worst[1] / worst[2]):
            worst = line, ratio, needed
    return worst


def _without_text(page: pypdfium2.PdfPage) -> Image.Image:
    for text in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)):
        page.remove_obj(text)
    picture: Image.Image = page.render(scale=PPI / POINTS_PER_INCH).to_pil()
    return picture.convert("RGB")


def _contrast_under(line: TextLine, ground: Image.Image, shift: tuple[float, float]) -> float:
    """Return the contrast that all but a few of the pixels under ``line`` have with it."""
    dx, dy = shift
    sides = (line.box.left + dx, line.box.top + dy, line.box.right + dx, line.box.bottom + dy)
    left, top, right, bottom = (round(side * PPI / POINTS_PER_INCH) for side in sides)
    under = ground.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    ratios = sorted(_ratios(under, line.colour))
    return ratios[int(len(ratios) * FORGIVEN)]


def _ratios(under: Image.Image, colour: str) -> Iterable[float]:
    # Thousands of pixels have a few hundred colours, once they are a little coarser.
    coarse = under.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colours = cast("list[tuple[int, tuple[int, int, int]]]", coarse.convert("RGB").getcolors(256))
    for count, (red, green, blue) in colours:
        yield from [contrast(f"#{red:02X}{green:02X}{blue:02X}", colour)] * count


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
