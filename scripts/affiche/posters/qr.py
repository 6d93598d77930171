"""Draw the QR code that leads from a poster to its campaign's page.

Where it stands and how large is left to the templates.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from affiche.press import Memory

if TYPE_CHECKING:
    import segno

QUIET_ZONE_MODULES = 4
"""ISO/IEC 18004:2015, 6.3.8: four modules of nothing on each side."""


@lru_cache(maxsize=256)
def modules_of(address: str) -> tuple[str, ...]:
    """Return the code for ``address`` as rows of ``1`` (dark) and ``0``, without a quiet zone."""
    return tuple("".join("1" if dark else "0" for dark in row) for row in _code(address).matrix)


def version_of(modules: Sequence[str]) -> int:
    """Return the version of a code with the rows ``modules``: each has four more a side."""
    # ISO/IEC 18004:2015, 6.3.1: version 1 has 21 modules a side.
    return (len(modules) - 17) // 4


def remembered_modules_of(address: str, memory: Memory) -> tuple[str, ...]:
    """Return what ``modules_of`` does, computed anew only where ``memory`` does not know it."""
    question = f"qr code\0{address}"
    return tuple(json.loads(memory.recall(question, lambda: json.dumps(modules_of(address)))))


def _code(address: str) -> segno.QRCode:
    # Where all codes are kept already, nothing needs to compute one.
    import segno  # noqa: PLC0415

    return segno.make_qr(address, error="m", boost_error=False)


# All formats, places and languages of a campaign lead to one address.
@lru_cache(maxsize=256)
def draw_qr(address: str, colour: str) -> bytes:
    """Return an SVG of the code for ``address``, quiet zone and white ground included.

    Args:
        address: The web address that it opens.
        colour: Of the dark modules, as ``#RRGGBB``.
    """
    out = io.BytesIO()
    _code(address).save(
        out, kind="svg", border=QUIET_ZONE_MODULES, dark=colour, light="#ffffff", xmldecl=False
    )
    return out.getvalue()
