"""Draw the QR code that leads from a poster to its campaign's page.

Where it stands and how large is left to the templates.
"""

from __future__ import annotations

import io
from functools import lru_cache

import segno

QUIET_ZONE_MODULES = 4
"""ISO/IEC 18004:2015, 6.3.8: four modules of nothing on each side."""


# All formats, places and languages of a campaign lead to one address.
@lru_cache(maxsize=256)
def draw_qr(address: str, colour: str) -> bytes:
    """Return an SVG of the code for ``address``, quiet zone and white ground included.

    Args:
        address: The web address that it opens.
        colour: Of the dark modules, as ``#RRGGBB``.
    """
    code = segno.make_qr(address, error="m", boost_error=False)
    out = io.BytesIO()
    code.save(
        out, kind="svg", border=QUIET_ZONE_MODULES, dark=colour, light="#ffffff", xmldecl=False
    )
    return out.getvalue()
