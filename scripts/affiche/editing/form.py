"""What a form is made of: its fields, what each of them takes, and the answers to choose from.

Filling it from the model is left to ``forms``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from affiche.model import Entity, Part


class Kind(StrEnum):
    """What a field takes."""

    LINE = "line"
    """One line of plain text."""

    LINES = "lines"
    """Plain text in which line breaks count."""

    PROSE = "prose"
    """Markdown."""

    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    CHOICE = "choice"
    """One of the words in ``choices``."""

    NAME = "name"
    """An id that becomes part of an address."""

    REFERENCE = "reference"
    """The id of an entity of the kind ``refers_to``."""

    KNOWN = "known"
    """A name that the project knows otherwise: see ``vocabulary``."""

    FILE = "file"
    """The name of a file beside this one; see ``endings``."""

    ADDRESS = "address"
    COLOUR = "colour"
    LANGUAGE = "language"
    LIST = "list"
    """Several ``items``."""

    GROUP = "group"
    """The ``fields`` inside it."""

    NAMED = "named"
    """Several ``items``, each under a name."""


class Vocabulary(StrEnum):
    """Names that a project knows without a file for each."""

    FORMATS = "formats"
    TEMPLATES = "templates"
    SCHEMES = "schemes"
    COLOURS = "colours"
    ARTWORK = "artwork"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the words that a field takes."""

    value: str
    """As it is written."""

    label: str
    """As a reader says it."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form, or what the items of a list are."""

    name: str
    """Its key; empty for the items of a list."""

    kind: Kind
    label: str = ""
    """What it is called."""

    help: str = ""
    """What belongs in it; Markdown."""

    required: bool = False
    """Whether it may not be left out."""

    default: str | None = None
    """What holds when it is left out, where that is one word or number."""

    choices: tuple[Choice, ...] = ()
    """The words that it takes; empty when any will do."""

    refers_to: type[Entity] | None = None
    """The kind of entity that it names by its id, if it names one."""

    vocabulary: Vocabulary | None = None
    """Where the names that it takes come from, if the project knows them otherwise."""

    endings: tuple[str, ...] = ()
    """Of the names of files that it takes."""

    pattern: str = ""
    """A regular expression for the whole of it; empty when any text will do."""

    example: str = ""
    """How it may be written."""

    least: float | None = None
    """The smallest number, or the fewest items."""

    most: float | None = None
    """The largest number, or the most items."""

    is_whole: bool = False
    """Whether a number has no fraction."""

    items: FormField | None = None
    """What a list holds."""

    fields: tuple[FormField, ...] = ()
    """What a group holds."""

    short_key: str = ""
    """Of a list of two fields that may be written as pairs: the field that is the key then."""


@dataclass(frozen=True, slots=True)
class Form:
    """All fields of one kind of file."""

    model: type[Part]
    """What the file describes."""

    one: str
    """What one of them is called."""

    many: str
    """What all of them are called."""

    help: str
    """What one of them is; Markdown."""

    fields: tuple[FormField, ...]
    """In the order of the model."""


def every_field(fields: tuple[FormField, ...]) -> list[FormField]:
    """Return ``fields`` and all that lie inside them, from the outside in."""
    found: list[FormField] = []
    for field in fields:
        inner = (*field.fields, *((field.items,) if field.items else ()))
        found += [field, *every_field(inner)]
    return found
