"""Show how two looks of a poster differ: where something changed, and how much of it.

Drawing the looks is left to ``rendering``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from affiche.posters.picture import as_webp

TOLERANCE = 24
"""By how much a channel (of 255) may differ and still look the same: the edges of letters."""

_REACH_PX = 9
"""Marks of a change that are nearer than this belong together; odd, as Pillow wants it."""

_PALE = 0.25
"""How much is left of what did not change."""

_GONE, _NEW = (179, 24, 48), (0, 98, 155)
"""Red for what is no longer there, blue for what has come: told apart by the colour-blind too."""


@dataclass(frozen=True)
class PictureDifference:
    """Two looks compared."""

    share: float
    """Which part of the picture changed: from 0 to 1."""

    difference: bytes = field(repr=False)
    """The new look, pale, with what changed in full colour and framed; a WebP."""

    before: bytes = field(repr=False)
    """The old look as a WebP."""

    after: bytes = field(repr=False)
    """The new look as a WebP."""

    size_px: tuple[int, int] = (0, 0)
    """Width and height of the new look."""


def compare_looks(before: bytes, after: bytes) -> PictureDifference:
    """Return how the picture ``after`` differs from ``before``.

    Pictures of different shapes differ as a whole.
    """
    old, new = (Image.open(io.BytesIO(look)).convert("RGB") for look in (before, after))
    shown = as_webp(old, effort=2), as_webp(new, effort=2)
    if old.size != new.size:
        return PictureDifference(1, shown[1], *shown, new.size)
    mask = _changed(old, new)
    share = mask.histogram()[255] / (mask.width * mask.height)
    return PictureDifference(share, as_webp(_marked(old, new, mask), effort=2), *shown, new.size)


def show_look(look: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return a look that has no other to compare it with as a WebP, and its size."""
    picture = Image.open(io.BytesIO(look)).convert("RGB")
    return as_webp(picture, effort=2), picture.size


def _changed(old: Image.Image, new: Image.Image) -> Image.Image:
    """Return a mask that is white where the two differ by more than can be overlooked."""
    channels = ImageChops.difference(old, new).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return most.point(lambda level: 255 if level > TOLERANCE else 0)


def _marked(old: Image.Image, new: Image.Image, mask: Image.Image) -> Image.Image:
    near = mask.filter(ImageFilter.MaxFilter(_REACH_PX))
    white = Image.new("RGB", new.size, "white")
    marked = Image.blend(white, new.convert("L").convert("RGB"), _PALE)
    marked.paste(white, mask=near)
    draw = ImageDraw.Draw(marked)
    for box in _boxes(near):
        there, was, now = (picture.crop(box) for picture in (mask, old, new))
        ground = _ground(was, now)
        for look, colour in ((was, _GONE), (now, _NEW)):
            ink = ImageChops.multiply(there, _apart(look, ground))
            marked.paste(Image.new("RGB", look.size, colour), box[:2], ink)
        draw.rectangle(box, outline=_NEW, width=2)
    return marked


def _ground(was: Image.Image, now: Image.Image) -> tuple[int, int, int]:
    """Return the colour that covers most of both: letters may be dark on light or light on dark."""
    both = Image.new("RGB", (was.width, was.height * 2))
    both.paste(was)
    both.paste(now, (0, was.height))
    colours = both.getcolors(both.width * both.height)
    assert colours  # there are no more colours than pixels
    _, ground = max(colours)
    assert isinstance(ground, tuple)
    return ground[0], ground[1], ground[2]


def _apart(look: Image.Image, ground: tuple[int, int, int]) -> Image.Image:
    """Return a mask of where ``look`` is not ``ground``, the whiter the further from it."""
    red, green, blue = ImageChops.difference(look, Image.new("RGB", look.size, ground)).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda level: min(255, level * 2))


_CELL_PX = 40
"""Changes in neighbouring cells of this size share a frame."""

_AROUND_PX = 4
"""Between a change and its frame."""


def _boxes(mask: Image.Image) -> list[tuple[int, int, int, int]]:
    """Return frames around what is white in ``mask``: neighbouring cells of a grid in one frame."""
    # The marks are wide enough to show in the mean of a cell.
    means = mask.reduce(_CELL_PX)
    cells = {
        (column, row)
        for row in range(means.height)
        for column in range(means.width)
        if means.getpixel((column, row))
    }
    boxes = []
    while cells:
        island, edge = set(), [cells.pop()]
        while edge:
            column, row = edge.pop()
            island.add((column, row))
            beside = {(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)} & cells
            cells -= beside
            edge += beside
        inked = [
            (box[0] + cell[0], box[1] + cell[1], box[2] + cell[0], box[3] + cell[1])
            for cell in (_cell(column, row, mask) for column, row in island)
            if (box := mask.crop(cell).getbbox())
        ]
        left, top = (min(box[edge] for box in inked) for edge in (0, 1))
        right, bottom = (max(box[edge] for box in inked) for edge in (2, 3))
        boxes.append(
            (
                max(0, left - 4),
                max(0, top - 4),
                min(right + 4, mask.width),
                min(bottom + 4, mask.height),
            )
        )
    return sorted(boxes)


def _cell(column: int, row: int, mask: Image.Image) -> tuple[int, int, int, int]:
    left, top = column * _CELL_PX, row * _CELL_PX
    return left, top, min(left + _CELL_PX, mask.width), min(top + _CELL_PX, mask.height)
