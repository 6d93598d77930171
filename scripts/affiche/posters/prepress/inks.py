"""Which inks print a colour: the brand's own for its palette, the ICC profile's for all else.

Where colours stand in a file is left to ``content`` and ``pictures``.
"""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms, ImageFilter

from affiche.posters.prepress.condition import BLACK, NO_INK, Inks, PressCondition

_NODES = 33
"""Nodes along each edge of the colour cube; as many as Little CMS itself takes for 8 bits."""

NEAR_BLACK = 8
"""An sRGB colour with no channel above this (of 255) is black: people cannot tell them apart."""

_HALF_STEP = 0.5 / 255 + 1e-6
"""Typst keeps 8 bits of an ink; so far may 94 % be from 0.94."""


class Separation:
    """Colours into inks, for one printing condition."""

    def __init__(self, condition: PressCondition) -> None:
        """Prepare for ``condition``; the cube of the profile is made when a picture needs it."""
        self._condition = condition
        self._by_hex = {
            bytes.fromhex(hex_[1:]): tuple(ink / 100 for ink in inks)
            for hex_, inks in condition.palette
        }
        self._own: tuple[Inks, ...] = (*self._by_hex.values(), BLACK, NO_INK)  # type: ignore[arg-type]

    def of_rgb(self, red: float, green: float, blue: float) -> Inks:
        """Return the inks of an sRGB colour, whose channels go from 0 to 1."""
        key = bytes(round(min(max(part, 0), 1) * 255) for part in (red, green, blue))
        if own := self._by_hex.get(key):
            return own  # type: ignore[return-value]  # made of four
        if max(key) <= NEAR_BLACK:
            return BLACK
        if len(set(key)) == 1:
            return self.of_gray(red)
        return self._by_profile(key)

    def of_gray(self, gray: float) -> Inks:
        """Return the inks of a grey: black ink alone, so that no colour cast creeps in.

        ISO 32000-1, 10.3.3: grey into CMYK.
        """
        return (0.0, 0.0, 0.0, round(1 - min(max(gray, 0), 1), 4))

    def of_cmyk(self, inks: Inks) -> Inks:
        """Return ``inks`` as the brand wrote them; a mix that is none of its colours stays."""
        for own in self._own:
            if all(abs(a - b) <= _HALF_STEP for a, b in zip(inks, own, strict=True)):
                return own
        return inks

    def of_picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in RGB as one in CMYK; no pixel has more ink than the paper takes."""
        cube = _cube(self._condition.profile.content, self._condition.most_ink)
        return picture.filter(cube)

    def _by_profile(self, rgb: bytes) -> Inks:
        pixel = _through_profile(
            self._condition.profile.content, Image.frombytes("RGB", (1, 1), rgb)
        )
        limited = _limited(pixel.tobytes(), self._condition.most_ink)
        return tuple(round(ink, 4) for ink in limited)  # type: ignore[return-value]  # four


@lru_cache(maxsize=2)
def _transform(profile: bytes) -> ImageCms.ImageCmsTransform:
    """From sRGB, relative colorimetric: paper is white, and colours in reach stay as they are.

    Black point compensation keeps the drawing in what is darker than the press can print.
    """
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC,
    )


def _through_profile(profile: bytes, picture: Image.Image) -> Image.Image:
    inks = ImageCms.applyTransform(picture, _transform(profile))
    assert inks is not None  # it is not done in place
    return inks


@lru_cache(maxsize=2)
def _cube(profile: bytes, most_ink: int) -> ImageFilter.Color3DLUT:
    """Return the profile as a cube of inks by red, green and blue, none above ``most_ink``.

    What lies between nodes is a mean of them, so no pixel can have more ink than a node has.
    """
    steps = [round(step * 255 / (_NODES - 1)) for step in range(_NODES)]
    # Red changes fastest, as the filter wants it.
    colours = bytes(part for b in steps for g in steps for r in steps for part in (r, g, b))
    nodes = Image.frombytes("RGB", (_NODES * _NODES, _NODES), colours)
    inks = _through_profile(profile, nodes).tobytes()
    table: list[float] = []
    for at in range(0, len(inks), 4):
        table.extend(_limited(inks[at : at + 4], most_ink))
    return ImageFilter.Color3DLUT(_NODES, table, channels=4, target_mode="CMYK")


def _limited(inks: bytes, most_ink: int) -> Inks:
    """Return four inks of 8 bits from 0 to 1, their sum at most ``most_ink`` per cent.

    Under colour removal: black stays, as it draws the picture; the three colours give way evenly,
    so that the hue stays too.
    """
    cyan, magenta, yellow, black = (ink / 255 for ink in inks)
    room, colour = most_ink / 100 - black, cyan + magenta + yellow
    if colour <= room:
        return (cyan, magenta, yellow, black)
    give = room / colour
    return (cyan * give, magenta * give, yellow * give, black)
