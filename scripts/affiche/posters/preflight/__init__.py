"""The rules that a finished poster keeps: sharp pictures, legible type, a code that can be read.

The worker that made a file looks at it (``finished``) and notes what it found, so that it is kept
with the file and costs nothing when nothing changed; ``rules`` turns notes into diagnostics. What
the standards for print demand of a file is left to others.
"""

from typing import TYPE_CHECKING

from affiche.posters.on_demand import on_demand
from affiche.posters.preflight.rules import check_finished

if TYPE_CHECKING:
    from affiche.posters.preflight.finished import look_at
    from affiche.posters.preflight.measuring import Measured, TextLine, measure

_HOMES = {
    "Measured": "measuring",
    "TextLine": "measuring",
    "look_at": "finished",
    "measure": "measuring",
}

__all__ = ["Measured", "TextLine", "check_finished", "look_at", "measure"]

__getattr__ = on_demand(__name__, _HOMES)
