"""Refuse what Python-Markdown would think about for minutes, before it begins.

Its time grows with the square, and here and there the cube, of how many marks stand open in one
passage. Nobody writes that; a broken export does, and then the whole site waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from affiche.content.body.body import Finding
from affiche.content.body.fences import Fences
from affiche.content.body.marks import Lines
from affiche.report import Code

_FEW = 40
"""No more of one mark than this can be tangled, however they stand."""

_MOST_OPEN = {"[": _FEW, "](": _FEW, "<": 100}
_MOST_IN_A_PARAGRAPH = 1500
_MOST_BACKTICKS_IN_A_LINE = 600
_MOST_ODD_LINES = 150
_MOST_MARKS = 8000
_MOST_CHARACTERS = 100_000

_OPENING = re.compile(r"\\.|\]\(|[\[\])>]|<(?=[A-Za-z!/?])")
_MARKS = re.compile(r"[\[<&*\\`]|  $")
_NEW_PARAGRAPH = re.compile(r"\s*(?:\||[-*+][ ]|\d+\.[ ])")
_QUOTED = re.compile(r"(?:[ ]{0,3}>[ ]?){30}")
_ODD_LINE = re.compile(r"[ ]{0,3}(?:#|=+[ ]*$|[-*_](?:[ ]*[-*_])*[ ]*$|\[[^\]]*\]:[ ]*$)")


def find_tangle(lines: Lines, fences: Fences) -> Finding | None:
    """Return where a text holds more marks in one passage than can be read in time.

    Args:
        lines: Of the text.
        fences: Those in it; what lies between them is not looked at.
    """
    text = lines.text
    if len(text) > _MOST_CHARACTERS:
        message = f"This text has more than {_MOST_CHARACTERS} characters."
        return _tangled(0, message, "Divide it over several pages.")
    if len(fences.strays) > _MOST_ODD_LINES:
        offset = lines.starts[fences.strays[0].line]
        return _tangled(offset, "Here begin many lines of code that have no end.", "Close them.")
    few = all(text.count(mark) <= _FEW for mark in "[<>`*\\&")
    if few and len(lines.lines) <= _MOST_ODD_LINES:
        return None
    return next(_in_passages(lines, fences), None)


def _tangled(offset: int, message: str, hint: str) -> Finding:
    return Finding(offset, Code.BODY_TANGLED, message, hint)


def _in_passages(lines: Lines, fences: Fences) -> Iterator[Finding]:
    open_marks = dict.fromkeys(_MOST_OPEN, 0)
    odd_lines = marks = total = 0
    for number, (line, start) in enumerate(zip(lines.lines, lines.starts, strict=True)):
        if number in fences.inside:
            continue
        if not line.strip():
            open_marks.update({"[": 0, "](": 0})
            odd_lines = marks = 0
            continue
        odd_lines += _ODD_LINE.match(line) is not None
        marks = 0 if _NEW_PARAGRAPH.match(line) else marks
        found = len(_MARKS.findall(line))
        marks += found
        total += found
        if total > _MOST_MARKS:
            message = f"This text has more than {_MOST_MARKS} marks of Markdown."
            yield _tangled(start, message, "Divide it over several pages.")
        if tangle := _tangle(line, odd_lines, marks):
            yield _tangled(start, *tangle)
        yield from _opened(line, start, open_marks)


def _tangle(line: str, odd_lines: int, marks: int) -> tuple[str, str] | None:
    if odd_lines > _MOST_ODD_LINES:
        message = f"Here are more than {_MOST_ODD_LINES} headings and lines without text."
        return message, "Leave lines empty between them, or take them out."
    if marks > _MOST_IN_A_PARAGRAPH:
        message = f"This paragraph has more than {_MOST_IN_A_PARAGRAPH} marks of Markdown."
        return message, "Divide it with empty lines; between two lines of ``` they are letters."
    if line.count("`") > _MOST_BACKTICKS_IN_A_LINE:
        message = f"This line has more than {_MOST_BACKTICKS_IN_A_LINE} backticks."
        return message, "Divide it over several lines."
    if _QUOTED.match(line):
        return "Quotations lie inside each other thirty deep here.", "Take some of the > away."
    return None


def _opened(line: str, start: int, open_marks: dict[str, int]) -> Iterator[Finding]:
    """Yield where ``line`` opens one mark too many."""
    for found in _OPENING.finditer(line):
        mark = found[0]
        if mark in ("]", "](", ")", ">"):
            closed = {"]": "[", "](": "[", ")": "](", ">": "<"}[mark]
            open_marks[closed] = 0 if mark == ">" else max(0, open_marks[closed] - 1)
        if mark in open_marks:
            open_marks[mark] += 1
            if open_marks[mark] > _MOST_OPEN[mark]:
                message = f"Here more than {_MOST_OPEN[mark]} times {mark} stands open."
                hint = f"Close each of them, or write a backslash before it: \\{mark[-1]}"
                yield _tangled(start + found.start(), message, hint)
                return
