"""The poster with ReportLab: fonts registered once, the JPEG taken over as it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from benchmarks.competitors import Make
from benchmarks.poster import A3_MM, FONTS, PICTURE, PLACE_MM, Poster

_QUIET_ZONE = 4
_FONTS = {
    "Headline": "Poppins/Poppins-Bold.ttf",
    "Text": "Source Sans 3/SourceSans3-Regular.ttf",
    "Bold": "Source Sans 3/SourceSans3-Bold.ttf",
}


@contextmanager
def opened(folder: Path) -> Iterator[Make]:
    """Yield a function that draws a poster."""
    rl_config.useA85 = 0  # binary streams, as the others write them
    for name, file in _FONTS.items():
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    picture = folder / PICTURE

    def make(poster: Poster) -> bytes:
        return _draw(poster, picture)

    yield make


def _draw(poster: Poster, picture: Path) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(A3_MM[0] * mm, A3_MM[1] * mm), pageCompression=1)
    canvas.setTitle(poster.words("headline"))
    canvas.setFillColor(poster.colour("ground"))
    canvas.rect(0, 0, A3_MM[0] * mm, A3_MM[1] * mm, stroke=0, fill=1)
    height = PLACE_MM[1]
    canvas.drawImage(picture, 0, (A3_MM[1] - 130 - height) * mm, PLACE_MM[0] * mm, height * mm)
    canvas.setFillColor(poster.colour("paper"))
    canvas.rect(0, 0, A3_MM[0] * mm, 120 * mm, stroke=0, fill=1)
    light, ink = poster.colour("text"), poster.colour("ink")
    _set(canvas, poster.words("kicker"), "Bold", 22, light, (21, 21, 255))
    _headline(canvas, poster.words("headline"), light)
    _set(canvas, poster.words("message_text"), "Text", 26, ink, (21, 312, 170))
    for number, point in enumerate(poster.points):
        _set(canvas, f"• {point}", "Text", 22, ink, (21, 340 + 10 * number, 170))
    _set(canvas, poster.words("when"), "Bold", 22, ink, (21, 375, 165))
    _set(canvas, poster.words("small_print"), "Text", 15, ink, (21, 403, 180))
    _set(canvas, poster.words("call_to_action"), "Bold", 22, ink, (212, 380, 62))
    _code(canvas, poster, ink)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _headline(canvas: Canvas, words: str, colour: str) -> None:
    """Set ``words`` in the largest of some sizes at which they fit."""
    for size in range(98, 40, -4):
        style = ParagraphStyle("", fontName="Headline", fontSize=size, leading=size * 1.2)
        _, height = Paragraph(escape(words), style).wrap(255 * mm, 1000 * mm)
        if height <= 80 * mm:
            break
    _set(canvas, words, "Headline", size, colour, (21, 40, 255))


def _set(
    canvas: Canvas, words: str, font: str, size: int, colour: str, at: tuple[float, float, float]
) -> None:
    """Set ``words`` at x and y from the top left corner, within a width, all in mm."""
    x, y, width = at
    style = ParagraphStyle("", fontName=font, fontSize=size, leading=size * 1.2, textColor=colour)
    paragraph = Paragraph(escape(words), style)
    _, height = paragraph.wrap(width * mm, 1000 * mm)
    paragraph.drawOn(canvas, x * mm, (A3_MM[1] - y) * mm - height)


def _code(canvas: Canvas, poster: Poster, ink: str) -> None:
    side = len(poster.code) + 2 * _QUIET_ZONE
    module = 62 * mm / side
    left, top = 212 * mm, (A3_MM[1] - 312) * mm
    canvas.setFillColor("white")
    canvas.rect(left, top - 62 * mm, 62 * mm, 62 * mm, stroke=0, fill=1)
    canvas.setFillColor(ink)
    dark = canvas.beginPath()
    for y, row in enumerate(poster.code):
        for x, each in enumerate(row):
            if each == "1":
                dark.rect(
                    left + (x + _QUIET_ZONE) * module,
                    top - (y + _QUIET_ZONE + 1) * module,
                    module,
                    module,
                )
    canvas.drawPath(dark, stroke=0, fill=1)
