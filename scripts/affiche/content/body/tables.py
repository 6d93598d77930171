"""Rules for tables: that they are shown as one, with names over their columns."""

from __future__ import annotations

import re

from affiche.content.body.body import Finding, Findings
from affiche.content.body.elements import Reading
from affiche.content.body.marks import MARK, unmarked
from affiche.report import Code

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")


def check_tables(reading: Reading) -> Findings:
    """Yield what is wrong with the tables of a body, and with what was meant as one."""
    for table in reading.tables:
        if not any(table.header):
            yield Finding(
                table.offset,
                Code.BODY_TABLE_WITHOUT_HEADER,
                "The columns of this table have no names.",
                "Write above the line of hyphens what each column holds.",
            )
    for row in reading.rows:
        lost = row.cells > row.columns
        yield Finding(
            row.offset,
            Code.BODY_UNEVEN_TABLE,
            f"This row has {_cells(row.cells)}; the table has {row.columns} columns"
            f"{', and the rest is not shown' if lost else ''}.",
            "Write a | between two cells only; as a letter, write \\|."
            if lost
            else "Write a | for each cell that stays empty; under the table, leave a line empty.",
        )
    for passage in reading.passages:
        if passage.text.count("|") > 1:
            yield from _meant(reading, passage.text)


def _cells(number: int) -> str:
    return f"{number} cell{'s' * (number != 1)}"


def _meant(reading: Reading, text: str) -> Findings:
    """Yield a finding when ``text`` is a table that is shown as text with strokes in it."""
    written = text.split("\n")
    lines = [unmarked(line).strip() for line in written]
    rows = [n for n, line in enumerate(lines) if line.startswith("|") and line.count("|") > 1]
    rules = [n for n, line in enumerate(lines) if "|" in line and _RULE.fullmatch(line)]
    if not rules and len(rows) < 2:
        return
    first = min(rows + rules)
    marked = next((n for n, line in enumerate(written) if n >= first and MARK.search(line)), None)
    if marked is None:
        return
    # A line of hyphens has no mark of its own.
    line, _ = reading.lines.position(reading.offset(written[marked]))
    offset = reading.lines.starts[line - 1 - (marked - first)]
    if marked == first:
        offset = reading.offset(written[first])
    code, message, hint = _words(lines, rows, rules)
    yield Finding(offset, code, message, hint)


def _words(lines: list[str], rows: list[int], rules: list[int]) -> tuple[Code, str, str]:
    if not rules:
        columns = max(1, lines[rows[0]].strip("|").count("|") + 1)
        hint = f"Write under its first line: {'| --- ' * columns}|"
        if rows[0] > 0:
            hint = f"Leave a line empty above it. {hint}"
        message = "This table has no header, so it is shown as text with strokes."
        return Code.BODY_TABLE_WITHOUT_HEADER, message, hint
    rule = rules[0]
    if rule == 0:
        message = "This table begins with its line of hyphens; its columns have no names."
        hint = "Write above the line of hyphens what each column holds."
        return Code.BODY_TABLE_WITHOUT_HEADER, message, hint
    if rule > 1:
        message = "This table is shown as text with strokes, for it goes on from the text above."
        return Code.BODY_NOT_A_TABLE, message, "Leave a line empty above the table."
    there, wanted = (line.strip("|").count("|") + 1 for line in (lines[1], lines[0]))
    message = f"The line of hyphens has {_cells(there)}; the line above it has {wanted}."
    hint = f"Write {'| --- ' * wanted}|"
    return Code.BODY_NOT_A_TABLE, message, hint
