"""A QR code is large enough for where people stand, coarse enough for a camera, and can be read.

Drawing it is left to ``posters.qr`` and the templates, reading it to ``scanning``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from affiche.model import Format
from affiche.posters.planning import PlannedPoster
from affiche.posters.qr import version_of
from affiche.report import Code, Diagnostic, Place

LEAST_MODULE_MM = 0.5
"""Finer modules run together on an office printer."""

LEAST_MODULE_PX = 3
"""On a screen; a camera needs 2.5 of its own pixels for each, and never stands quite straight."""

REACH = 10
"""A telephone reads a code from ten times its width, the quiet zone not counted."""

NEAREST_MM = 200
"""Nearer nobody holds a telephone."""

STEP_UP = 8
"""Whoever scans steps up to an eighth of the viewing distance: half of the way from where running
text is read."""

MOST_VERSION = 5
"""ISO/IEC 18004:2015, table 7: up to 84 characters at level M. At a fifth of the width of A5, the
smallest paper, its modules are 0.6 mm."""

CHARACTERS = 84
"""What ``MOST_VERSION`` holds."""


def check_codes(noted: Iterable[tuple[PlannedPoster, dict[str, Any]]]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the codes of finished posters."""
    unread: dict[Place, set[str]] = defaultdict(set)
    small: dict[Place, dict[Format, dict[str, float]]] = defaultdict(dict)
    long: dict[Place, str] = {}
    for planned, notes in noted:
        if not (code := notes.get("code")):
            continue
        place = planned.blame("template")
        if not code["read"]:
            unread[place].add(planned.format.name)
        if code["module_mm"] and _is_small(planned.format, code):
            small[place][planned.format] = code
        data = json.loads(planned.job.drawing.data)
        if version_of(data["code"]) > MOST_VERSION:
            own = planned.location and planned.location.url
            place = planned.blame("locations") if own else planned.campaign.source.place()
            long[place] = data["address"]
    for place, names in unread.items():
        yield _unread(place, names)
    for place, codes in small.items():
        yield _small(place, codes)
    for place, address in long.items():
        yield _long(place, address)


def scan_distance_mm(size: Format) -> float:
    """Return from how far away the code on ``size`` (paper) is scanned."""
    return max(NEAREST_MM, size.viewing_distance_m * 1000 / STEP_UP)


def _is_small(size: Format, code: dict[str, float]) -> bool:
    if size.is_screen:
        return code["module_mm"] < LEAST_MODULE_PX * size.width_mm / size.size_px[0]
    return code["module_mm"] < LEAST_MODULE_MM or code["width_mm"] < scan_distance_mm(size) / REACH


def _unread(place: Place, names: set[str]) -> Diagnostic:
    return Diagnostic.of(
        Code.CODE_NOT_READ,
        place,
        f"The code cannot be read from the finished poster: {', '.join(sorted(names))}.",
        "Draw it with code(width) of the library: dark on white, four modules of white around it, "
        "nothing over it.",
    )


def _small(place: Place, codes: dict[Format, dict[str, float]]) -> Diagnostic:
    size, code = min(codes.items(), key=lambda pair: pair[1]["width_mm"] / pair[0].width_mm)
    names = ", ".join(one.name for one in codes)
    if size.is_screen:
        pixels = code["module_mm"] * size.size_px[0] / size.width_mm
        found = (
            f"its modules are {pixels:.1f} pixels on {size.name}, and {LEAST_MODULE_PX} can be read"
        )
    elif code["module_mm"] < LEAST_MODULE_MM:
        found = (
            f"its modules are {code['module_mm']:.2f} mm on {size.name}, "
            f"and {LEAST_MODULE_MM:g} mm can be printed"
        )
    else:
        distance = scan_distance_mm(size)
        found = (
            f"it is {code['width_mm']:.0f} mm wide on {size.name}, and from {distance:.0f} mm away "
            f"{distance / REACH:.0f} mm can be read"
        )
    return Diagnostic.of(
        Code.CODE_TOO_SMALL,
        place,
        f"The code is too small: {found}.",
        f"Make it wider in the template, or leave out {names}.",
    )


def _long(place: Place, address: str) -> Diagnostic:
    return Diagnostic.of(
        Code.CODE_TOO_DENSE,
        place,
        f"The code opens {address}, {len(address)} characters; with more than {CHARACTERS} its "
        "modules become small.",
        "Shorten the address: site_url in mkdocs.yml, or the name of the campaign's folder before "
        "anything is printed.",
    )
