"""Derive a palette and its schemes from one colour, so that everything on it can be read.

Which pairs must be legible, and how well, is decided in ``checks.contrast``.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from affiche.model import contrast
from affiche.model.contrast import LARGE_TEXT, NORMAL_TEXT

WHITE, BLACK = "#FFFFFF", "#000000"

_STEP = 0.01
"""Of lightness, from 0 to 1."""

_LEAST_DOT = 3
"""In per cent: smaller dots of ink do not hold on paper."""

_SECOND_HUE = 0.42
"""How far around the wheel the second colour stands: nearly opposite, never the same hue."""


@dataclass(frozen=True)
class Palette:
    """Colours by role, and schemes that name them."""

    colours: dict[str, str]
    """``#RRGGBB`` by role."""

    schemes: dict[str, dict[str, str]]
    """Roles by the fields of a scheme, by the scheme's name."""

    notes: tuple[str, ...]
    """What the wish could not be used for, and what stands in for it there."""


def derive_palette(wish: str) -> Palette:
    """Return a palette around ``wish`` (``#RRGGBB``)."""
    main = wish.upper()
    ink = _toned(main, lightness=0.12, most_saturation=0.55)
    paper = _toned(main, lightness=0.965, most_saturation=0.35)
    on_main = "white" if contrast(WHITE, main) >= LARGE_TEXT else "ink"
    text = WHITE if on_main == "white" else ink
    main_text = _until(main, _darker, lambda c: min(contrast(c, WHITE), contrast(c, paper)))
    # Ink on a light colour is legible at any size; white may be so on a darker one only.
    panel = main if contrast(text, main) >= NORMAL_TEXT else main_text
    light = _until(main, _lighter, lambda c: contrast(c, ink))
    second = _until(_turned(main), _lighter, lambda c: contrast(c, ink))
    variants = {"main-panel": panel, "main-text": main_text, "main-light": light}
    own = {role: colour for role, colour in variants.items() if colour != main}
    colours = {
        "main": main,
        **own,
        "second": second,
        "ink": ink,
        "paper": paper,
        "black": BLACK,
        "white": WHITE,
    }

    def role(name: str) -> str:
        return name if name in own else "main"

    other = "ink" if on_main == "white" else "white"
    schemes = {
        "main": {
            "ground": "main",
            "text": on_main,
            "first": on_main,
            "second": "second" if contrast(second, main) >= LARGE_TEXT else other,
            "panel": role("main-panel"),
            "accent": role("main-text"),
            "accent_dark": role("main-light"),
        },
        "dark": {
            "ground": "ink",
            "text": "white",
            "first": role("main-light"),
            "second": "second",
            "panel": "ink",
            "accent": "ink",
            "accent_dark": "second",
        },
    }
    return Palette(colours, schemes, tuple(_notes(colours, on_main)))


def inks_of(colour: str) -> tuple[int, int, int, int]:
    """Return cyan, magenta, yellow and black for ``colour``, in per cent, without a profile.

    Black takes the grey that all three colours share, so no more than two of them are printed:
    the sum stays under 300.
    """
    if colour == BLACK:
        return 0, 0, 0, 100
    red, green, blue = _channels(colour)
    black = 1 - max(red, green, blue)
    inks = (*((1 - black - c) / (1 - black) for c in (red, green, blue)), black)
    cyan, magenta, yellow, key = (
        round(ink * 100) if ink * 100 >= _LEAST_DOT else 0 for ink in inks
    )
    return cyan, magenta, yellow, key


def _notes(colours: dict[str, str], on_main: str) -> Iterator[str]:
    main = colours["main"]
    if on_main == "ink":
        yield f"White cannot be read on {main}: headlines on it are dark."
    if panel := colours.get("main-panel"):
        yield f"Small white text cannot be read on {main}: it stands on {panel}."
    if text := colours.get("main-text"):
        yield f"Links in {main} could not be read on a light page: they are {text}."


def _until(colour: str, change: Callable[[str], str], ratio: Callable[[str], float]) -> str:
    """Return ``colour``, changed as little as gives text of any size enough contrast."""
    while ratio(colour) < NORMAL_TEXT:
        colour = change(colour)
    return colour


def _darker(colour: str) -> str:
    hue, lightness, saturation = _hls(colour)
    return _hex(hue, max(0.0, lightness - _STEP), saturation)


def _lighter(colour: str) -> str:
    hue, lightness, saturation = _hls(colour)
    return _hex(hue, min(1.0, lightness + _STEP), saturation)


def _turned(colour: str) -> str:
    """Return a colour nearly opposite to ``colour``: a warm one to a cool one."""
    hue, *_ = _hls(colour)
    return _hex((hue + _SECOND_HUE) % 1, lightness=0.6, saturation=0.7)


def _toned(colour: str, *, lightness: float, most_saturation: float) -> str:
    hue, _, saturation = _hls(colour)
    return _hex(hue, lightness, min(saturation, most_saturation))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hls(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*_channels(colour))


def _hex(hue: float, lightness: float, saturation: float) -> str:
    channels = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)
