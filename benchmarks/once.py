"""Make one poster and nothing else, in a process that loads nothing else: a cold start.

``python -m benchmarks.once NUMBER FOLDER``: the number of the competitor, and the folder that
``sample.lay_ready`` filled.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

from benchmarks.competitors import COMPETITORS
from benchmarks.poster import Poster

PLAIN = "poster.json"
"""The poster as data."""

PLANNED = "poster.pickle"
"""The same with its job, for Affiche."""


def make_one(number: int, folder: Path) -> None:
    """Make the poster that lies ready in ``folder``."""
    competitor = COMPETITORS[number]
    if competitor.module == "ours":
        poster = pickle.loads((folder / PLANNED).read_bytes())
    else:
        poster = Poster(json.loads((folder / PLAIN).read_bytes()))
    with competitor.opened(folder) as make:
        make(poster)


if __name__ == "__main__":
    make_one(int(sys.argv[1]), Path(sys.argv[2]))
