"""The poster that everybody makes: one sheet of A3 with a photograph, words and a code.

Plain data, so that nobody has to load another's libraries; ``sample`` writes it from the sample
company, and how each makes it is left to ``competitors``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rendercv_fonts

A3_MM = (297.0, 420.0)

PLACE_MM = (297.0, 213.0)
"""What the photograph gets of it in the template, a few millimetres more or less."""

PICTURE = "picture.jpg"
"""The photograph, at 300 pixels per inch for its place: all but Affiche are given that."""

SOURCES = "typst"
"""Folder with the sources of the template, and the picture beside them."""

MAIN = "photo.typ"

FONTS = Path(rendercv_fonts.__file__).parent
"""Where Affiche has its fonts from: Poppins and Source Sans 3, in a folder each."""


@dataclass(frozen=True)
class Poster:
    """One of many posters that differ in their headline."""

    data: dict[str, Any]
    """All that the template reads, the photograph's file apart."""

    planned: Any = None
    """For Affiche: the ``PlannedPoster`` with its job."""

    @property
    def code(self) -> list[str]:
        """Rows of the QR code's modules, ``1`` for dark, without the quiet zone."""
        return list(self.data["code"])

    @property
    def points(self) -> list[str]:
        """The points as text."""
        return list(self.data["points_text"])

    def words(self, field: str) -> str:
        """Return the text of ``field``."""
        return str(self.data[field])

    def colour(self, role: str) -> str:
        """Return the colour of ``role`` as ``#RRGGBB``."""
        return str(self.data["colours"][role])
