"""Draw the QR code that leads from a poster to its campaign's page.

Where it stands and how large is left to the templates.
"""

from __future__ import annotations

import io
from functools import lru_cache

import segno

QUIET_ZONE_MODULES = 4
"""ISO/IEC 18004:2015, 6.3.8: four modules of nothing on each side."""


@lru_cache(maxsize=256)
def modules_of(address: str) -> tuple[str, ...]:
    """Return the code for ``address`` as rows of ``1`` (dark) and ``0``, without a quiet zone."""
    return tuple("".join("1" if dark else "0" for dark in row) for row in _code(address).matrix)


def version_of(address: str) -> int:
    """Return the version of the code for ``address``: each has four modules a side more."""
    # ISO/IEC 18004:2015, 6.3.1: version 1 has 21 modules a side.
    return (len(modules_of(address)) - 17) // 4


def _code(address: str) -> segno.QRCode:
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
