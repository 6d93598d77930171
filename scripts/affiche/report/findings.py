"""All that a look at a project found, with what programs want to know beside it.

Each notation of it has a module of its own.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from affiche.report.allowed import Allowed
from affiche.report.code import Code
from affiche.report.diagnostic import Diagnostic, Place

LineAt = Callable[[Place], str]
"""Gives the line of an editor's file that a place is in; nothing where there is none."""

AddressOf = Callable[[Code], str]
"""Gives the address of what the handbook says of a rule; nothing where no site is known."""


@dataclass(frozen=True)
class Findings:
    """What is wrong, and what is allowed to be."""

    told: tuple[Diagnostic, ...]
    """Sorted by place."""

    allowed: tuple[Allowed, ...] = ()
    """What is not told, since somebody allowed it for a while."""

    line_at: LineAt = lambda _place: ""
    """Gives the line that a place is in."""

    address_of: AddressOf = lambda _code: ""
    """Gives the address of what the handbook says of a rule."""


def fingerprints(diagnostics: Iterable[Diagnostic], line_at: LineAt) -> Iterator[str]:
    """Yield a name for each of ``diagnostics`` that stays the same when lines above it move.

    It is made of the rule, the file, the message and the text of the line. Of several that have
    all of that in common the second, third and so on count their number in, so that no two are
    the same.
    """
    seen: Counter[str] = Counter()
    for each in diagnostics:
        line = " ".join(line_at(each.place).split())
        whole = "\0".join((each.code.value, each.place.file, each.message, line))
        seen[whole] += 1
        if seen[whole] > 1:
            whole += f"\0{seen[whole]}"
        yield hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
