"""A finding with a place and a way out.

How a finding is shown is left to ``rendering``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from affiche.report.code import Code, Severity


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

    @classmethod
    def of(cls, code: Code, place: Place, message: str, hint: str = "") -> Diagnostic:
        """Return a diagnostic of the severity that its code has by default."""
        return cls(code, place, message, hint, code.severity)


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
