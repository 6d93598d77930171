"""The poster with Pillow: a raster of 300 pixels per inch in a PDF; the photograph decoded once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from benchmarks.competitors import Make
from benchmarks.poster import A3_MM, FONTS, PICTURE, PLACE_MM, Poster

_PPI = 300
_QUIET_ZONE = 4
_FILES = {"bold": "Poppins/Poppins-Bold.ttf", "text": "Source Sans 3/SourceSans3-Regular.ttf"}


@contextmanager
def opened(folder: Path) -> Iterator[Make]:
    """Yield a function that draws a poster."""
    photo = Image.open(folder / PICTURE).convert("RGB")
    photo = photo.resize((_px(PLACE_MM[0]), _px(PLACE_MM[1])))

    def make(poster: Poster) -> bytes:
        return _draw(poster, photo)

    yield make


def _draw(poster: Poster, photo: Image.Image) -> bytes:
    page = Image.new("RGB", (_px(A3_MM[0]), _px(A3_MM[1])), poster.colour("ground"))
    pen = ImageDraw.Draw(page)
    ink, light = poster.colour("ink"), poster.colour("text")
    left = _px(21)
    pen.text((left, _px(21)), poster.words("kicker"), light, _font("text", 22))
    headline = _largest(poster.words("headline"), _px(255), _px(80))
    pen.multiline_text((left, _px(40)), headline[0], light, headline[1], spacing=_px(1))
    page.paste(photo, (0, _px(130)))
    pen.rectangle((0, _px(300), page.width, page.height), poster.colour("paper"))
    message = _broken(poster.words("message_text"), _font("text", 26), _px(170))
    pen.multiline_text((left, _px(312)), message, ink, _font("text", 26))
    listed = "\n".join(f"• {point}" for point in poster.points)
    pen.multiline_text((left, _px(345)), listed, ink, _font("text", 22))
    when = _broken(poster.words("when"), _font("text", 22), _px(165))
    pen.multiline_text((left, _px(375)), when, ink, _font("text", 22))
    pen.text((left, _px(403)), poster.words("small_print"), ink, _font("text", 15))
    page.paste(_code(poster, ink), (_px(212), _px(312)))
    call = (_px(243), _px(385))
    pen.text(call, poster.words("call_to_action"), ink, _font("text", 22), anchor="mm")
    out = io.BytesIO()
    page.save(out, "PDF", resolution=_PPI, quality=88)
    return out.getvalue()


def _largest(words: str, width: int, height: int) -> tuple[str, ImageFont.FreeTypeFont]:
    """Return ``words`` broken into lines, and the largest size at which they fit."""
    low, high = 40, 98
    while high - low > 1:
        middle = (low + high) // 2
        font = _font("bold", middle)
        lines = _broken(words, font, width).split("\n")
        fits = len(lines) * font.size * 1.2 <= height
        fits = fits and all(font.getlength(line) <= width for line in lines)
        low, high = (middle, high) if fits else (low, middle)
    return _broken(words, _font("bold", low), width), _font("bold", low)


def _broken(words: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def _code(poster: Poster, ink: str) -> Image.Image:
    side = len(poster.code) + 2 * _QUIET_ZONE
    small = Image.new("RGB", (side, side), "white")
    for y, row in enumerate(poster.code):
        for x, module in enumerate(row):
            if module == "1":
                small.putpixel((x + _QUIET_ZONE, y + _QUIET_ZONE), _rgb(ink))
    return small.resize((_px(62), _px(62)), Image.Resampling.NEAREST)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


@cache
def _font(face: str, size_pt: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / _FILES[face], size_pt * _PPI / 72)


def _px(mm: float) -> int:
    return round(mm / 25.4 * _PPI)
