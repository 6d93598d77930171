"""Find the lines that keep the parser from getting further, and what they ought to be.

The parser reports where it gave up, which is often below the mistake. So lines from there upwards
are changed in turn: the first change that lets the parser get further is the one to propose. Where
none does, several lines are at fault: they are changed together.
Mending a single line is left to ``mending``, telling what was found to ``yaml_errors``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from affiche.content.mending import Fault, mend
from affiche.content.yaml_attempts import NOWHERE, Attempts, Position, Stop
from affiche.report import Code

_MOST_TRIES = 12
_TAB = "\t"
_CODES = {Fault.COLON: Code.UNQUOTED_COLON}
_TOLD = {
    Fault.COLON: "A text with a colon in it needs quotes.",
    Fault.OPEN_QUOTE: "The quotation mark that begins this text is never closed.",
    Fault.AFTER_QUOTE: "This text goes on behind its closing quotation mark.",
    Fault.OPEN_BRACKET: "The bracket that begins this list is never closed.",
    Fault.BACKSLASH: "Between double quotation marks a backslash is no letter of the text.",
    Fault.NO_SPACE: "A colon behind a field's name needs a space after it.",
}


@dataclass(frozen=True, slots=True)
class Cure:
    """A mistake, and its line as it ought to be."""

    line: int
    """Where it is, from 0."""

    column: int
    """Where in its line, from 0."""

    message: str
    """What is wrong."""

    hint: str
    """What to write instead."""

    text: str
    """The whole line; as it is when nobody knows better."""

    code: Code = Code.INVALID_YAML
    is_certain: bool = True
    """Whether there is no other right answer."""

    is_vague: bool = False
    """Whether it only says where to look."""


def find_cures(lines: list[str], stop: Stop, attempts: Attempts) -> list[Cure]:
    """Return what keeps the parser from getting further in ``lines`` than ``stop``: at least one.

    Args:
        lines: Of the fields.
        stop: Where the parser gives up.
        attempts: Reads what may be meant.
    """
    problem = _Problem(lines, stop, attempts)
    if cure := (
        problem.invisible_character()
        or problem.tab()
        or problem.mended_line()
        or problem.moved_line()
        or problem.line_without_colon()
    ):
        return [cure]
    several = problem.several_lines(problem.odd_lines())
    if several := several or problem.several_lines(problem.odd_lines(or_without_colon=True)):
        return several
    nearly = (
        problem.mended_line(within=True)
        or problem.moved_line(within=True)
        or problem.line_without_colon(within=True)
    )
    return [nearly or problem.anything_else()]


def _indents(line: str) -> tuple[int, int]:
    """Return where the fields of ``line`` begin, which may follow a hyphen, and where it does."""
    return len(line) - len(line.lstrip(" -")), _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _Problem:
    def __init__(self, lines: list[str], stop: Stop, attempts: Attempts) -> None:
        self._lines, self._error, self._attempts = lines, stop.error, attempts
        line, column = stop.position if stop.position != NOWHERE else (0, 0)
        self._at, self._column = min(int(line), len(lines) - 1), int(column)
        self._line = stop.position[0]
        self._reached: dict[tuple[tuple[int, str], ...], Position] = {}

    def _gets_further(self, changes: dict[int, str], within: bool = False) -> bool:
        """Return whether the parser gets to a line further down with ``changes``.

        Args:
            changes: Lines as they may be meant, by their numbers.
            within: Further to the right is enough, if the line itself is not changed.
        """
        key = tuple(sorted(changes.items()))
        if key not in self._reached:
            changed = (changes.get(number, line) for number, line in enumerate(self._lines))
            self._reached[key] = self._attempts.reach(changed)
        line, column = self._reached[key]
        if within and line == self._at and self._at not in changes:
            return column > self._column
        return line > self._line

    def invisible_character(self) -> Cure | None:
        position = getattr(self._error, "position", None)
        if not isinstance(position, int):
            return None
        before = "\n".join(self._lines)[:position]
        line, column = before.count("\n"), position - before.rfind("\n") - 1
        message = "There is an invisible character here that no text may hold."
        hint = "Delete the text around it and type again."
        return Cure(line, column, message, hint, self._lines[line], is_certain=False)

    def tab(self) -> Cure | None:
        line = self._lines[self._at]
        indent = re.match(r"( *)(\t[ \t]*)", line)
        if indent:
            column = indent.end(1)
        elif self._column < len(line) and line[self._column] == "\t":
            column = self._column
        else:
            return None
        message, hint = "There is a tab here.", "Replace the tab by two spaces."
        tabs = indent[2] if indent else "\t"
        mended = f"{line[:column]}{tabs.replace(_TAB, '  ')}{line[column + len(tabs) :]}"
        return Cure(self._at, column, message, hint, mended, Code.TAB_IN_YAML)

    def odd_lines(self, or_without_colon: bool = False) -> Iterator[Cure]:
        """Return a few lines as they were probably meant, from here upwards."""
        numbers = range(self._at, -1, -1)
        cures = (
            self._mended(number) or (self._as_field(number) if or_without_colon else None)
            for number in numbers
        )
        return islice(filter(None, cures), _MOST_TRIES)

    def _mended(self, number: int) -> Cure | None:
        line = self._lines[number]
        mended = mend(line)
        if mended is None:
            return None
        column = mended.column - 1
        beginning = f"A text cannot begin with {line[column]} unless it is quoted."
        message = _TOLD.get(mended.fault, beginning)
        code = _CODES.get(mended.fault, Code.INVALID_YAML)
        hint = f"Write: {mended.line.strip()}"
        return Cure(number, column, message, hint, mended.line, code)

    def mended_line(self, within: bool = False) -> Cure | None:
        for cure in self.odd_lines():
            if self._gets_further({cure.line: cure.text}, within):
                return cure
        return None

    def several_lines(self, odd: Iterable[Cure]) -> list[Cure]:
        """Return the fewest of the lines ``odd`` that let the parser get further together."""
        cures: dict[int, Cure] = {}
        for cure in odd:
            cures[cure.line] = cure
            if len(cures) > 1 and self._gets_further(_texts(cures)):
                for each in [*cures][:-1]:
                    others = {line: other for line, other in cures.items() if line != each}
                    if self._gets_further(_texts(others)):
                        cures = others
                return [*cures.values()]
        return []

    def moved_line(self, within: bool = False) -> Cure | None:
        above = [each for each in self._lines[: self._at] if each.strip()]
        first = next((n for n, line in enumerate(self._lines) if line.strip()), 0)
        tries = [
            (first, 0),
            *(
                (self._at, indent)
                for indent in dict.fromkeys(each for line in above[::-1] for each in _indents(line))
            ),
        ]
        found = [
            (number, indent)
            for number, indent in dict.fromkeys(tries[:_MOST_TRIES])
            if self._lines[number].strip()
            and indent != _indent(self._lines[number])
            and self._gets_further({number: " " * indent + self._lines[number].strip()}, within)
        ]
        if not found:
            return None
        number, indent = found[0]
        line = self._lines[number]
        spaces = "no spaces" if indent == 0 else "1 space" if indent == 1 else f"{indent} spaces"
        message = "This line does not begin in the column of the fields that it belongs to."
        hint = f"Begin it with {spaces}; it has {_indent(line)} now."
        moved = " " * indent + line.lstrip()
        # Where two columns would do, only its writer knows which group the line belongs to.
        return Cure(number, _indent(line), message, hint, moved, is_certain=len(found) == 1)

    def line_without_colon(self, within: bool = False) -> Cure | None:
        for number in range(self._at, max(self._at - 3, -1), -1):
            cure = self._as_field(number)
            if cure and self._gets_further({number: cure.text}, within):
                return cure
        return None

    def _as_field(self, number: int) -> Cure | None:
        line = self._lines[number]
        if not line.strip() or re.search(r":(\s|$)", line):
            return None
        first, _, rest = line.strip().partition(" ")
        indent = line[: len(line) - len(line.lstrip())]
        message = "This line has no colon, so it is no field."
        hint = (
            "Write a field's name, a colon and a space before it; "
            "if it belongs to the text above, begin it with two spaces."
        )
        field = f"{indent}{first}: {rest}"
        return Cure(number, len(indent), message, hint, field, is_certain=False)

    def anything_else(self) -> Cure:
        message = "The fields cannot be read from here on."
        hint = "Look at this line and the one above: quotes, colons, and spaces at the beginning."
        line = self._lines[self._at]
        return Cure(self._at, self._column, message, hint, line, is_certain=False, is_vague=True)


def _texts(cures: dict[int, Cure]) -> dict[int, str]:
    return {line: cure.text for line, cure in cures.items()}
