"""What a platemaker checks in a file for the press: inks, overprint, output intent, PDF/X-4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from PIL import Image, ImageMath

from affiche.posters.prepress.condition import BLACK, PressCondition
from affiche.posters.prepress.drawings import images
from affiche.posters.prepress.finding import Finding
from affiche.posters.prepress.metadata import standards_of
from affiche.posters.prepress.painting import Mark
from affiche.posters.prepress.pictures import inks_of
from affiche.posters.prepress.spaces import Space, is_device, space_of
from affiche.report import Code

AREA_PX = 4
"""Ink of pictures is measured on squares of so many pixels a side, a third of a millimetre at
300 ppi: paper suffers from areas, and JPEG lets single pixels stray."""

_TOLERANCE = 2
"""Per cent: what rounding to 8 bits may add up to in four inks."""

_IN_INK = "cyan, magenta, yellow and black"

_ACTING = ("/AA", "/AcroForm", "/OpenAction", "/Names")


def check_plates(
    pdf: pikepdf.Pdf, marks: Iterable[Mark], condition: PressCondition
) -> Iterator[Finding]:
    """Yield what is wrong with ``pdf`` as a file for the press; ``marks`` are those on its page."""
    for mark in marks:
        yield from _check_colour(mark)
        yield from _check_ink(mark, condition.most_ink)
    for picture in images(pdf):
        yield from _check_picture(picture, condition.most_ink)
    yield from _check_intent(pdf, condition)
    yield from _check_stillness(pdf)
    if "PDF/X-4" not in (stated := standards_of(pdf)):
        yield Finding(Code.WRONG_STANDARD, ", ".join(stated) or "no standard", "PDF/X-4")


def _check_colour(mark: Mark) -> Iterator[Finding]:
    colour = mark.colour
    if mark.kind == "gradient":
        yield Finding(Code.GRADIENT, "gradient")
    elif mark.kind == "picture":
        return
    elif colour.space is Space.SPOT:
        yield Finding(Code.SPOT_COLOUR, mark.kind, _IN_INK)
    elif not _is_ink(colour.space, is_device=colour.is_device):
        yield Finding(Code.NOT_IN_INK, f"a {mark.kind} is in {colour.space}", _IN_INK)
    is_black = colour.space is Space.CMYK and colour.parts == BLACK
    if mark.overprints and not is_black:
        yield Finding(Code.OVERPRINTS_COLOUR, mark.kind, "pure black")


def _is_ink(space: Space, *, is_device: bool) -> bool:
    """Black alone, four inks with or without a profile, all plates, or a tile of such."""
    return space in {Space.CMYK, Space.ALL, Space.PATTERN} or (space is Space.GRAY and is_device)


def _check_ink(mark: Mark, most_ink: int) -> Iterator[Finding]:
    if mark.colour.space is Space.CMYK and mark.kind != "picture":
        ink = 100 * sum(mark.colour.parts)
        if ink > most_ink + _TOLERANCE:
            yield _too_much(ink, most_ink)


def _too_much(ink: float, most_ink: int) -> Finding:
    return Finding(Code.TOO_MUCH_INK, f"{ink:.0f} %", f"{most_ink} %")


def _check_picture(picture: Any, most_ink: int) -> Iterator[Finding]:
    if picture.get("/ImageMask"):
        return
    space = space_of(picture.get("/ColorSpace"))
    if not _is_ink(space, is_device=is_device(picture.get("/ColorSpace"))):
        yield Finding(Code.NOT_IN_INK, f"a picture is in {space}", _IN_INK)
    elif space is Space.CMYK:
        ink = most_ink_of(inks_of(picture, AREA_PX))
        if ink > most_ink + _TOLERANCE:
            yield _too_much(ink, most_ink)


def most_ink_of(inks: Image.Image) -> float:
    """Return the most ink on any pixel of a picture in CMYK, in per cent."""
    cyan, magenta, yellow, black = inks.split()
    total: Any = ImageMath.lambda_eval(
        lambda of: of["c"] + of["m"] + of["y"] + of["k"], c=cyan, m=magenta, y=yellow, k=black
    )
    return float(total.getextrema()[1]) / 255 * 100


def _check_intent(pdf: pikepdf.Pdf, condition: PressCondition) -> Iterator[Finding]:
    wanted = f"{condition.condition} with '{condition.profile.description}'"
    intents: Any = pdf.Root.get("/OutputIntents", pikepdf.Array())
    ours = [intent for intent in intents if intent.get("/S") == "/GTS_PDFX"]
    if len(ours) != 1:
        yield Finding(Code.NO_OUTPUT_INTENT, "missing" if not ours else "there twice", wanted)
        return
    (intent,) = ours
    named = str(intent.get("/OutputConditionIdentifier", ""))
    profile = intent.get("/DestOutputProfile")
    if named != condition.condition:
        yield Finding(Code.NO_OUTPUT_INTENT, named or "without a name", wanted)
    elif profile is None or profile.read_bytes() != condition.profile.content:
        yield Finding(Code.NO_OUTPUT_INTENT, f"{named} with another profile", wanted)


def _check_stillness(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """ISO 15930-7, 6.15 to 6.18."""
    if pdf.is_encrypted:
        yield Finding(Code.NOT_FOR_PRINT, "a lock")
    for key in _ACTING:
        if key in pdf.Root:
            yield Finding(Code.NOT_FOR_PRINT, f"actions or forms ({key[1:]})")
    for page in pdf.pages:
        if "/AA" in page.obj:
            yield Finding(Code.NOT_FOR_PRINT, "actions of a page")
        if len(page.obj.get("/Annots", [])) > 0:
            yield Finding(Code.NOT_FOR_PRINT, "links or notes on the sheet")
