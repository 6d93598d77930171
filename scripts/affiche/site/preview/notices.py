"""What is wrong, as a preview shows it: the sentence, the line and where in it.

Finding it is left to ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from affiche.report import Diagnostic, Severity

_SHOWN = 100
"""Characters of a line that are shown."""


@dataclass(frozen=True)
class Notice:
    """One problem with the line that it is about."""

    diagnostic: Diagnostic

    line: str
    """The line, or the part of it around the place; empty where there is none."""

    before: str
    """As many spaces as stand before the place in ``line``."""

    @property
    def is_error(self) -> bool:
        """Whether nothing can be published with it."""
        return self.diagnostic.severity is Severity.ERROR


def notices(root: Path, diagnostics: Iterable[Diagnostic]) -> tuple[Notice, ...]:
    """Return ``diagnostics`` with their lines, errors first.

    Args:
        root: The project's folder.
        diagnostics: Sorted by place.
    """
    found = tuple(_notice(root, diagnostic) for diagnostic in diagnostics)
    return tuple(sorted(found, key=lambda notice: not notice.is_error))


def _notice(root: Path, diagnostic: Diagnostic) -> Notice:
    place = diagnostic.place
    try:
        lines = (root / place.file).read_text("utf-8-sig", errors="replace").splitlines()
        line = lines[place.line - 1].replace("\t", " ")
    except (OSError, ValueError, IndexError):
        return Notice(diagnostic, "", "")
    start = max(0, place.column - 1 - _SHOWN // 2) if len(line) > _SHOWN else 0
    return Notice(diagnostic, line[start : start + _SHOWN], " " * (place.column - 1 - start))
