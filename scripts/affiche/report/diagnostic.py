"""A finding with a place and a way out.

How a finding is shown is left to ``rendering``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from affiche.report.code import Code, Severity

_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, line ends, turns of direction, and halves of characters."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the editors' files something stands."""

    file: str
    """Path from the project's folder, with forward slashes."""

    line: int = 1
    """Counted from 1."""

    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Repair:
    """The one right answer to a problem: what to write in the place of what is wrong."""

    place: Place
    """Where ``old`` begins."""

    old: str
    """What stands there, letter by letter; empty where something is only put in."""

    new: str
    """What to put there; nothing else in the file changes."""

    @classmethod
    def of_line(cls, place: Place, before: str, after: str) -> Repair:
        """Return the repair that makes the line ``before`` into ``after``: only what differs.

        Args:
            place: In the line; its column does not count.
            before: The whole line.
            after: The line as it should be.
        """
        head = _alike(before, after)
        tail = _alike(before[head:][::-1], after[head:][::-1])
        old, new = before[head : len(before) - tail], after[head : len(after) - tail]
        return cls(Place(place.file, place.line, head + 1), old, new)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, in plain words, with what to write instead."""

    code: Code
    """Reads like a sentence, for example ``content.unknown-value``."""

    place: Place

    message: str
    """What is wrong: one sentence for someone who is no programmer."""

    hint: str = ""
    """What to write instead."""

    severity: Severity = field(default=Severity.ERROR)

    repair: Repair | None = field(default=None, compare=False)
    """What to write, where there is one right answer only: see ``affiche check --fix``."""

    def __post_init__(self) -> None:
        """Keep out what would break a line, or make a terminal do something."""
        for name in ("message", "hint"):
            text = getattr(self, name)
            if not text.isprintable():
                object.__setattr__(self, name, _NOT_SHOWN.sub("\ufffd", text))

    @classmethod
    def of(
        cls, code: Code, place: Place, message: str, hint: str = "", repair: Repair | None = None
    ) -> Diagnostic:
        """Return a diagnostic of the severity that its code has by default."""
        return cls(code, place, message, hint, code.severity, repair)


def _alike(one: str, other: str) -> int:
    """Return with how many of the same letters the two begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` sorted by place, each once."""
    return tuple(
        sorted(dict.fromkeys(diagnostics), key=lambda d: (d.place, d.code.value, d.message))
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of ``diagnostics`` must stop a build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def must_stop(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Return whether ``diagnostics`` stop a build: errors do, warnings in a strict one.

    Gaps never do: nothing that is there is wrong.
    """
    return any(d.severity is Severity.ERROR or (strict and not d.code.is_gap) for d in diagnostics)
