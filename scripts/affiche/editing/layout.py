"""Lay fields out in the one canonical form: order, quotes, lists, remarks.

The order is that of the model, with what an entity is kept by last; reading is left to
``written``, quotes to ``scalars``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from affiche.content.schema import CARE, model_at, order_of, type_at
from affiche.content.translation import DIGEST_KEY
from affiche.editing.scalars import lines as block_of
from affiche.editing.scalars import one_line
from affiche.editing.written import Entry
from affiche.model import Entity, KeyPath

_BETWEEN_BRACKETS = ("formats", "variants")
"""Lists of short words from a fixed choice; all others have an item on each line."""


def lay_out(kind: type[Entity], whole: Entry) -> str:
    """Return the fields of an entity in their canonical form, each line with its end."""
    return "".join(f"{line}\n" for line in _Layout(kind).group(whole, ()))


class _Layout:
    def __init__(self, kind: type[Entity]) -> None:
        self._kind = kind

    def group(self, group: Entry, path: KeyPath) -> Iterator[str]:
        """Yield the lines of the fields in ``group``, which stands at ``path``."""
        for entry in self._in_order(group, path):
            yield from entry.above
            yield from self._field(entry, (*path, str(entry.key)))
        yield from group.foot

    def _in_order(self, group: Entry, path: KeyPath) -> list[Entry]:
        model = model_at(self._kind, path)
        if model is None:
            return group.entries
        names = (*order_of(model), DIGEST_KEY)
        known = {name: number for number, name in enumerate(names)}
        unknown = known.get(CARE[0], len(names)) - 0.5
        return sorted(group.entries, key=lambda entry: known.get(str(entry.key), unknown))

    def _field(self, entry: Entry, path: KeyPath) -> Iterator[str]:
        name = f"{one_line(str(entry.key))}:"
        if path == ("benefits",):
            entry = _with_short_benefits(entry)
        if _stands_on_one_line(entry) or self._goes_between_brackets(entry):
            yield _with(f"{name} {self._inline(entry, path)}".rstrip(), entry.beside)
            return
        if not isinstance(entry.value, str):
            yield _with(name, entry.beside)
            yield from _indented(self._inside(entry, path))
            return
        yield from self._text(name, entry, path)

    def _text(self, lead: str, entry: Entry, path: KeyPath) -> Iterator[str]:
        assert isinstance(entry.value, str)
        block = block_of(entry.value) if "\n" in entry.value else None
        if block is None:
            text = one_line(entry.value, type_at(self._kind, path) or str)
            yield _with(f"{lead} {text}", entry.beside)
            return
        sign, *inner = block
        yield _with(f"{lead} {sign}", entry.beside)
        yield from _indented(inner)

    def _inside(self, entry: Entry, path: KeyPath) -> Iterator[str]:
        if entry.is_group:
            yield from self.group(entry, path)
            return
        for index, item in enumerate(entry.entries):
            yield from self._item(item, (*path, index))
        yield from entry.foot

    def _item(self, item: Entry, path: KeyPath) -> Iterator[str]:
        yield from item.above
        if _stands_on_one_line(item):
            yield _with(f"- {self._inline(item, path)}".rstrip(), item.beside)
        elif isinstance(item.value, str):
            yield from self._text("-", item, path)
        elif item.is_group:
            yield from [item.beside] if item.beside else []
            ordered = self._in_order(item, path)
            yield from ordered[0].above
            ordered[0].above = []
            first, *others = self.group(item, path)
            yield f"- {first}"
            yield from _indented(iter(others))
        else:
            yield _with("-", item.beside)
            yield from _indented(self._inside(item, path))

    def _inline(self, entry: Entry, path: KeyPath) -> str:
        if entry.value is None:
            return ""
        if not entry.value:
            return "{}" if entry.is_group else "[]" if isinstance(entry.value, list) else '""'
        if isinstance(entry.value, str):
            return one_line(entry.value, type_at(self._kind, path) or str)
        items = (one_line(str(item.value), in_brackets=True) for item in entry.entries)
        return f"[{', '.join(items)}]"

    def _goes_between_brackets(self, entry: Entry) -> bool:
        return (
            entry.key in _BETWEEN_BRACKETS
            and bool(entry.entries)
            and not entry.is_group
            and not entry.has_remarks_inside()
            and all(isinstance(item.value, str) for item in entry.entries)
        )


def _stands_on_one_line(entry: Entry) -> bool:
    return not entry.value or (isinstance(entry.value, str) and "\n" not in entry.value)


def _with(line: str, remark: str) -> str:
    return f"{line} {remark}" if remark else line


def _indented(inner: Any) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in inner)


def _with_short_benefits(entry: Entry) -> Entry:
    """Return ``benefits`` as ``audience: text``, whichever of its two forms it has."""
    short: list[Entry] = []
    for item in entry.entries:
        named = {inner.key: inner for inner in item.entries}
        audience, text = named.get("audience"), named.get("text")
        if entry.is_group or len(named) != 2 or not audience or not text:
            return entry
        if not isinstance(audience.value, str) or not isinstance(text.value, str | None):
            return entry
        remarks = [*item.above, item.beside, *audience.above, audience.beside, *text.above]
        above = [each for each in (*remarks, *item.foot) if each]
        short.append(Entry(text.value, audience.value, above=above, beside=text.beside))
    if not short or len({each.key for each in short}) < len(short):
        return entry
    return Entry(short, entry.key, is_group=True, beside=entry.beside, foot=entry.foot)
