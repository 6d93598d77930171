"""Read a campaign's ``locations.csv``: one poster for each of its rows.

Whether the file exists is left to ``assets``; which templates ask for columns of a company's own,
to the templates.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from affiche.content.files import read_text
from affiche.content.nearest import did_you_mean, either, nearest, shown, surely
from affiche.content.schema import fields_of
from affiche.content.validation import ProseParser, validate
from affiche.content.yaml_nodes import Fields, Position
from affiche.model import Location
from affiche.report import Code, Diagnostic, Place, Repair

_COLUMNS = tuple(fields_of(Location))
_REQUIRED = tuple(name for name, info in fields_of(Location).items() if info.is_required())

_OWN_COLUMN = re.compile(r"[a-z][a-z0-9_-]*")
"""What a column of the company's own may be called: templates ask for it by that name."""

Cell = tuple[str, Position]
Row = list[Cell]
_Validator = Callable[..., tuple[Location | None, list[Diagnostic]]]


def load_locations(
    root: Path, file: str, parse_prose: ProseParser, languages: tuple[str, ...]
) -> tuple[tuple[Location, ...], list[Diagnostic]]:
    """Return the places that ``file`` lists, and what is wrong with it.

    Args:
        root: The project's folder.
        file: Path from there.
        parse_prose: Reads the texts that are Markdown.
        languages: Of the brand, the default first.
    """
    text = read_text(root, file)
    if isinstance(text, Diagnostic):
        return (), [text]
    delimiter = _delimiter(text)
    try:
        rows = [row for row in _rows(text, delimiter) if any(cell for cell, _ in row)]
    except _BrokenRowError as error:
        hint = (
            "Look at its quotation marks: one that opens must close, and inside a text write two."
        )
        message = f"This row cannot be read ({error})."
        return (), [Diagnostic.of(Code.INVALID_CSV, Place(file, error.line), message, hint)]
    validated = partial(validate, Location, parse_prose=parse_prose, languages=languages)
    table = _Table(Fields(file, lines=text.split("\n")), rows, delimiter, validated)
    return table.locations(), table.problems


def column_cells(text: str, column: str) -> Iterator[Cell]:
    """Yield the cells of ``column`` in the list that ``text`` is, each with where it begins.

    Yields nothing when the list has no such column, or cannot be read from there on.
    """
    delimiter = _delimiter(text)
    try:
        rows = _rows(text, delimiter)
        names = [cell for cell, _ in next(rows, [])]
        if column in names:
            index = names.index(column)
            yield from (row[index] for row in rows if len(row) > index)
    except _BrokenRowError:
        return


class _BrokenRowError(Exception):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def _delimiter(text: str) -> str:
    header = text.lstrip("\n").partition("\n")[0]
    return ";" if header.count(";") > header.count(",") else ","


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    while True:
        first = reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _BrokenRowError(first + 1, str(error)) from None
        columns = _columns(lines[first], delimiter)
        yield [
            (cell.strip(), (first + 1, columns[min(index, len(columns) - 1)]))
            for index, cell in enumerate(cells)
        ]


def _columns(line: str, delimiter: str) -> list[int]:
    """Return where the cells of ``line`` begin, from 1."""
    columns, in_quotes = [1], False
    for index, letter in enumerate(line):
        if letter == '"':
            in_quotes = not in_quotes
        elif letter == delimiter and not in_quotes:
            columns.append(index + 2)
    return columns


class _Table:
    def __init__(
        self, fields: Fields, rows: list[Row], delimiter: str, validated: _Validator
    ) -> None:
        self.problems: list[Diagnostic] = []
        self._file, self._lines = fields.file, fields.lines
        self._delimiter, self._validated = delimiter, validated
        self._header, self._body = rows[0], rows[1:]
        self._names = [name for name, _ in self._header]

    def locations(self) -> tuple[Location, ...]:
        """Return the rows as places; what is wrong with them is kept in ``problems``."""
        self._check_header()
        if self.problems:
            return ()
        if not self._body:
            hint = "Write one line for each place under the names of the columns."
            self._report(Code.INVALID_CSV, (1, 1), "This list names no place.", hint)
        places, seen = [], dict[str, int]()
        for row in self._body:
            place = self._location(row)
            if place is None:
                continue
            at = row[self._names.index("id")][1]
            if place.id in seen:
                message = f"'{place.id}' is also the id of line {seen[place.id]}."
                self._report(Code.DUPLICATE_ENTRY, at, message, "Give each place an id of its own.")
            seen.setdefault(place.id, at[0])
            places.append(place)
        return tuple(places)

    def _report(
        self, code: Code, at: Position, message: str, hint: str, repair: Repair | None = None
    ) -> None:
        self.problems.append(Diagnostic.of(code, Place(self._file, *at), message, hint, repair))

    def _check_header(self) -> None:
        meant: set[str] = set()
        for index, (name, at) in enumerate(self._header):
            if name in self._names[:index]:
                message = f"The column '{shown(name)}' is there twice."
                self._report(Code.DUPLICATE_KEY, at, message, "Keep one of the two.")
            elif name in _COLUMNS:
                continue
            elif (near := nearest(name, _COLUMNS)) and near not in self._names:
                meant.add(near)
                message = f"'{shown(name)}' is not a column of a list of locations."
                sure = surely(name, _COLUMNS)
                header = Fields(self._file, values={(name,): at}, lines=self._lines)
                repair = header.repair((name,), name, sure) if sure else None
                hint = did_you_mean(name, _COLUMNS)
                self._report(Code.UNKNOWN_KEY, at, message, hint, repair)
            elif not _OWN_COLUMN.fullmatch(name):
                message = f"'{shown(name)}' cannot be the name of a column."
                message = message if name else "A column has no name."
                self._report(Code.UNKNOWN_KEY, at, message, _column_advice(name))
        for name in _REQUIRED:
            if name not in self._names and name not in meant:
                hint = f"Write {name} in the first line, between {either((',', ';'))}."
                message = f"The column '{name}' is missing."
                self._report(Code.MISSING_FIELD, self._header[0][1], message, hint)

    def _location(self, row: Row) -> Location | None:
        if len(row) != len(self._header):
            message = f"This row has {len(row)} cells; the first line names {len(self._header)}."
            hint = f'Put a text that holds a {self._delimiter} between quotation marks: "…".'
            if len(row) < len(self._header):
                hint = f"Write a {self._delimiter} for each cell that stays empty."
            self._report(Code.INVALID_CSV, row[0][1], message, hint)
            return None
        fields = Fields(self._file, lines=self._lines)
        columns: list[tuple[str, str]] = []
        for name, (cell, at) in zip(self._names, row, strict=True):
            fields.values[name,] = at
            if name not in _COLUMNS:
                columns.append((name, cell))
            elif cell:
                fields.data[name] = cell
            elif name in _REQUIRED:
                self._report(Code.EMPTY_FIELD, at, f"This place has no {name}.", "Write it here.")
        if any(name not in fields.data for name in _REQUIRED):
            return None
        place, problems = self._validated(fields=fields, columns=tuple(columns))
        self.problems += problems
        return place


def _column_advice(name: str) -> str:
    """Return what to call the column that somebody called ``name``."""
    if not name:
        return "Write its name in the first line, or take the column out."
    hint = "Begin with a small letter; then small letters, digits, _ and -"
    written = re.sub(r"[^a-z0-9_-]+", "-", name.lower()).strip("-_")
    return f"{hint}: {written}." if _OWN_COLUMN.fullmatch(written) else f"{hint}."
