"""Write one text so that every program reads it as what it is: in quotes only where it needs them.

Where it stands is left to ``layout``.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

import yaml

from affiche.content.mending import quoted

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.SafeLoader("")
_STRING = "tag:yaml.org,2002:str"
_WHOLE = re.compile(r"0|[1-9][0-9]*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

# YAML 1.2.2, 10.3.2, and the short words for yes and no of YAML 1.1, which PyYAML leaves alone.
_ELSEWHERE = re.compile(
    r"[yYnN]|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)


def one_line(text: str, meant: Any = str, *, in_brackets: bool = False) -> str:
    """Return ``text`` on one line.

    Args:
        text: What is to be read.
        meant: The type of its field: dates and whole numbers stay without quotes where one of
            them is meant, and get quotes elsewhere.
        in_brackets: Whether it stands between brackets, where a comma ends it.
    """
    if _is_plain(text, meant) and _reads_as(text, text, in_brackets):
        return text
    between_quotes = quoted(text)
    return between_quotes if _reads_as(text, between_quotes, in_brackets) else _escaped(text)


def lines(text: str) -> list[str] | None:
    """Return a text of several lines as a block: its sign, then its lines; None if it cannot."""
    ends = len(text) - len(text.rstrip("\n"))
    sign = "|-" if ends == 0 else "|" if ends == 1 else "|+"
    inner = text.split("\n") if ends == 0 else text.split("\n")[:-1]
    block = "\n".join(f"    {line}" if line else "" for line in inner)
    return [sign, *inner] if _reads_as(text, f"{sign}\n{block}", in_brackets=False) else None


def _is_plain(text: str, meant: Any) -> bool:
    """Return whether no program takes ``text`` for something else than is meant."""
    if meant is int and _WHOLE.fullmatch(text):
        return True
    if meant in (dt.date, dt.datetime) and _DAY.match(text):
        return True
    return _tag(text) == _STRING and not _ELSEWHERE.fullmatch(text)


@cache
def _tag(text: str) -> str:
    """Return what YAML 1.1, which most programs read, takes ``text`` for."""
    return str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))


@cache
def _reads_as(text: str, form: str, in_brackets: bool) -> bool:
    tried = f"- [{form}, {form}]\n" if in_brackets else f"- {form}\n- x: {form}\n"
    try:
        events = list(yaml.parse(tried, Loader=_LOADER))
    except yaml.YAMLError:
        return False
    read = [each.value for each in events if isinstance(each, yaml.ScalarEvent)]
    return read == ([text, text] if in_brackets else [text, "x", text])


def _escaped(text: str) -> str:
    written = yaml.dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return str(written).removesuffix("\n")
