"""Check fields against the model; give every mistake its place, once.

The words for a mistake are left to ``explanation``, references between files to ``references``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from affiche.content.dates import calendar_names, writes_day_first
from affiche.content.explanation import Explanation, explain
from affiche.content.mending import Fault, mend, quoted
from affiche.content.nearest import did_you_mean, nearest, shown, surely
from affiche.content.repeated import without_item
from affiche.content.schema import fields_of, internal_keys, model_at, noun, slot_at
from affiche.content.yaml_nodes import Fields
from affiche.model import KeyPath, Part, Prose
from affiche.report import Code, Diagnostic, Place, Repair

PartType = TypeVar("PartType", bound=Part)
ProseParser = Callable[[str], Prose]
"""Reads the Markdown of one field; refuses with ``model.fields.refusal``."""


def validate(
    model: type[PartType],
    fields: Fields,
    parse_prose: ProseParser,
    *,
    languages: tuple[str, ...] = (),
    **known: Any,
) -> tuple[PartType | None, list[Diagnostic]]:
    """Return the entity that ``fields`` describe, or what is wrong with them.

    Args:
        model: What the fields ought to make.
        fields: As they were read.
        parse_prose: Reads the texts that are Markdown.
        languages: Of the brand, the default first: how a date may be written here.
        known: Fields that come from elsewhere, such as ``id`` and ``source``.
    """
    data, written_internals = _without_internals(model, fields)
    errors: list[ErrorDetails] = []
    part: PartType | None = None
    context = {"parse_prose": parse_prose, "calendar": partial(calendar_names, languages)}
    try:
        part = model.model_validate({**data, **known}, context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    diagnostics = [_unknown_key(model, fields, path) for path in written_internals]
    diagnostics += _Findings(model, fields, errors, languages).diagnostics()
    return (None, diagnostics) if diagnostics else (part, [])


def _without_internals(model: type[Part], fields: Fields) -> tuple[dict[str, Any], list[KeyPath]]:
    """Return the data without keys that only the program may fill, and where these stood."""
    found: list[KeyPath] = []

    def kept(data: Any, path: KeyPath) -> Any:
        if isinstance(data, list):
            return [kept(item, (*path, index)) for index, item in enumerate(data)]
        if not isinstance(data, dict):
            return data
        inner = model_at(model, path)
        internal = internal_keys(inner) if inner else frozenset()
        found.extend((*path, key) for key in data if key in internal)
        return {k: kept(v, (*path, k)) for k, v in data.items() if k not in internal}

    return kept(fields.data, ()), found


def _unknown_key(model: type[Part], fields: Fields, path: KeyPath) -> Diagnostic:
    owner = model_at(model, path[:-1])
    names = [name for name in fields_of(owner or model) if name != "id"]
    key = str(path[-1])
    message = f"'{shown(key)}' is not a field of {noun(owner or model)}."
    hint = did_you_mean(key, names) or f"Its fields are {', '.join(names)}."
    meant = surely(key, names)
    repair = fields.key_repair(path, meant) if meant else None
    return Diagnostic.of(Code.UNKNOWN_KEY, fields.key_place(path), message, hint, repair)


class _Findings:
    """The errors of one file, sorted by what an editor did wrong."""

    def __init__(
        self,
        model: type[Part],
        fields: Fields,
        errors: list[ErrorDetails],
        languages: tuple[str, ...],
    ) -> None:
        self._model, self._fields = model, fields
        self._language = next(iter(languages), "")
        self._unknown: list[KeyPath] = []
        self._missing: list[KeyPath] = []
        self._short: defaultdict[KeyPath, int] = defaultdict(int)
        self._others: list[ErrorDetails] = []
        for error in errors:
            path = error["loc"]
            if error["type"] == "extra_forbidden":
                self._unknown.append(path)
            elif error["type"] == "missing" and isinstance(path[-1], int):
                self._short[path[:-1]] += 1
            elif error["type"] == "too_short" and _told_within(path, errors):
                continue  # pydantic counts only the items without mistakes
            elif error["type"] == "missing":
                self._missing.append(path)
            else:
                self._others.append(error)

    def diagnostics(self) -> list[Diagnostic]:
        meant = {(*path[:-1], self._meant(path)) for path in self._unknown}
        return [
            *(_unknown_key(self._model, self._fields, path) for path in self._unknown),
            *(self._missing_field(path) for path in self._missing if path not in meant),
            *(self._too_few(path, count) for path, count in self._short.items()),
            *(self._other(error) for error in self._others),
        ]

    def _meant(self, path: KeyPath) -> str:
        """Return the field that was misspelt; it is not missing too."""
        owner = model_at(self._model, path[:-1])
        return nearest(str(path[-1]), fields_of(owner)) or "" if owner else ""

    def _missing_field(self, path: KeyPath) -> Diagnostic:
        slot, owner = slot_at(self._model, path), model_at(self._model, path[:-1]) or self._model
        whole = re.sub(r"^an? ", "this ", noun(owner))
        message = f"'{slot.name}' is missing from {whole}."
        hint = f"Add {slot.name}: {slot.says}".rstrip()
        return Diagnostic.of(Code.MISSING_FIELD, self._fields.place(path[:-1]), message, hint)

    def _too_few(self, path: KeyPath, lacking: int) -> Diagnostic:
        slot = slot_at(self._model, path)
        given = _value_at(self._fields.data, path)
        count = len(given) if isinstance(given, list) else 0
        message = f"'{slot.name}' has {count} items; it needs {count + lacking}."
        return Diagnostic.of(Code.MISSING_FIELD, self._fields.place(path), message, slot.says)

    def _other(self, error: ErrorDetails) -> Diagnostic:
        path, context = error["loc"], error.get("ctx", {})
        if path[-1:] == ("[key]",):
            path = path[:-1]
            place = self._fields.key_place(path)
        else:
            path = (*path, *context.get("at", ()))
            place = self._fields.place(path)
        if error["type"] == "too_long":
            place = self._fields.place((*path, context["max_length"]))
        if unquoted := self._unquoted(error["input"], path):
            return unquoted
        words = explain(error, slot_at(self._model, path))
        repair = self._repair(error, path, words)
        return Diagnostic.of(words.code, place, words.message, words.hint, repair)

    def _repair(self, error: ErrorDetails, path: KeyPath, words: Explanation) -> Repair | None:
        given = error["input"]
        if words.code is Code.DUPLICATE_ENTRY:
            return without_item(self._fields, path)
        if error["type"] in ("tuple_type", "list_type") and isinstance(given, str):
            return self._as_list(given, path)
        if not words.instead or (words.day_first and not writes_day_first(self._language)):
            return None
        return self._fields.repair(path, str(given).strip(), words.instead)

    def _as_list(self, given: str, path: KeyPath) -> Repair | None:
        """Return the repair that makes a list of the one item behind a field's name."""
        if not slot_at(self._model, path).is_list or path not in self._fields.keys:
            return None
        repair = self._fields.repair(path, given.strip(), given.strip())
        line, column = self._fields.keys[path]
        if repair is None or line != repair.place.line:
            return None
        written = self._fields.lines[line - 1]
        rest = re.fullmatch(r"[a-z_]+:( +)([^\s\"'#][^#]*?)", written[column - 1 :])
        if rest is None or rest[2] != given or (rest[2][0] in "&*!|>%@`[{"):
            return None
        place = Place(self._fields.file, line, column + rest.start(1))
        new = f"\n{' ' * (column + 1)}- {given}"
        return Repair(place, f"{rest[1]}{given}", new)

    def _unquoted(self, given: Any, path: KeyPath) -> Diagnostic | None:
        """Tell what YAML made of a text without quotes: a field, or a remark."""
        place = self._fields.place(path)
        if place.line > len(self._fields.lines) or not path or model_at(self._model, path):
            return None
        line = self._fields.lines[place.line - 1]
        if given is None and (remark := re.fullmatch(r"(.*:|\s*-) +(#\S.*)", line)):
            message = "A text that begins with # needs quotes: else it is a remark."
            mended_line = f"{remark[1]} {quoted(remark[2])}"
            hint = f"Write: {mended_line.strip()}"
            repair = Repair.of_line(place, line, mended_line)
            return Diagnostic.of(Code.EMPTY_FIELD, place, message, hint, repair)
        mended = mend(line)
        if not (isinstance(given, dict) and len(given) == 1 and isinstance(path[-1], int)):
            return None
        if mended is None or mended.fault is not Fault.COLON:
            return None
        message, hint = "A text with a colon in it needs quotes.", f"Write: {mended.line.strip()}"
        repair = Repair.of_line(place, line, mended.line)
        return Diagnostic.of(Code.UNQUOTED_COLON, place, message, hint, repair)


def _told_within(path: KeyPath, errors: list[ErrorDetails]) -> bool:
    return any(len(e["loc"]) > len(path) and e["loc"][: len(path)] == path for e in errors)


def _value_at(data: Any, path: KeyPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
