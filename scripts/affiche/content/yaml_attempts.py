"""Read lines as YAML over and over, as they may be meant, for as long as that takes no time.

What to try is left to ``yaml_cures``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

Position = tuple[float, float]
"""Line and column, both from 0."""

NOWHERE: Position = (-1, -1)
_BEYOND: Position = (float("inf"), 0)
_MOST_READ = 100_000
"""So many letters are read in all, in Python: that takes a second, and no fields are that long."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser gave up."""

    error: Any
    """What the parser says of it."""

    @property
    def position(self) -> Position:
        """The line and the column; nowhere for what is wrong before any line is read."""
        mark = getattr(self.error, "problem_mark", None)
        return (mark.line, mark.column) if mark else NOWHERE


class Attempts:
    """Readings of lines as YAML, as long as they do not take too long."""

    def __init__(self) -> None:
        """Begin to count what is read."""
        self._read = 0

    def read(self, lines: Iterable[str], error: yaml.YAMLError | None = None) -> Stop | None:
        """Return where the parser gives up: with ``error`` if with nothing of its own."""
        text = "\n".join(lines)
        try:
            for _ in yaml.parse(text, Loader=yaml.SafeLoader):
                pass
        except yaml.YAMLError as own:
            error = own
        mark = getattr(error, "problem_mark", None)
        self._read += mark.index if mark else len(text)
        return Stop(error) if error else None

    def reach(self, lines: Iterable[str]) -> Position:
        """Return how far the parser gets: nowhere when it has read enough."""
        if self._read > _MOST_READ:
            return NOWHERE
        stop = self.read(lines)
        return stop.position if stop else _BEYOND
