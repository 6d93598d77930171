"""Read YAML fields as plain data, with the place of every key and value.

Only what editors need is let in: texts, lists and groups. Every unquoted text stays a text
(``no``, ``0042``, ``10:30``), so that the model alone decides what it means; anchors, aliases and
tags are refused. Saying what is wrong with YAML that cannot be read is left to ``yaml_errors``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from affiche.content import yaml_errors
from affiche.content.mending import mend
from affiche.content.nearest import shown
from affiche.model import KeyPath
from affiche.report import Code, Diagnostic, Place, Repair

Position = tuple[int, int]
"""Line and column, both from 1."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
_EMPTY = ("", "~", "null", "Null", "NULL")
_STANDS_FOR_ANOTHER = re.compile(r"&\S+ .|\*[\w-]+ *(?:#.*)?$|!!")
"""Probably no text: whoever wrote it knows YAML, and meant what cannot be had here."""

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass
class Fields:
    """The fields of one file (or of one row), not yet checked by the model."""

    file: str
    """Path from the project's folder."""

    data: dict[str, Any] = field(default_factory=dict)
    """The fields, every scalar as text."""

    values: dict[KeyPath, Position] = field(default_factory=dict)
    """Where each value stands."""

    keys: dict[KeyPath, Position] = field(default_factory=dict)
    """Where each key stands."""

    lines: list[str] = field(default_factory=list)
    """Of the whole file; a hint shows the line as it ought to be."""

    def place(self, path: KeyPath) -> Place:
        """Return where the value at ``path`` stands, or the nearest thing around it."""
        return self._place(self.values, path)

    def key_place(self, path: KeyPath) -> Place:
        """Return where the key at ``path`` stands, or the nearest thing around it."""
        return Place(self.file, *self.keys[path]) if path in self.keys else self.place(path)

    def repair(self, path: KeyPath, old: str, new: str) -> Repair | None:
        """Return the repair that writes ``new`` for the value at ``path``, which is ``old``.

        None where it is not written letter by letter: with escapes, or over several lines.
        """
        return self._repair(self.values.get(path), old, new)

    def key_repair(self, path: KeyPath, new: str) -> Repair | None:
        """Return the repair that calls the key at ``path`` ``new``."""
        return self._repair(self.keys.get(path), str(path[-1]), new)

    def _repair(self, position: Position | None, old: str, new: str) -> Repair | None:
        if position is None or position[0] > len(self.lines):
            return None
        number, column = position
        lead = re.compile(r"[\"']?\s*").match(self.lines[number - 1], column - 1)
        at = lead.end() if lead else column - 1
        if not re.compile(re.escape(old) + r"(?![\w-])").match(self.lines[number - 1], at):
            return None
        return Repair(Place(self.file, number, at + 1), old, new)

    def _place(self, known: dict[KeyPath, Position], path: KeyPath) -> Place:
        for length in range(len(path), 0, -1):
            if position := known.get(path[:length]):
                return Place(self.file, *position)
        return Place(self.file)


