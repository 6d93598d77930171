"""Read a finished file back and tell what is wrong with it, as a print shop or an archive would.

It trusts nothing that made the file: it reads the bytes alone. How the poster looks is left to
``affiche.posters.preflight``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from PIL import Image

from affiche.model import Format, Variant
from affiche.posters.prepress.access import check_access
from affiche.posters.prepress.boxes import Box
from affiche.posters.prepress.condition import PressCondition
from affiche.posters.prepress.drawings import drawings
from affiche.posters.prepress.finding import Finding
from affiche.posters.prepress.painting import Mark, marks_on
from affiche.posters.prepress.platemaking import check_plates
from affiche.report import Code

GOOD_PPI = 200
"""Under this a picture looks soft in print."""

LEAST_PPI = 120
"""Under this it looks broken."""

_TOLERANCE_MM = 0.1
"""Well under what a guillotine can tell."""


def inspect(
    content: bytes,
    format: Format,  # noqa: A002  # the trade's term
    variant: Variant,
    *,
    language: str = "",
    condition: PressCondition | None = None,
) -> tuple[Finding, ...]:
    """Return what is wrong with the finished file ``content``, sorted, each finding once.

    Args:
        content: The PDF, or the PNG of a format for screens.
        format: What it was made in.
        variant: What it was made for.
        language: Of its words; any one will do when it is empty.
        condition: What it is to be printed in; a press file has one.
    """
    if variant is Variant.SCREEN:
        return tuple(_check_pixels(content, format))
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return tuple(sorted(set(_check(pdf, format, variant, language, condition))))
    except (pikepdf.PdfError, KeyError, ValueError, IndexError) as error:
        return (Finding(Code.DAMAGED_FILE, str(error).partition("\n")[0]),)


def _check(
    pdf: pikepdf.Pdf,
    size: Format,
    variant: Variant,
    language: str,
    condition: PressCondition | None,
) -> Iterator[Finding]:
    yield from (Finding(Code.DAMAGED_FILE, problem) for problem in pdf.check_pdf_syntax())
    marks = tuple(mark for page in pdf.pages for mark in marks_on(page))
    for page in pdf.pages:
        yield from _check_boxes(page, size, condition if variant is Variant.PRESS else None)
    yield from _check_fonts(pdf)
    yield from _check_sharpness(marks)
    if variant is Variant.PRESS:
        assert condition is not None  # a press file is never made without one
        yield from check_plates(pdf, marks, condition)
    else:
        yield from check_access(pdf, variant, language)


def _check_boxes(
    page: pikepdf.Page, size: Format, condition: PressCondition | None
) -> Iterator[Finding]:
    media = Box.of(page.mediabox)
    trim = Box.of(page.obj.get("/TrimBox", page.mediabox))
    yield from _check_size("the trim size", trim, (size.width_mm, size.height_mm))
    if condition is None:
        yield from _check_size("the sheet", media, (size.width_mm, size.height_mm))
        return
    yield from _check_nested(page, trim, media)
    wanted = trim.grown(size.bleed_mm)
    bleed = Box.of(page.obj.get("/BleedBox", page.mediabox))
    if not (bleed.holds(wanted, 0.3) and wanted.holds(bleed, 0.3)):
        yield Finding(
            Code.WRONG_BOX, f"the bleed is {_size(bleed)}", f"{_size(wanted)} around the trim size"
        )


def _check_nested(page: pikepdf.Page, trim: Box, media: Box) -> Iterator[Finding]:
    for name in ("/TrimBox", "/BleedBox"):
        if name not in page.obj:
            yield Finding(Code.WRONG_BOX, f"there is no {name[1:]}", "one, for whoever cuts")
    if "/ArtBox" in page.obj:
        yield Finding(Code.WRONG_BOX, "there is an ArtBox", "a TrimBox alone")
    bleed = Box.of(page.obj.get("/BleedBox", page.mediabox))
    if not (media.holds(bleed) and bleed.holds(trim)):
        yield Finding(
            Code.WRONG_BOX,
            f"the boxes cross ({_size(trim)}, {_size(bleed)}, {_size(media)})",
            "each within the next: trim, bleed, media",
        )


def _check_size(what: str, box: Box, wanted: tuple[float, float]) -> Iterator[Finding]:
    if any(abs(a - b) > _TOLERANCE_MM for a, b in zip(box.size_mm, wanted, strict=True)):
        width, height = wanted
        yield Finding(Code.WRONG_BOX, f"{what} is {_size(box)}", f"{width:g} × {height:g} mm")


def _size(box: Box) -> str:
    width, height = box.size_mm
    return f"{width:.1f} × {height:.1f} mm"


def _check_fonts(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """ISO 32000-1, 9.9: the program of every font is in the file.

    Type 3 is drawn, not set: RIPs print it coarsely, so it counts as missing.
    """
    for drawing in drawings(pdf):
        for font in drawing.resources.get("/Font", {}).values():
            name = str(font.get("/BaseFont", "/of Type 3"))[1:]
            for real in font.get("/DescendantFonts", [font]):
                described = real.get("/FontDescriptor", {})
                if not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
                    yield Finding(Code.FONT_NOT_EMBEDDED, name.partition("+")[2] or name)


def _check_sharpness(marks: tuple[Mark, ...]) -> Iterator[Finding]:
    for mark in marks:
        if mark.kind != "picture":
            continue
        ppi = min(
            pixels / (points / 72)
            for pixels, points in zip(
                (int(mark.picture.Width), int(mark.picture.Height)), mark.size_pt, strict=True
            )
            if points > 0
        )
        if ppi < LEAST_PPI:
            yield Finding(Code.PICTURE_TOO_SMALL, f"{ppi:.0f}", str(LEAST_PPI))
        elif ppi < GOOD_PPI:
            yield Finding(Code.PICTURE_SOFT, f"{ppi:.0f}", str(GOOD_PPI))


def _check_pixels(content: bytes, size: Format) -> Iterator[Finding]:
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            found = picture.size
    except (OSError, SyntaxError) as error:
        yield Finding(Code.DAMAGED_FILE, str(error))
        return
    if found != size.size_px:
        wanted = "{} × {} pixels".format(*size.size_px)
        yield Finding(Code.WRONG_BOX, "it has {} × {} pixels".format(*found), wanted)
