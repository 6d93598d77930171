"""Tell colour spaces of PDF apart by what prints them (ISO 32000-1, 8.6)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pikepdf


class Space(StrEnum):
    """What the numbers of a colour mean."""

    GRAY = "gray"
    """Black ink alone where it is DeviceGray."""

    RGB = "RGB"
    """Light, not ink."""

    CMYK = "CMYK"
    """The four inks."""

    ALL = "All"
    """On every plate: registration marks."""

    SPOT = "spot colour"
    """An ink of its own."""

    PATTERN = "pattern"
    """A tile or a gradient."""

    INDEXED = "indexed"
    """Numbers of a palette."""

    OTHER = "other"
    """Measured colour, for example Lab."""


_DEVICE = {
    "/DeviceGray": Space.GRAY,
    "/CalGray": Space.GRAY,
    "/G": Space.GRAY,
    "/DeviceRGB": Space.RGB,
    "/CalRGB": Space.RGB,
    "/RGB": Space.RGB,
    "/DeviceCMYK": Space.CMYK,
    "/CMYK": Space.CMYK,
    "/Pattern": Space.PATTERN,
    "/Indexed": Space.INDEXED,
    "/I": Space.INDEXED,
}

_BY_COMPONENTS = {1: Space.GRAY, 3: Space.RGB, 4: Space.CMYK}


def space_of(value: Any, resources: Any = None) -> Space:
    """Return what the colour space ``value`` is; a name may be one of ``resources``."""
    if isinstance(value, pikepdf.Name):
        spaces: Any = {} if resources is None else resources.get("/ColorSpace", {})
        own = spaces.get(str(value))
        return space_of(own) if own is not None else _DEVICE.get(str(value), Space.OTHER)
    if not isinstance(value, pikepdf.Array) or len(value) == 0:
        return Space.OTHER
    match str(value[0]):
        case "/ICCBased":
            return _BY_COMPONENTS.get(int(value[1]["/N"]), Space.OTHER)
        case "/Separation":
            return Space.ALL if value[1] == "/All" else Space.SPOT
        case "/DeviceN":
            return Space.SPOT
        case family:
            return _DEVICE.get(family, Space.OTHER)


def is_device(value: Any) -> bool:
    """Whether the colour space ``value`` speaks of the inks themselves, without a profile."""
    return isinstance(value, pikepdf.Name) and str(value) in {"/DeviceGray", "/DeviceCMYK"}