class _RefusedError(Exception):
    """Something that ends the reading of a file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_fields(text: str, file: str, line_offset: int = 0) -> tuple[Fields, list[Diagnostic]]:
    """Return the fields in ``text`` and what is wrong with them as YAML.

    Args:
        text: YAML whose lines follow ``line_offset`` others in ``file``.
        file: Path for the diagnostics.
        line_offset: How many lines of the file stand above ``text``.
    """
    builder = _Builder(text, file, line_offset)
    try:
        builder.read()
    except _RefusedError as refused:
        builder.problems.append(refused.diagnostic)
    except yaml.YAMLError as error:
        builder.problems += _explained(text, error, file, line_offset)
    return builder.fields, builder.problems


def _explained(text: str, error: yaml.YAMLError, file: str, line_offset: int) -> list[Diagnostic]:
    return yaml_errors.explain(yaml_errors.on_its_lines(text), error, file, line_offset)


class _Builder:
    def __init__(self, text: str, file: str, line_offset: int) -> None:
        lines = [""] * line_offset + text.split("\n")
        self.fields = Fields(file, lines=lines)
        self.problems: list[Diagnostic] = []
        self._offset = line_offset
        self._events: Iterator[Any] = iter(
            yaml.parse(yaml_errors.on_its_lines(text), Loader=_LOADER)
        )

    def read(self) -> None:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return
        event = next(self._events)
        data = self._node(event, ())
        if isinstance(data, dict):
            self.fields.data = data
        elif data is not None:
            for _ in self._events:
                pass  # a line without a colon is told better by the error that follows from it
            hint = "Write each field on a line of its own: its name, a colon, a space and its text."
            raise self._refused(event, "Fields are expected here.", hint, Code.WRONG_TYPE)
        next(self._events)  # the document's end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._refused(
                after, "The fields end here, but more follow.", "Remove this line of ---."
            )

    def _node(self, event: Any, path: KeyPath) -> Any:
        self._refuse_tricks(event)
        if path:
            self.fields.values[path] = self._position(event)
        if len(path) > _DEEPEST:
            raise self._refused(
                event,
                f"Fields lie inside each other more than {_DEEPEST} deep.",
                "No field of Affiche needs that: look for brackets or spaces too many.",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._group(path)

    def _text(self, event: Any) -> str | None:
        if not event.style and event.value in _EMPTY:  # libyaml calls the plain style ""
            return None
        text: str = event.value
        if found := _INVISIBLE.search(text):
            raise self._refused(
                event,
                f"This text holds an invisible character (U+{ord(found[0]):04X}).",
                "Delete the text and type it again.",
                Code.INVALID_TEXT,
            )
        return text

    def _list(self, path: KeyPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _group(self, path: KeyPath) -> dict[str, Any]:
        group: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            if key in group:
                last_line = self._skip()
                self.problems.append(
                    self._twice(event, key, self.fields.keys[*path, key], last_line)
                )
                continue
            self.fields.keys[*path, key] = self._position(event)
            group[key] = self._node(next(self._events), (*path, key))
        return group

    def _key(self, event: Any) -> str:
        self._refuse_tricks(event)
        if not isinstance(event, yaml.ScalarEvent) or not event.value.strip():
            raise self._refused(
                event,
                "The name of a field is expected here.",
                "Write a name before the colon; a text that begins with [ or { needs quotes.",
            )
        key = self._text(event)
        return event.value if key is None else key

    def _skip(self) -> int:
        """Leave out the next value; return the line (from 0) on which it ends."""
        depth = 0
        while True:
            event = next(self._events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                line: int = event.end_mark.line
                return line

    def _twice(self, event: Any, key: str, first: Position, last_line: int) -> Diagnostic:
        message = f"'{shown(key)}' is written twice; the first is on line {first[0]}."
        line, column = self._position(event)
        place = Place(self.fields.file, line, column)
        written = self.fields.lines[line - 1]
        one_line = last_line == event.start_mark.line and not written.strip().startswith("-")
        repair = None
        if one_line and column - 1 == len(written) - len(written.lstrip(" ")):
            # The very same field once more, on a line of its own.
            repair = Repair(Place(place.file, line), f"{written}\n", "")
        same = written.rstrip() == self.fields.lines[first[0] - 1].rstrip()
        return Diagnostic.of(
            Code.DUPLICATE_KEY, place, message, "Keep one of the two.", repair if same else None
        )

    def _refuse_tricks(self, event: Any) -> None:
        """Refuse what makes one text stand for another: a reader must see what is written."""
        if isinstance(event, yaml.AliasEvent):
            mark = "*"
        elif event.tag is not None:
            mark = "!"
        elif event.anchor is not None:
            mark = "&"
        else:
            return
        line = self.fields.lines[event.start_mark.line + self._offset]
        mended = mend(line)
        hint = f"Write: {mended.line.strip()}" if mended else "Put the text between quotes."
        message = f"A text cannot begin with {mark} unless it is quoted."
        refused = self._refused(event, message, hint)
        if mended and not _STANDS_FOR_ANOTHER.match(line, mended.column - 1):
            repair = Repair.of_line(refused.diagnostic.place, line, mended.line)
            refused.diagnostic = replace(refused.diagnostic, repair=repair)
        raise refused

    def _position(self, event: Any) -> Position:
        return event.start_mark.line + self._offset + 1, event.start_mark.column + 1

    def _refused(
        self, event: Any, message: str, hint: str, code: Code = Code.INVALID_YAML
    ) -> _RefusedError:
        place = Place(self.fields.file, *self._position(event))
        return _RefusedError(Diagnostic.of(code, place, message, hint))
