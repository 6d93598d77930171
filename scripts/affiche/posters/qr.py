"""Draw the QR code that leads from a poster to its campaign's page.

Where it stands and how large is left to the templates.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from affiche.press import Artefact, Store

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


@dataclass(frozen=True)
class CodeBook:
    """Codes that were computed before; what they are does not depend on it."""

    folder: Path | None = None
    """Of the store that keeps them; None to keep none."""

    def modules_of(self, address: str) -> tuple[str, ...]:
        """Return what the function of this name does, computed anew only where it is not kept."""
        if self.folder is None:
            return modules_of(address)
        name = f"qr code\0{_maker()}\0{address}"
        digest = hashlib.sha256(name.encode()).hexdigest()
        try:
            kept = Store(self.folder).make_once(
                digest, lambda: Artefact(notes=json.dumps(modules_of(address)))
            )
        except OSError:  # a store that may only be read
            return modules_of(address)
        return tuple(json.loads(kept.notes))


NO_BOOK = CodeBook()
"""Every code is computed anew."""


@cache
def _maker() -> str:
    return f"segno {version('segno')}"


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
