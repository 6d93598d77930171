"""Measure a finished PDF: where its type stands and how large it is, its pictures, its links.

What is too small or too near the edge is decided in ``finished``.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pt from the top left corner of the trim size."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right, in pt."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in pt."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class TextLine:
    """Letters of one size that stand beside each other."""

    text: str

    size_pt: float
    """As printed, whatever the page scales."""

    box: Box
    """Around the ink of its letters."""

    colour: str
    """Of its first letter, ``#RRGGBB``."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture made of pixels."""

    ppi: float
    """Pixels per inch at the size in which it stands there."""

    box: Box


@dataclass(frozen=True, slots=True)
class Link:
    """A place that opens an address."""

    address: str

    box: Box


@dataclass(frozen=True, slots=True)
class Measured:
    """The first page of a PDF."""

    width_pt: float
    """Trim width."""

    height_pt: float
    """Trim height."""

    lines: tuple[TextLine, ...]
    """All type, in the order of the file."""

    pictures: tuple[Pixels, ...]
    """Every picture that is not drawn with lines."""

    links: tuple[Link, ...]


def measure(pdf: bytes) -> Measured:
    """Return what stands on the first page of ``pdf``.

    Raises:
        pypdfium2.PdfiumError: it is no PDF.
    """
    with first_page(pdf) as page:
        return measure_page(page)


@contextmanager
def first_page(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    """Give the first page of ``pdf``, which takes longer to open than to measure.

    Raises:
        pypdfium2.PdfiumError: it is no PDF.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document[0]
    finally:
        document.close()


def measure_page(page: pypdfium2.PdfPage) -> Measured:
    """Return what stands on ``page``."""
    left, bottom, right, top = page.get_trimbox()
    return Measured(
        right - left,
        top - bottom,
        tuple(_lines(page, left, top)),
        tuple(_pictures(page, left, top)),
        tuple(_links(page, left, top)),
    )


def _lines(page: pypdfium2.PdfPage, left: float, top: float) -> Iterator[TextLine]:
    text = page.get_textpage()
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    size, colour = 0.0, ""

    def line() -> TextLine:
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        box = Box(min(lefts) - left, top - max(tops), max(rights) - left, top - min(bottoms))
        return TextLine("".join(letters).strip(), size, box, colour)

    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter in "\r\n":
            # Where pdfium sees the end of a line it puts one in.
            if boxes:
                yield line()
            letters, boxes = [], []
        elif letter.isspace():
            letters.append(letter)
        else:
            here = _size(text, index)
            if boxes and abs(here - size) > 0.05:
                yield line()
                letters, boxes = [], []
            if not boxes:
                colour = _colour(text, index)
            size = here
            letters.append(letter)
            boxes.append(text.get_charbox(index))
    if boxes:
        yield line()


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Return the size of a letter as it is seen: the font's, times the height of its matrix."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size: float = raw.FPDFText_GetFontSize(text, index)
    return size * math.hypot(matrix.c, matrix.d)


def _colour(text: pypdfium2.PdfTextPage, index: int) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return f"#{red.value:02X}{green.value:02X}{blue.value:02X}"


def _pictures(page: pypdfium2.PdfPage, left: float, top: float) -> Iterator[Pixels]:
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        x, y, right, upper = picture.get_bounds()
        width_px, _ = picture.get_px_size()
        if right > x:
            box = Box(x - left, top - upper, right - left, top - y)
            yield Pixels(width_px / box.width * POINTS_PER_INCH, box)


def _links(page: pypdfium2.PdfPage, left: float, top: float) -> Iterator[Link]:
    document = page.pdf
    link, position, rect = raw.FPDF_LINK(), ctypes.c_int(0), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not length or not raw.FPDFLink_GetAnnotRect(link, rect):
            continue
        address = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, address, length)
        yield Link(
            address.value.decode("utf-8", "replace"),
            Box(rect.left - left, top - rect.top, rect.right - left, top - rect.bottom),
        )
