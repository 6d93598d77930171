"""Leave out what is allowed to break a rule for a while, and say which allowances are of no use.

Reading them is left to ``content``, which refuses those that nobody may have.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from affiche.model import Allowance, Allowances, AllowedLevel
from affiche.report import Allowed, Code, Diagnostic, Severity

LONGEST = dt.timedelta(days=366)
"""Whoever wants longer has to think again: what is allowed for ever is no rule."""


@dataclass(frozen=True)
class Verdict:
    """Which findings are left when allowances have been applied."""

    told: tuple[Diagnostic, ...]
    """What is to be said; some of it as a warning only."""

    allowed: tuple[Allowed, ...]
    """What is not said."""

    idle: tuple[Diagnostic, ...]
    """One for each allowance that changed nothing; only a look at everything can tell that."""


def apply_allowances(
    found: Iterable[Diagnostic], allowances: Allowances, today: dt.date
) -> Verdict:
    """Return what is left of ``found`` on ``today``, and what is wrong with the allowances."""
    told = list(_out_of_time(allowances, today))
    counting = {
        index: allowance
        for index, allowance in enumerate(allowances.rules)
        if today <= allowance.until <= today + LONGEST
    }
    allowed: list[Allowed] = []
    used: set[int] = set()
    for diagnostic in found:
        index, kept = _judged(diagnostic, counting)
        if kept is None:
            allowance = counting[index]
            allowed.append(Allowed(diagnostic, allowance.reason, allowance.until))
        else:
            told.append(kept)
        if kept is not diagnostic:
            used.add(index)
    idle = tuple(
        _idle(allowances, index, allowance)
        for index, allowance in counting.items()
        if index not in used
    )
    return Verdict(tuple(told), tuple(allowed), idle)


def _judged(
    diagnostic: Diagnostic, counting: dict[int, Allowance]
) -> tuple[int, Diagnostic | None]:
    """Return which allowance covers ``diagnostic``, and what is left of it."""
    for index, allowance in counting.items():
        if not allowance.covers(diagnostic.code, diagnostic.place.file):
            continue
        if allowance.level is AllowedLevel.OFF:
            return index, None
        if diagnostic.severity is Severity.ERROR:
            return index, _as_warning(diagnostic, allowance)
    return -1, diagnostic


def _as_warning(diagnostic: Diagnostic, allowance: Allowance) -> Diagnostic:
    allowed = f"Allowed as a warning until {allowance.until}: {allowance.reason}"
    hint = f"{diagnostic.hint} {allowed}".strip()
    return replace(diagnostic, severity=Severity.WARNING, hint=hint)


def _out_of_time(allowances: Allowances, today: dt.date) -> Iterator[Diagnostic]:
    for index, allowance in enumerate(allowances.rules):
        place = allowances.source.place("rules", index, "until")
        if allowance.until < today:
            yield Diagnostic.of(
                Code.ALLOWANCE_EXPIRED,
                place,
                f"This was allowed until {allowance.until}; '{allowance.rule}' counts again.",
                "Mend what it is about and take this out; or write a later date, if the reason "
                "still holds.",
            )
        elif allowance.until > today + LONGEST:
            yield Diagnostic.of(
                Code.ALLOWANCE_TOO_LONG,
                place,
                f"Until {allowance.until} is more than a year from now.",
                f"Write a day until {today + LONGEST} at most; by then somebody looks again.",
            )


def _idle(allowances: Allowances, index: int, allowance: Allowance) -> Diagnostic:
    where = f" in {allowance.files}" if allowance.files else ""
    return Diagnostic.of(
        Code.ALLOWANCE_IDLE,
        allowances.source.place("rules", index, "rule"),
        f"Nothing{where} breaks '{allowance.rule}', so this changes nothing.",
        "Take it out; or see whether files: names what you mean.",
    )
