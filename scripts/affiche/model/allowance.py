"""What is allowed to break a rule for a while, and why: ``rules.yml`` beside the brand.

Whether an allowance still counts on a given day, and whether it is needed, is left to ``checks``.
"""

from __future__ import annotations

from enum import StrEnum
from fnmatch import fnmatchcase

from pydantic import Field

from affiche.model.dates import Date
from affiche.model.entity import Part, Source
from affiche.model.fields import Line
from affiche.report import Code


class AllowedLevel(StrEnum):
    """What becomes of a breach that is allowed."""

    OFF = "off"
    """It is counted, and not told."""

    WARNING = "warning"
    """It is told, and stops only a strict build."""


class Allowance(Part):
    """One rule that need not hold for a while."""

    rule: Line
    """The name of the rule, as messages have it: ``poster.picture-soft``."""

    level: AllowedLevel
    """``off`` to switch the rule off, ``warning`` to be warned only."""

    reason: Line
    """Why it may be so, for whoever reads it in half a year."""

    until: Date
    """The last day on which it counts, at most a year from now."""

    files: Line | None = None
    """Which files, as seen from mkdocs.yml; a ``*`` stands for anything. All when left out."""

    def covers(self, code: Code, file: str) -> bool:
        """Return whether a breach of ``code`` in ``file`` is meant."""
        return self.rule == code.value and (self.files is None or fnmatchcase(file, self.files))


class Allowances(Part):
    """All that is allowed for a while."""

    rules: tuple[Allowance, ...] = ()
    """One for each rule; of two for the same breach the first counts."""

    source: Source = Field(default=Source(""), exclude=True, repr=False)
    """Where they were read from."""
