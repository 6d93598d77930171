"""Mend a line of fields that YAML reads otherwise than its writer meant.

Whether the line is at fault at all is left to ``yaml_errors``, which tries the mended text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_LINE = re.compile(
    r"""(?P<lead>\s*(?:-\ +)*)
        (?P<key>[A-Za-z0-9_-]+\s*:(?:\ +|$))?
        (?P<value>.*?)
        (?P<comment>\ +\#(?:\ .*)?)?$""",
    re.VERBOSE,
)
_KEY_AGAINST_TEXT = re.compile(r"(\s*(?:- +)*[a-z_]+:)([^\s/].*)")
_BRACKETS = {"[": "]", "{": "}"}
_IN_CURLY_QUOTES = re.compile(r"[“”„‘’]([^“”„‘’]*)[”“’‘]")
_SPECIAL = "%@`*&!|>]},?#-"


class Fault(Enum):
    """What YAML stumbles over in a line."""

    COLON = "a colon followed by a space"
    OPEN_QUOTE = "a quotation mark that is not closed"
    AFTER_QUOTE = "text behind a closing quotation mark"
    BACKSLASH = "a backslash between double quotation marks"
    OPEN_BRACKET = "a bracket that is not closed"
    BEGINNING = "a first character that means something else"
    NO_SPACE = "no space behind the colon"


@dataclass(frozen=True, slots=True)
class Mend:
    """A line as it was probably meant."""

    fault: Fault
    line: str
    """The whole line as it should be."""

    column: int
    """Where the value begins, from 1."""


def quoted(text: str) -> str:
    """Return ``text`` between quotes, so that YAML reads exactly these letters."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def mend(line: str) -> Mend | None:
    """Return ``line`` as it was probably meant, or None when nothing about it looks odd."""
    if against := _KEY_AGAINST_TEXT.fullmatch(line):
        apart = f"{against[1]} {against[2]}"
        rest = mend(apart)
        return Mend(Fault.NO_SPACE, rest.line if rest else apart, against.start(2) + 1)
    match = _LINE.fullmatch(line)
    if match is None or not match["value"] or not (match["key"] or "-" in match["lead"]):
        return None
    lead, key, value = match["lead"], match["key"] or "", match["value"]
    if "-" in lead and key and not key.islower():
        key, value = "", key + value  # "- Leren: luisteren" is a text, not a field
    if found := _fault_of(value):
        fault, text = found
        return Mend(fault, f"{lead}{key}{text}{match['comment'] or ''}", len(lead) + len(key) + 1)
    return None


def _fault_of(value: str) -> tuple[Fault, str] | None:
    first = value[0]
    if first in "\"'":
        return _fault_of_quotes(value, first)
    if first in _BRACKETS:
        return _fault_of_brackets(value, _BRACKETS[first])
    if first in _SPECIAL:
        return Fault.BEGINNING, quoted(value)
    if ": " in value or value.endswith(":"):
        curly = _IN_CURLY_QUOTES.fullmatch(value)
        return Fault.COLON, quoted(curly[1] if curly else value)
    return None


def _fault_of_brackets(value: str, closing: str) -> tuple[Fault, str] | None:
    if value.endswith(closing):
        return None
    if closing not in value and (closing == "]" or ": " in value):
        return Fault.OPEN_BRACKET, value + closing
    return Fault.BEGINNING, quoted(value)


def _fault_of_quotes(value: str, quote: str) -> tuple[Fault, str] | None:
    skipped = r"(?:\\.|[^\\\"])*" if quote == '"' else r"(?:''|[^'])*"
    closed = re.match(f"{quote}{skipped}{quote}", value)
    if closed is None:
        return Fault.OPEN_QUOTE, quoted(value[1:])
    if closed.end() == len(value):
        odd = quote == '"' and re.search(r'\\(?:\\.)*[^0abtnvfre "/\\N_LPxuU]', value)
        return (Fault.BACKSLASH, quoted(value[1:-1])) if odd else None
    inner = value[1:-1]
    wrapped = value.endswith(quote) and inner.count(quote) % 2 == 1
    return Fault.AFTER_QUOTE, quoted(inner if wrapped else value)
