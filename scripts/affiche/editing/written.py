"""Read fields as they are written: in their order, with the remarks that belong to them.

What is wrong with them is told by ``content``; this module reads only what has no mistake in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = ("", "~", "null", "Null", "NULL")
_REMARK = re.compile(r"(?:^|(?<=\s))#.*")
_HYPHEN = re.compile(r"-(?:[ \t]+#[^\n]*|\s)*\Z")
"""What stands before an item: its hyphen, and perhaps a remark before the next line."""

_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass
class Entry:
    """A field of a group or an item of a list, with the remarks at it."""

    value: str | list[Entry] | None
    """Its text, nothing, or the entries inside it."""

    key: str | None = None
    """Its name; None for an item."""

    is_group: bool = False
    """Whether what is inside are fields."""

    above: list[str] = field(default_factory=list)
    """Remarks on lines of their own above it."""

    beside: str = ""
    """The remark on its line."""

    foot: list[str] = field(default_factory=list)
    """Remarks under the last entry inside it, as far to the right as these begin."""

    around: Entry | None = field(default=None, repr=False)
    """What it is inside of."""

    start: int = 0
    """Where it begins in the text, in characters."""

    column: int = 0
    """In which column it begins, from 0."""

    @property
    def entries(self) -> list[Entry]:
        """What is inside it."""
        return self.value if isinstance(self.value, list) else []

    def has_remarks_inside(self) -> bool:
        """Return whether a remark stands between the entries inside it."""
        return bool(self.foot) or any(
            each.above or each.beside or each.has_remarks_inside() for each in self.entries
        )


def read_written(text: str) -> Entry:
    """Return the group of fields that ``text`` is."""
    reading = _Reading(text)
    whole = reading.whole()
    reading.give_out_remarks(whole)
    return whole


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._masked = list(text)
        self._order: list[Entry] = []
        self._in_flow = 0
        self._events: Iterator[Any] = iter(list(yaml.parse(text, Loader=_LOADER)))

    def whole(self) -> Entry:
        for event in self._events:
            if isinstance(event, yaml.MappingStartEvent):
                whole = Entry([], is_group=True)
                whole.value = list(self._fields(whole))
                return whole
        return Entry([], is_group=True)

    def _fields(self, group: Entry) -> Iterator[Entry]:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._mask(event)
            yield self._filled(self._begun(event, group, event.value), next(self._events))

    def _items(self, items: Entry) -> Iterator[Entry]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entry = self._begun(event, items)
            if not self._in_flow:
                begun_before = self._order[-2].start if len(self._order) > 1 else 0
                hyphen = _HYPHEN.search(self._text, begun_before, entry.start)
                assert hyphen
                entry.start = hyphen.start()
                entry.column = entry.start - self._text.rfind("\n", 0, entry.start) - 1
            yield self._filled(entry, event)

    def _begun(self, event: Any, around: Entry, key: str | None = None) -> Entry:
        mark = event.start_mark
        entry = Entry(None, key, around=around, start=mark.index, column=mark.column)
        if not self._in_flow:
            self._order.append(entry)
        return entry

    def _filled(self, entry: Entry, event: Any) -> Entry:
        if isinstance(event, yaml.ScalarEvent):
            self._mask(event)
            entry.value = event.value if event.style or event.value not in _EMPTY else None
            return entry
        self._in_flow += event.flow_style
        entry.is_group = isinstance(event, yaml.MappingStartEvent)
        entry.value = list(self._fields(entry) if entry.is_group else self._items(entry))
        self._in_flow -= event.flow_style
        return entry

    def _mask(self, event: Any) -> None:
        """Let no letter of a text look like the beginning of a remark."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            header = _HEADER.match(self._text, start)
            assert header
            start = self._text.find("\n", start)
        self._masked[start:end] = [
            letter if letter == "\n" else "x" for letter in self._text[start:end]
        ]

    def give_out_remarks(self, whole: Entry) -> None:
        """Give each remark to the entry that it belongs to."""
        at = 0
        for line, masked in zip(
            self._text.split("\n"), "".join(self._masked).split("\n"), strict=True
        ):
            if remark := _REMARK.search(masked):
                column = remark.start()
                text = line[column:].rstrip()
                if masked[:column].strip():
                    self._beside(at + column, text)
                else:
                    self._on_its_own(whole, at, column, text)
            at += len(line) + 1

    def _beside(self, at: int, text: str) -> None:
        entry = [each for each in self._order if each.start < at][-1]
        if entry.beside:
            entry.above.append(text)
        else:
            entry.beside = text

    def _on_its_own(self, whole: Entry, at: int, column: int, text: str) -> None:
        before = [each for each in self._order if each.start < at]
        after = next((each for each in self._order if each.start > at), None)
        lowest = after.column if after else 0
        inside = [each for each in before if lowest < each.column <= column]
        if inside and inside[-1].around:
            inside[-1].around.foot.append(text)
        elif after:
            after.above.append(text)
        else:
            whole.foot.append(text)
