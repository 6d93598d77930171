"""Say in plain words why fields cannot be read, and show the line as it ought to be.

The parser reports where it gave up, which is often below the mistake. So lines from there upwards
are mended in turn: the first mend that lets the parser get further is the one to propose.
Mending itself is left to ``mending``.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from affiche.content.mending import Fault, Mend, mend
from affiche.report import Code, Diagnostic, Place, Repair

_MOST_TRIES = 12
_HIDDEN_END = re.compile("[\x85\u2028\u2029]")
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


def on_its_lines(text: str) -> str:
    """Return ``text`` without the signs that only YAML 1.1 takes for line ends (5.4).

    No editor's program shows them as such, so places would be off by a line for each.
    """
    return _HIDDEN_END.sub(" ", text)


def explain(text: str, error: yaml.YAMLError, file: str, line_offset: int) -> Diagnostic:
    """Return the diagnostic for YAML that the parser refused with ``error``."""
    # The pure Python parser's places and words are finer than libyaml's, and the same everywhere.
    problem = _Problem(text, _first_error(text) or error, file, line_offset)
    return (
        problem.invisible_character()
        or problem.tab()
        or problem.mended_line()
        or problem.moved_line()
        or problem.line_without_colon()
        or problem.anything_else()
    )


def _first_error(text: str) -> yaml.YAMLError | None:
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        return error
    return None


def _line_of(error: yaml.YAMLError | None) -> float:
    """Return the line (from 0) at which the parser gave up; beyond all lines for no error."""
    if error is None:
        return float("inf")
    mark = getattr(error, "problem_mark", None)
    return -1 if mark is None else mark.line


def _indents(line: str) -> tuple[int, int]:
    """Return where the fields of ``line`` begin, which may follow a hyphen, and where it does."""
    return len(line) - len(line.lstrip(" -")), _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _Problem:
    def __init__(self, text: str, error: Any, file: str, line_offset: int) -> None:
        self._text, self._error, self._file, self._offset = text, error, file, line_offset
        self._lines = text.split("\n")
        mark = getattr(error, "problem_mark", None)
        self._at = min(mark.line, len(self._lines) - 1) if mark else 0
        self._column = mark.column if mark else 0

    def _diagnostic(
        self,
        line: int,
        column: int,
        message: str,
        hint: str,
        code: Code = Code.INVALID_YAML,
        mended: str | None = None,
    ) -> Diagnostic:
        place = Place(self._file, line + self._offset + 1, column + 1)
        repair = None if mended is None else Repair.of_line(place, self._lines[line], mended)
        return Diagnostic.of(code, place, message, hint, repair)

    def _gets_further(self, line: int, replacement: str) -> bool:
        tried = "\n".join([*self._lines[:line], replacement, *self._lines[line + 1 :]])
        return _line_of(_first_error(tried)) > self._at

    def invisible_character(self) -> Diagnostic | None:
        position = getattr(self._error, "position", None)
        if not isinstance(position, int):
            return None
        before = self._text[:position]
        line, column = before.count("\n"), position - before.rfind("\n") - 1
        message = "There is an invisible character here that no text may hold."
        return self._diagnostic(line, column, message, "Delete the text around it and type again.")

    def tab(self) -> Diagnostic | None:
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
        return self._diagnostic(self._at, column, message, hint, Code.TAB_IN_YAML, mended)

    def mended_line(self) -> Diagnostic | None:
        tries = 0
        for number in range(self._at, -1, -1):
            mended = mend(self._lines[number])
            if mended is None:
                continue
            if self._gets_further(number, mended.line):
                return self._told(number, mended)
            tries += 1
            if tries == _MOST_TRIES:
                break
        return None

    def _told(self, number: int, mended: Mend) -> Diagnostic:
        first = self._lines[number][mended.column - 1]
        message = _TOLD.get(mended.fault, f"A text cannot begin with {first} unless it is quoted.")
        code = _CODES.get(mended.fault, Code.INVALID_YAML)
        hint = f"Write: {mended.line.strip()}"
        return self._diagnostic(number, mended.column - 1, message, hint, code, mended.line)

    def moved_line(self) -> Diagnostic | None:
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
            and self._gets_further(number, " " * indent + self._lines[number].strip())
        ]
        if not found:
            return None
        number, indent = found[0]
        line = self._lines[number]
        spaces = "no spaces" if indent == 0 else "1 space" if indent == 1 else None
        return self._diagnostic(
            number,
            _indent(line),
            "This line does not begin in the column of the fields that it belongs to.",
            f"Begin it with {spaces or f'{indent} spaces'}; it has {_indent(line)} now.",
            # Where two columns would do, only its writer knows which group the line belongs to.
            mended=" " * indent + line.lstrip() if len(found) == 1 else None,
        )

    def line_without_colon(self) -> Diagnostic | None:
        for number in range(self._at, max(self._at - 3, -1), -1):
            line = self._lines[number]
            if not line.strip() or re.search(r":(\s|$)", line):
                continue
            first, _, rest = line.strip().partition(" ")
            indent = line[: len(line) - len(line.lstrip())]
            if self._gets_further(number, f"{indent}{first}: {rest}"):
                message = "This line has no colon, so it is no field."
                hint = (
                    "Write a field's name, a colon and a space before it; "
                    "if it belongs to the text above, begin it with two spaces."
                )
                return self._diagnostic(number, len(indent), message, hint)
        return None

    def anything_else(self) -> Diagnostic:
        message = "The fields cannot be read from here on."
        hint = "Look at this line and the one above: quotes, colons, and spaces at the beginning."
        return self._diagnostic(self._at, self._column, message, hint)
