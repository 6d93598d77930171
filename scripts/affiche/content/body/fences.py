"""Find code between fences, which Python-Markdown takes out before anything else.

A fence that stays behind has no other half, or has words behind it that are not understood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from affiche.content.body.marks import Lines

_LINE = re.compile(r"(?P<lead>[> ]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)")
# As Python-Markdown's fenced_code reads what stands behind a fence.
_INFO = re.compile(
    r" *(?:\{[^\n]*\}|(?:\.?[\w#.+-]* *)?(?:hl_lines=(?P<quote>[\"']).*?(?P=quote) *)?)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stray:
    """A fence that is none."""

    line: int
    """From 0."""

    column: int
    """From 0."""

    fence: str
    """Its letters."""

    info: str
    """What stands behind it."""

    is_closed: bool
    """Whether there is a fence further down that would close it."""


@dataclass
class Fences:
    """The fences of a text."""

    inside: set[int] = field(default_factory=set)
    """Numbers, from 0, of the lines of code, the fences among them."""

    strays: list[Stray] = field(default_factory=list)
    """What looks like a fence and is none."""


def find_fences(lines: Lines, *, indented: bool) -> Fences:
    """Return the fences in ``lines``; those behind spaces only when ``indented``."""
    found = Fences()
    openings = {
        number: match
        for number, line in enumerate(lines.lines)
        if ("```" in line or "~~~" in line)
        and (match := _LINE.match(line))
        and (indented or not match["lead"])
    }
    closings: defaultdict[str, list[int]] = defaultdict(list)
    for number, match in openings.items():
        if not match["info"].strip(" "):
            closings[match["fence"]].append(number)
    end = -1
    for number, match in openings.items():
        fence, info = match["fence"], match["info"]
        if number <= end:
            continue
        below = closings[fence]
        at = bisect_right(below, number)
        is_closed = at < len(below)
        if is_closed and (indented or _INFO.fullmatch(info)):
            end = below[at]
            found.inside.update(range(number, end + 1))
        elif not (fence[0] == "`" and "`" in info):
            found.strays.append(Stray(number, len(match["lead"]), fence, info.strip(), is_closed))
    if found.strays:
        found.strays = _outside_comments(lines, found)
    return found


def _outside_comments(lines: Lines, found: Fences) -> list[Stray]:
    text = "\n".join("" if n in found.inside else line for n, line in enumerate(lines.lines))
    starts = Lines(text).starts
    comments = [match.span() for match in _COMMENT.finditer(text)]
    return [
        stray
        for stray in found.strays
        if not any(start < starts[stray.line] < end for start, end in comments)
    ]
