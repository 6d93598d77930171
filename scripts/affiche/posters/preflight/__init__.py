"""The rules that a finished poster keeps: sharp pictures, legible type, a code that can be read.

The worker that made a file looks at it (``finished``) and notes what it found, so that it is kept
with the file and costs nothing when nothing changed; ``rules`` turns notes into diagnostics. What
the standards for print demand of a file is left to others.
"""

from affiche.posters.preflight.finished import look_at
from affiche.posters.preflight.measure import Measured, TextLine, measure
from affiche.posters.preflight.rules import check_finished

__all__ = ["Measured", "TextLine", "check_finished", "look_at", "measure"]
