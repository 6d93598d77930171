"""Turn what pydantic says about a field into plain words for whoever wrote it.

Where the field stands, and fields that are missing or unknown, are left to ``validation``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from affiche.content.nearest import did_you_mean, either, shown, surely
from affiche.content.schema import Slot
from affiche.report import Code

_TEXT_EXPECTED = {
    "string_type": "a text",
    "date_type": "a date",
    "datetime_type": "a date with a time",
    "int_type": "a number",
    "enum": "a text",
    Code.WRONG_TYPE.value: "a text",
}
_GROUP_EXPECTED = ("dict_type", "model_type", "model_attributes_type")
_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}
_OWN_CODES = {code.value: code for code in Code}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong and what to write instead."""

    code: Code
    message: str
    """What is wrong."""

    hint: str
    """What to write instead."""

    instead: str = ""
    """The one right way to write the text, if there is one."""

    day_first: bool = False
    """Whether ``instead`` is right only where one writes the day before the month."""


def explain(error: ErrorDetails, slot: Slot) -> Explanation:
    """Return the words for ``error`` about the field ``slot``."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if given is None or kind == Code.EMPTY_FIELD:
        return _empty(slot)
    if kind in _TEXT_EXPECTED and isinstance(given, (list, dict)):
        return _not_a_text(_TEXT_EXPECTED[kind], given, slot)
    if kind in _OWN_CODES:
        return Explanation(
            _OWN_CODES[kind],
            context["message"],
            context["hint"],
            context["instead"],
            context["day_first"],
        )
    return _explain_shape(error, slot) or _explain_bounds(error, slot)


def _explain_shape(error: ErrorDetails, slot: Slot) -> Explanation | None:
    kind, given = error["type"], error["input"]
    if kind in ("tuple_type", "list_type"):
        return _not_a_list(given, slot)
    if kind in _GROUP_EXPECTED:
        return _not_a_group(given, slot)
    return None


def _explain_bounds(error: ErrorDetails, slot: Slot) -> Explanation:
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "enum":
        return _bad_choice(str(given), re.findall(r"'([^']*)'", context["expected"]))
    if kind in _BOUNDS or kind.startswith("int_"):
        return _bad_number(kind, given, context)
    if kind in ("too_long", "too_short"):
        return _bad_length(kind, context, slot)
    return Explanation(Code.INVALID_TEXT, f"'{shown(str(given))}' does not fit here.", slot.says)


def _empty(slot: Slot) -> Explanation:
    message = f"'{slot.name}' is empty." if slot.named else "This item is empty."
    what = "its items" if slot.is_list else "its text"
    hint = f"Write {what}." if slot.required else f"Write {what}, or leave it out."
    return Explanation(Code.EMPTY_FIELD, message, f"{hint} {slot.says}".rstrip())


def _subject(slot: Slot) -> str:
    return f"'{slot.name}'" if slot.named else f"An item of '{slot.name}'"


def _given(given: Any) -> str:
    if isinstance(given, dict):
        return "a group of fields"
    return "a list" if isinstance(given, (list, tuple)) else "a text"


def _not_a_text(expected: str, given: Any, slot: Slot) -> Explanation:
    where = "behind the colon" if slot.named else "behind the hyphen"
    hint = f"Write it on the same line, {where}. {slot.says}".rstrip()
    return Explanation(
        Code.WRONG_TYPE, f"{_subject(slot)} is {expected}, not {_given(given)}.", hint
    )


def _not_a_list(given: Any, slot: Slot) -> Explanation:
    example = f": - {shown(given)}" if isinstance(given, str) else "."
    hint = f"Write each item on a line of its own that begins with a hyphen and a space{example}"
    return Explanation(Code.WRONG_TYPE, f"{_subject(slot)} is a list, not {_given(given)}.", hint)


def _not_a_group(given: Any, slot: Slot) -> Explanation:
    fields = f": {', '.join(slot.inner_names)}" if slot.inner_names else ""
    hint = f"Write its fields under it, each on a line of its own{fields}."
    message = f"{_subject(slot)} is a group of fields, not {_given(given)}."
    return Explanation(Code.WRONG_TYPE, message, hint)


def _bad_choice(given: str, choices: list[str]) -> Explanation:
    question = did_you_mean(given, choices)
    hint = f"{question} Write {either(choices)}.".strip()
    message = f"'{shown(given)}' is not one of the choices."
    return Explanation(Code.INVALID_CHOICE, message, hint, surely(given.strip(), choices) or "")


def _bad_number(kind: str, given: Any, context: dict[str, Any]) -> Explanation:
    if kind not in _BOUNDS:
        message = f"'{shown(str(given))}' is not a whole number."
        return Explanation(Code.INVALID_TEXT, message, "Write digits only, for example 25.")
    key, words = _BOUNDS[kind]
    bound = f"{context[key]:g}"
    hint = f"Write a number of {words} {bound}."
    if kind in ("greater_than", "less_than"):
        hint = f"Write a number that is {words} {bound}."
    return Explanation(Code.INVALID_TEXT, f"{shown(str(given))} is out of range.", hint)


def _bad_length(kind: str, context: dict[str, Any], slot: Slot) -> Explanation:
    if kind == "too_short":
        message = f"'{slot.name}' is empty."
        hint = slot.says if slot.says.startswith("At least") else f"Write at least one. {slot.says}"
        return Explanation(Code.EMPTY_FIELD, message, hint.rstrip())
    most = context["max_length"]
    message = f"'{slot.name}' has {context['actual_length']} items; there is room for {most}."
    return Explanation(Code.TOO_MANY, message, f"Keep {most} of them. {slot.says}".rstrip())
