"""What a body is made of, as far as something can be wrong with it, each with its place.

Telling what is wrong is left to the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from affiche.content.body.fences import Stray
from affiche.content.body.marks import Lines, Marked


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link."""

    href: str
    text: str
    """What a reader sees or hears of it."""

    offset: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture."""

    src: str
    alternative: str
    offset: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    header: tuple[str, ...]
    """The texts of its first row."""

    offset: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row that does not fit its table."""

    cells: int
    columns: int
    offset: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of HTML that an editor wrote, or what an attribute list made of an element."""

    name: str
    attributes: Mapping[str, str]
    offset: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a paragraph, list item or cell, with marks and without code."""

    text: str


@dataclass
class Reading:
    """Everything in a body."""

    lines: Lines
    """As its editor wrote them."""

    marked: Marked
    """What the marks in passages point at."""

    strays: list[Stray]
    """Fences that are none."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    anchors: set[str] = field(default_factory=set)
    """Where a link may lead to in it."""

    def offset(self, text: str) -> int:
        """Return where the first mark in ``text`` points."""
        return self.marked.offset(text) or 0

    def line(self, offset: int) -> str:
        """Return the line on which ``offset`` lies."""
        return self.lines.lines[self.lines.position(offset)[0] - 1]
