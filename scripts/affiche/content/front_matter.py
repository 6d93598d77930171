"""Split a page into its front matter and the Markdown under it.

Reading the fields is left to ``yaml_nodes``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from affiche.report import Code, Diagnostic, Place, Repair

_FENCES = ("---", "...")
_NEARLY = re.compile(r"\s*[-–—]{1,8}\s*")
_EXAMPLE = "Write --- on line 1, under it the fields (title: …), then --- again, then the text."


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two halves of a page."""

    fields: str
    """YAML, without its fences."""

    line_offset: int
    """How many lines of the file stand above the fields."""

    body: str
    """Markdown."""

    body_line: int
    """The line of the file on which it begins, from 1."""


def split(text: str, file: str) -> FrontMatter | Diagnostic:
    """Return the halves of ``text``, or what is wrong with the fences between them."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return _without_opening(lines, file)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in _FENCES:
            fields = "".join(f"{each}\n" for each in lines[1:number])
            under = "\n".join(lines[number + 1 :])
            body = under.lstrip("\n")
            body_line = number + 2 + len(under) - len(body)
            return FrontMatter(fields, 1, body.rstrip("\n"), body_line)
    return _without_closing(lines, file)


def _without_opening(lines: list[str], file: str) -> Diagnostic:
    first = next(number for number, line in enumerate(lines) if line.strip())
    message, hint = "This page does not begin with its fields.", _EXAMPLE
    place, repair = Place(file, first + 1), None
    if lines[first].rstrip() == "---":
        hint = "Remove the empty lines above the first ---."
        repair = Repair(Place(file), "".join(f"{each}\n" for each in lines[:first]), "")
    elif _NEARLY.fullmatch(lines[first]):
        hint = "Write exactly three hyphens on the first line: ---"
        repair = Repair(place, lines[first], "---")
    return Diagnostic.of(Code.NO_FRONT_MATTER, place, message, hint, repair)


def _without_closing(lines: list[str], file: str) -> Diagnostic:
    message = "The fields at the top of this page have no end."
    for number, line in enumerate(lines[1:], start=2):
        if _NEARLY.fullmatch(line) and line.strip() != "-":
            hint = "Write exactly three hyphens on this line: ---"
            place = Place(file, number)
            repair = Repair(place, line, "---")
            return Diagnostic.of(Code.UNCLOSED_FRONT_MATTER, place, message, hint, repair)
    hint = "Write --- on a line of its own between the last field and the text."
    return Diagnostic.of(Code.UNCLOSED_FRONT_MATTER, Place(file), message, hint)
