"""Put repairs into the bytes of a file; every byte outside them stays.

Which repairs are right is left to ``repairing``.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from affiche.report import Repair

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A file with repairs in it."""

    content: bytes
    """What the file holds."""

    done: frozenset[Repair] = field(default=frozenset())
    """Those that were put in; the others do not fit, or touch one that was."""


def repaired(content: bytes, repairs: Iterable[Repair]) -> Repaired:
    """Return ``content``, which is UTF-8, with ``repairs`` in it.

    Places count as in ``content.files.read_text``: without a byte order mark, and every kind of
    line end as one. Lines keep their ends; those that are put in end as the line that they follow.
    """
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content.removeprefix(mark).decode("utf-8")
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    spans = sorted(
        ((span, each) for each in repairs if (span := _span(text, starts, each))),
        key=lambda found: found[0],
    )
    parts, at, done = list[str](), -1, set[Repair]()
    for (start, end), repair in spans:
        if start <= at and done:
            continue  # a neighbour: it is found again when this one is in
        parts += [text[max(at, 0) : start], _with_line_ends_of(text, start, end, repair.new)]
        at = end
        done.add(repair)
    whole = "".join([*parts, text[max(at, 0) :]])
    return Repaired(mark + whole.encode("utf-8"), frozenset(done))


def _span(text: str, starts: list[int], repair: Repair) -> tuple[int, int] | None:
    """Return where ``repair.old`` stands in ``text``, or None when something else stands there."""
    if repair.place.line > len(starts):
        return None
    start = starts[repair.place.line - 1] + repair.place.column - 1
    old = f"(?:{_LINE_END.pattern})".join(map(re.escape, repair.old.split("\n")))
    match = re.compile(old).match(text, start)
    return (start, match.end()) if match else None


def _with_line_ends_of(text: str, start: int, end: int, new: str) -> str:
    """Return ``new`` with the line ends of what it replaces, or of the line that it follows."""
    lines, ends = new.split("\n"), _LINE_END.findall(text, start, end)
    if len(ends) == len(lines) - 1:
        return "".join(line + kept for line, kept in zip(lines, [*ends, ""], strict=True))
    following = _LINE_END.search(text, start) or _LINE_END.search(text)
    return (following[0] if following else "\n").join(lines)
