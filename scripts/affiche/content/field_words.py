"""What fields are called and what belongs in them, in a reader's language.

In English the help is the field's own docstring; which fields there are is left to the model.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from affiche.content.docstrings import docstring_of
from affiche.model import Part

FALLBACK = "en"
"""The language of fields where nobody described them in the reader's."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """One field in words."""

    label: str
    """What it is called in a form."""

    help: str
    """What belongs in it; Markdown."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind of entity in words."""

    one: str
    """What one of them is called."""

    many: str
    """What all of them are called."""

    help: str
    """What one of them is; Markdown."""


def field_words(model: type[Part], key: str, language: str) -> FieldWords:
    """Return the words for the field ``key`` of ``model``, in English where there are no others.

    Raises:
        KeyError: nobody has written them; a test makes sure that somebody has.
    """
    table = _table(language)
    owners = [each.__name__ for each in model.__mro__ if issubclass(each, Part)]
    known = [table[owner][key] for owner in owners if key in table.get(owner, ())]
    if not known:
        raise KeyError(f"{model.__name__}.{key}")
    found = known[0]
    return FieldWords(found["label"], found.get("help") or docstring_help(model, key))


def kind_words(model: type[Part], language: str) -> KindWords:
    """Return what entities of the kind ``model`` are called."""
    words = _table(language)["kinds"][model.__name__]
    said = (inspect.getdoc(model) or "").split("\n\n")[0]
    return KindWords(words["one"], words["many"], words.get("help") or _as_markdown(said))


def choice_words(choices: str, value: str, language: str) -> str:
    """Return what ``value`` is called, one of the enumeration called ``choices``."""
    label: str = _table(language)["choices"][choices][value]
    return label


def docstring_help(model: type[Part], key: str) -> str:
    """Return what the model itself says of its field ``key``, as Markdown."""
    return _as_markdown(docstring_of(model, key).split("\n\n")[0])


def _as_markdown(docstring: str) -> str:
    return re.sub(r"\s+", " ", docstring).replace("``", "`").strip()


@cache
def _table(language: str) -> dict[str, Any]:
    folder = files("affiche.content") / "words" / "fields"
    file = folder / f"{language}.toml"
    chosen = file if file.is_file() else folder / f"{FALLBACK}.toml"
    return tomllib.loads(chosen.read_text(encoding="utf-8"))
