"""Set a page with its photograph: the template says where it stands, and it is prepared for there.

Preparing it is left to ``print_picture``, setting the page to ``typesetting``.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from affiche.model import FocalPoint
from affiche.model.format import MM_PER_INCH
from affiche.posters.duotone import Tones
from affiche.posters.picture import PRINT_PPI
from affiche.posters.picture_file import PictureFile
from affiche.posters.print_picture import PrintPicture, Shelf
from affiche.posters.typesetting import VARIANT, Typesetter

PLACE = "<picture-place>"
"""The label of a template's word on where its picture stands: ``{width_mm, height_mm}``."""

SHOWN_PPI = 144
"""Pixels per inch of photographs on screens and in previews: twice what is shown, so that they are
sharp wherever their place begins."""

MOST_BYTES_ON_A3 = 2_500_000
"""Of a photograph in a file that people mail and print themselves: with type and fonts the file
stays under 3 MB. On larger sheets it is more in proportion."""

_A3_MM2 = 297 * 420

_STEP = 1.04
"""Sizes are rounded up to its powers: places that differ by less (by a line of text more or less)
share a prepared picture, and the focal point moves by 2 % of the place at most."""

_MOST_TRIES = 3

_MOST_GUESSES = 1000


@dataclass(frozen=True)
class Photo:
    """A photograph that a page is set with."""

    picture: PictureFile
    """Its file."""

    focus: FocalPoint
    """The point of it that stays in view."""

    tones: Tones | None
    """The two colours that it is turned into, or None to leave it as it is."""

    ppi: int = PRINT_PPI
    """Pixels per inch at most."""

    is_limited: bool = False
    """Whether the file must stay small."""

    def for_place(self, width_mm: float, height_mm: float) -> PrintPicture:
        """Return what is to be prepared for a place of this size."""
        area_mm2 = width_mm * height_mm
        most_bytes = round(MOST_BYTES_ON_A3 * max(1, area_mm2 / _A3_MM2))
        return PrintPicture(
            self.picture,
            self.focus,
            self.tones,
            width_mm,
            height_mm,
            self.ppi,
            most_bytes if self.is_limited else None,
        )


_guesses: dict[tuple[str, Photo], tuple[float, float]] = {}
"""Where the picture stood last, so that most pages are set once; every guess is checked."""


def set_with_photo(
    setter: Typesetter, data: str, photo: Photo, shelf: Shelf, kind: str, **options: Any
) -> tuple[bytes, float | None]:
    """Return a page with ``photo`` in it, and the pixels per inch that the photograph has there.

    Args:
        setter: With the template.
        data: JSON that the template reads; the name of the picture's file is filled in.
        photo: What stands where the template says; nothing when it has no place for one.
        shelf: Where prepared pictures are kept.
        kind: As for ``Typesetter.page``.
        options: Likewise.

    Raises:
        TypesettingError: the template does not work.
    """
    poster = json.loads(data)
    whose = (f"{setter.main} {poster['format']['name']} {poster[VARIANT]['name']}", photo)
    size = _guesses.get(whose)
    if size is None:
        setter.data = data
        size = _size_said(setter)
        if size is None:
            return setter.page(kind, **options), None
    for _ in range(_MOST_TRIES):
        prepared = shelf.take(photo.for_place(*size))
        name = f"picture-{size[0]:g}x{size[1]:g}-{photo.ppi}{prepared.suffix}"
        setter.add(name, prepared.content)
        poster[VARIANT]["picture_file"] = name
        setter.data = json.dumps(poster, ensure_ascii=False)
        page = setter.page(kind, **options)
        said = setter.said(PLACE)
        if not said or (needed := _rounded_up(said[0])) == size:
            break
        size = needed
    if len(_guesses) >= _MOST_GUESSES:
        _guesses.clear()
    _guesses[whose] = size
    if not said:
        return page, None
    mm_per_pixel = max(
        said[0]["width_mm"] / prepared.width_px, said[0]["height_mm"] / prepared.height_px
    )
    return page, MM_PER_INCH / mm_per_pixel


def _size_said(setter: Typesetter) -> tuple[float, float] | None:
    said = setter.said(PLACE)
    return _rounded_up(said[0]) if said else None


def _rounded_up(place: dict[str, float]) -> tuple[float, float]:
    """Return width and height in mm to prepare for, a little more than those of ``place``."""

    def rounded(mm: float) -> float:
        return round(_STEP ** math.ceil(math.log(max(mm, 1), _STEP) - 1e-6), 2)

    return rounded(place["width_mm"]), rounded(place["height_mm"])
