"""Compare texts as readers do: line by line, and a changed line word by word.

Which lines a page has is left to ``reading``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from affiche.review.changes import LineChange, Run, RunKind

_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)

_MOST_WORDS = 4000
"""Longer texts are shown whole: comparing them takes longer than reading them."""

_ALIKE = 0.4
"""Lines that share less than this are two lines, not one that was changed."""


@dataclass(frozen=True)
class Line:
    """A line of a page."""

    field: str
    """The key in the front matter; empty for the story."""

    text: str
    """What one reads."""


def compare_lines(old: Sequence[Line], new: Sequence[Line]) -> tuple[LineChange, ...]:
    """Return what reads otherwise, in the order of ``new``."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        change
        for what, i1, i2, j1, j2 in matcher.get_opcodes()
        if what != "equal"
        for change in _pair(old[i1:i2], new[j1:j2])
    )


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Return both texts in one: what stayed, what went and what came."""
    was, now = _WORD.findall(old), _WORD.findall(new)
    if len(was) + len(now) > _MOST_WORDS:
        return Run(kind=RunKind.GONE, text=old), Run(kind=RunKind.NEW, text=new)
    runs: list[Run] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        gone, come = "".join(was[i1:i2]), "".join(now[j1:j2])
        if what == "equal":
            runs += _between(runs, gone)
            continue
        runs += [Run(kind=RunKind.GONE, text=gone)] if gone else []
        runs += [Run(kind=RunKind.NEW, text=come)] if come else []
    return tuple(_joined(runs))


def _between(runs: list[Run], same: str) -> list[Run]:
    """Return the runs for ``same``; a space between two changes belongs to both of them."""
    if same.isspace() and runs and "\n" not in same:
        return [Run(kind=RunKind.GONE, text=same), Run(kind=RunKind.NEW, text=same)]
    return [Run(kind=RunKind.SAME, text=same)]


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Yield ``runs`` with what goes together in one: between two same ones, first gone, then new.

    Spaces at the end of a change stay as they were.
    """
    changed: list[Run] = []
    for run in (*runs, Run(kind=RunKind.SAME, text="")):
        if run.kind is not RunKind.SAME:
            changed.append(run)
            continue
        gone, come = (
            "".join(each.text for each in changed if each.kind is kind)
            for kind in (RunKind.GONE, RunKind.NEW)
        )
        changed = []
        shared = gone.endswith(" ") and come.endswith(" ")
        tail = " " if shared else ""
        gone, come = gone.removesuffix(tail), come.removesuffix(tail)
        yield from (Run(kind=RunKind.GONE, text=gone),) if gone else ()
        yield from (Run(kind=RunKind.NEW, text=come),) if come else ()
        if tail + run.text:
            yield Run(kind=RunKind.SAME, text=tail + run.text)


def _pair(old: Sequence[Line], new: Sequence[Line]) -> Iterator[LineChange]:
    """Yield the changes between lines that stand in the same place."""
    left = list(old)
    for line in new:
        partner = _partner(line, left)
        if partner is None:
            yield LineChange(field=line.field, now=line.text)
            continue
        at = left.index(partner)
        for gone in left[:at]:
            if gone.field == line.field:
                yield LineChange(field=gone.field, was=gone.text)
        left = [each for each in left[:at] if each.field != line.field] + left[at + 1 :]
        if partner.text != line.text:
            yield LineChange(
                field=line.field,
                was=partner.text,
                now=line.text,
                runs=compare_words(partner.text, line.text),
            )
    for gone in left:
        yield LineChange(field=gone.field, was=gone.text)


def _partner(line: Line, old: Sequence[Line]) -> Line | None:
    """Return the line that ``line`` was: the only one of its field, or the one most like it."""
    alike = [each for each in old if each.field == line.field]
    if len(alike) == 1 and line.field:
        return alike[0]
    rated = [
        (SequenceMatcher(None, each.text, line.text, autojunk=False).ratio(), -at)
        for at, each in enumerate(alike)
    ]
    if not rated or max(rated)[0] < _ALIKE:
        return None
    return alike[-max(rated)[1]]
