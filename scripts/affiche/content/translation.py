"""Put a translation over its original: its texts, with everything else from the original.

Which fields are texts is left to ``translated_fields``; checking the result to ``validation``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from affiche.content.nearest import did_you_mean, shown, surely
from affiche.content.pages import Page, parse_page
from affiche.content.schema import fields_of, model_at, order_of
from affiche.content.translated_fields import NAMES, ONLY_IN_TRANSLATION, TEXTS, TOLD_APART_BY
from affiche.content.yaml_nodes import Fields
from affiche.model import Entity, KeyPath, Part
from affiche.report import Code, Diagnostic, Repair

DIGEST_KEY = "translated_from"
"""The field with which a translator says which text was translated: see ``text_digest``."""


class Untranslated(str):
    """A text of the original that its translation leaves out."""

    __slots__ = ()


@dataclass
class Merged:
    """An original with its translation over it."""

    fields: Fields
    """Not yet checked by the model; places are those in the translation's file."""

    missing: list[KeyPath] = field(default_factory=list)
    """Texts of the original that are not translated."""

    problems: list[Diagnostic] = field(default_factory=list)
    """What a translation may not carry, or what its original does not have."""


def merge(original: Page, translation: Page) -> Merged:
    """Return ``original`` in the words of ``translation``."""
    merging = _Merging(original, translation)
    data = merging.group((), (), original.fields.data, translation.fields.data)
    merging.merged.fields.data = data
    if original.body.strip() and not translation.body.strip():
        merging.merged.missing.append(("body",))
    return merging.merged


