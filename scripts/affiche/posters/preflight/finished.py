"""Look at a poster that was just made, and note what a person would find fault with.

Runs in the worker that made it: plain data in, plain data out. Which rules the notes break is
decided in ``rules``, except where only this module knows the size of every letter.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable
from typing import Any

import pypdfium2
from PIL import Image

from affiche.model.format import MM_PER_INCH
from affiche.posters.preflight.legibility import faintest_on_pictures
from affiche.posters.preflight.measuring import (
    POINTS_PER_INCH,
    Box,
    Measured,
    TextLine,
    first_page,
    measure_page,
)
from affiche.posters.preflight.scanning import raster_of, read_codes
from affiche.posters.qr import QUIET_ZONE_MODULES

_MM = MM_PER_INCH / POINTS_PER_INCH
_PROMISES_A_CODE = re.compile(rb"\b(?:code|compose)\s*\(|poster\.code")
"""How a template draws its code: with the library, or by itself."""

_TOLERANCE_PT = 0.1
_TOLERANCE_MM = 0.2
"""Less than anybody sees, and more than rounding in a PDF."""

_SHOWN = 40
"""Letters of a text that are shown in a message."""


def look_at(
    pdf: bytes,
    data: dict[str, Any],
    template: bytes,
    *,
    picture_ppi: float | None = None,
    screen: bytes | None = None,
) -> dict[str, Any]:
    """Return notes on a finished poster, empty where nothing is to be told.

    ``small`` {text, size_pt} and ``outside`` {text, mm}: the worst of its kind. ``code``
    {width_mm, module_mm, read}: what its code measures without the quiet zone (None where that is
    not known) and whether it says the address. ``faint`` {text, ratio, needed}: the text on a
    picture with the least contrast. ``portrait_ppi``: the least of any other picture.

    Args:
        pdf: The poster; of one for screens, the same page as PDF.
        data: What its template was given.
        template: The template's own source.
        picture_ppi: Of the photograph, which is told apart by it.
        screen: The finished PNG of a poster for screens.
    """
    with first_page(pdf) as page:
        found = measure_page(page)
        notes = _type(found, data["format"])
        if "code" in data["format"]["parts"] and data.get("code"):
            notes |= _code(page, found, data, template, screen)
        if faint := faintest_on_pictures(page, found):
            line, ratio, needed = faint
            notes["faint"] = {
                "text": _beginning(line.text),
                "ratio": math.floor(ratio * 10) / 10,
                "needed": needed,
            }
    others = [one.ppi for one in found.pictures if not _same(one.ppi, picture_ppi)]
    if others:
        notes["portrait_ppi"] = round(min(others), 1)
    return notes


def _type(found: Measured, size: dict[str, Any]) -> dict[str, Any]:
    notes: dict[str, Any] = {}
    if small := _smallest(found.lines, size["smallest_text_pt"]):
        notes["small"] = {"text": _beginning(small.text), "size_pt": round(small.size_pt, 1)}
    if outside := _outermost(found, size["safe_area_mm"]):
        line, distance_mm = outside
        notes["outside"] = {"text": _beginning(line.text), "mm": round(distance_mm, 1)}
    return notes


def _smallest(lines: Iterable[TextLine], least_pt: float) -> TextLine | None:
    small = [line for line in lines if line.size_pt < least_pt - _TOLERANCE_PT]
    return min(small, key=lambda line: line.size_pt, default=None)


def _outermost(found: Measured, safe_mm: float) -> tuple[TextLine, float] | None:
    def distance_mm(line: TextLine) -> float:
        box = line.box
        right, bottom = found.width_pt - box.right, found.height_pt - box.bottom
        return min(box.left, box.top, right, bottom) * _MM

    far = [(line, distance_mm(line)) for line in found.lines]
    outside = [(line, mm) for line, mm in far if mm < safe_mm - _TOLERANCE_MM]
    return min(outside, key=lambda pair: pair[1], default=None)


def _code(
    page: pypdfium2.PdfPage,
    found: Measured,
    data: dict[str, Any],
    template: bytes,
    screen: bytes | None,
) -> dict[str, Any]:
    """Measure and read the code: where a square opens its address, or somewhere on the page."""
    modules = len(data["code"]) + 2 * QUIET_ZONE_MODULES
    squares = (link.box for link in found.links if link.address == data["address"])
    box = next((square for square in squares if _is_square(square)), None)
    if box is None and not _PROMISES_A_CODE.search(template):
        return {}
    if screen is None:
        picture = raster_of(page, box, modules)
    else:
        picture = Image.open(io.BytesIO(screen))
        if box:
            picture = picture.crop((box.left, box.top, box.right, box.bottom))
    module_mm = box.width * _MM / modules if box else None
    return {
        "code": {
            "width_mm": round(module_mm * len(data["code"]), 2) if module_mm else None,
            "module_mm": round(module_mm, 3) if module_mm else None,
            "read": data["address"] in read_codes(picture),
        }
    }


def _is_square(box: Box) -> bool:
    return abs(box.width - box.height) < 0.05 * box.width


def _same(ppi: float, other: float | None) -> bool:
    return other is not None and abs(ppi - other) < 0.02 * other


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