def text_digest(page: Page) -> str:
    """Return twelve hexadecimal digits that change when a text of ``page`` does.

    Dates, links and choices do not count: they are the same in every language.
    """
    texts = [[list(path), text] for path, text in _texts(page.kind, page.fields.data, ())]
    written = json.dumps([texts, page.body.strip()], ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def ordinary_digest(text: str) -> str:
    """Return twelve hexadecimal digits that change when an ordinary page's ``text`` does."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:12]


def page_digest(text: str, file: str, kind: type[Entity] | None, entity_id: str) -> str | None:
    """Return the digest of the page that ``text`` was, or None when it could not be read.

    Args:
        text: What the file held.
        file: Its path.
        kind: What it described; None for an ordinary page.
        entity_id: The id of what it described.
    """
    if kind is None:
        return ordinary_digest(text)
    page, _ = parse_page(text, file, kind, entity_id)
    return text_digest(page) if page else None


def _texts(kind: type[Part], data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Yield every text that can be translated, by its path, in the order of the model.

    The order in which an editor wrote the fields is no part of what they say.
    """
    owner = model_at(kind, path)
    order = {name: number for number, name in enumerate(order_of(owner))} if owner else {}
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in sorted(items, key=lambda item: order.get(str(item[0]), 0)):
        inner = (*path, key)
        if owner and key in TEXTS.get(owner, ()):
            yield inner, value
        elif isinstance(value, dict | list):
            yield from _texts(kind, value, inner)


class _Merging:
    def __init__(self, original: Page, translation: Page) -> None:
        self._kind = original.kind
        self._original, self._translation = original.fields, translation.fields
        self.merged = Merged(Fields(translation.fields.file, lines=translation.fields.lines))

    def group(
        self, path: KeyPath, there: KeyPath, source: dict[str, Any], words: dict[str, Any]
    ) -> dict[str, Any]:
        """Return the group ``source`` at ``path``, with ``words`` at ``there`` over it."""
        owner = model_at(self._kind, path) or self._kind
        self._place(path, there)
        data = {
            key: self._field(owner, (*path, key), (*there, key), value, words.get(key))
            for key, value in source.items()
        }
        dropped = ONLY_IN_TRANSLATION.get(owner, frozenset())
        data = {key: value for key, value in data.items() if key not in dropped or words.get(key)}
        for key, text in words.items():
            if key not in source:
                self._surplus(owner, (*there, key), data, text)
        return data

    def _field(
        self, owner: type[Part], path: KeyPath, there: KeyPath, value: Any, words: Any
    ) -> Any:
        texts = TEXTS.get(owner, frozenset())
        name = str(path[-1])
        if name in texts:
            if words is not None:
                return self._translated(path, there, value, words)
            if name not in NAMES.get(owner, ()):
                self.merged.missing.append(path)
            return untranslated(value)
        if isinstance(value, list) and (item := model_at(self._kind, (*path, 0))) in TEXTS:
            return self._items(item, path, there, value, words)
        if isinstance(value, dict) and model_at(self._kind, path) in TEXTS:
            words = self._of_type(dict, there, words)
            return self.group(path, there, value, words if isinstance(words, dict) else {})
        if words is not None and words != value and name not in _naming(owner):
            self._refuse(there)
        return value

    def _translated(self, path: KeyPath, there: KeyPath, value: Any, words: Any) -> Any:
        self._place(path, there)
        for index in range(len(words) if isinstance(words, list) else 0):
            self._place(path, there, index)
        if isinstance(value, list) and isinstance(words, list) and len(value) != len(words):
            self._differs(there, len(value), len(words))
        return words

    def _items(
        self, item: type[Part] | None, path: KeyPath, there: KeyPath, items: list[Any], words: Any
    ) -> list[Any]:
        given = self._of_type(list, there, words) or []
        names = TOLD_APART_BY.get(item, ()) if item else ()
        if not names and given and len(given) != len(items):
            self._differs(there, len(items), len(given))
            given = []
        found = self._by_name(names, there, items, given)
        return [
            self.group(
                (*path, index),
                (*there, found.get(index, -1)),
                each,
                given[found[index]] if index in found else {},
            )
            if isinstance(each, dict)
            else each
            for index, each in enumerate(items)
        ]

    def _by_name(
        self, names: tuple[str, ...], there: KeyPath, items: list[Any], given: list[Any]
    ) -> dict[int, int]:
        """Return the position of each item's translation, by the item's own position.

        Two sessions may start at one moment: of items with one name the first is the first.
        """
        positions: dict[str, list[int]] = {}
        for index, each in enumerate(items):
            positions.setdefault(_name(each, names), []).append(index)
        found: dict[int, int] = {}
        for number, each in enumerate(given):
            if not isinstance(each, dict):
                hint = f"Write it as in {self._original.file}."
                self._problem((*there, number), "A group of fields is expected here.", hint)
            elif not names:
                found[number] = number
            elif left := positions.get(name := _name(each, names)):
                found[left.pop(0)] = number
            elif name in positions:
                message = f"'{shown(name)}' is there once more than in the original."
                self._problem((*there, number, names[0]), message, "Take it out here.")
            else:
                known = list(positions)
                said = f"'{shown(name)}' is" if name else "This item is"
                hint = did_you_mean(name, known) or (
                    f"Write {names[0]}: as in {self._original.file}: {', '.join(known)}."
                )
                at, sure = (*there, number, names[0]), surely(name, known)
                repair = self._translation.repair(at, name, sure) if sure else None
                self._problem(at, f"{said} not in the original.", hint, repair)
        return found

    def _surplus(self, owner: type[Part], there: KeyPath, data: dict[str, Any], value: Any) -> None:
        key = str(there[-1])
        if key not in fields_of(owner):
            # Told by the model's own rule, with the name that was meant.
            data[key] = value
            self.merged.fields.keys[there] = self._translation.keys.get(there, (1, 1))
            self.merged.fields.values[there] = self._translation.values.get(there, (1, 1))
        elif key in TEXTS.get(owner, ()) or model_at(owner, (key,)) or model_at(owner, (key, 0)):
            message = f"The original has no '{key}'."
            hint = f"Write it in {self._original.file} first, or take it out here."
            self._problem(there, message, hint)
        else:
            self._refuse(there)

    def _of_type(self, expected: type, there: KeyPath, words: Any) -> Any:
        if words is not None and not isinstance(words, expected):
            hint = f"Write it in the same form as in {self._original.file}."
            self._problem(there, "A group of fields is expected here.", hint)
            return None
        return words

    def _refuse(self, there: KeyPath) -> None:
        message = f"'{there[-1]}' is the same in every language."
        hint = f"Take it out here; it stands in {self._original.file}."
        place = self._translation.key_place(there)
        self.merged.problems.append(Diagnostic.of(Code.NOT_TRANSLATABLE, place, message, hint))

    def _differs(self, there: KeyPath, many: int, given: int) -> None:
        message = (
            f"'{there[-1]}' has {given} item{'s' * (given != 1)} here and {many} in the original."
        )
        hint = f"Write one for each, in the order of {self._original.file}."
        self._problem(there, message, hint)

    def _problem(
        self, there: KeyPath, message: str, hint: str, repair: Repair | None = None
    ) -> None:
        place = self._translation.place(there)
        self.merged.problems.append(
            Diagnostic.of(Code.TRANSLATION_DIFFERS, place, message, hint, repair)
        )

    def _place(self, path: KeyPath, there: KeyPath, *steps: int) -> None:
        """Let the merged field at ``path`` stand where its translation does."""
        fields = self.merged.fields
        for table, known in (
            (fields.values, self._translation.values),
            (fields.keys, self._translation.keys),
        ):
            if position := known.get((*there, *steps)):
                table[(*path, *steps)] = position


def _naming(owner: type[Part]) -> tuple[str, ...]:
    return TOLD_APART_BY.get(owner, ())


def _name(item: Any, names: tuple[str, ...]) -> str:
    """Return what an item of a list is told apart by, or nothing."""
    if not isinstance(item, dict):
        return ""
    return str(next((item[name] for name in names if item.get(name)), ""))


def untranslated(value: Any) -> Any:
    """Return ``value``, the data of fields, with every text in it marked as not translated."""
    if isinstance(value, dict):
        return {key: untranslated(each) for key, each in value.items()}
    if isinstance(value, list):
        return [untranslated(each) for each in value]
    return Untranslated(value) if isinstance(value, str) else value
