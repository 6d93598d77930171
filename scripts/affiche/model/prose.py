"""A text as a small tree of plain values: what pages, posters, mails and slides are drawn from.

Reading Markdown into it is left to ``content.prose``; each surface walks the tree its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """Letters, shown as they are."""

    value: str


@dataclass(frozen=True, slots=True)
class Code:
    """Letters in a fixed-width font."""

    value: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Inline text of importance."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Inline text with stress."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Inline text that leads somewhere."""

    href: str
    """Its scheme is http, https, mailto or tel; or it is a path inside the site."""

    children: tuple[Inline, ...]


Inline = Text | Code | Break | Strong | Emphasis | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of inline text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text."""

    level: int
    """From 1 to 6."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class List:
    """Items, counted or not."""

    ordered: bool

    items: tuple[tuple[Block, ...], ...]


Block = Paragraph | Heading | List


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of one or more blocks."""

    blocks: tuple[Block, ...]

    language: str | None = None
    """Its language's code where it is not the language of what it stands in; else None."""

    def __str__(self) -> str:
        return plain_text(self)


def plain_text(prose: Prose) -> str:
    """Return the words of ``prose`` without any marks, one block a line."""
    return "\n".join(_block_text(block) for block in prose.blocks)


def as_data(prose: Prose) -> list[dict[str, Any]]:
    """Return ``prose`` as lists and dictionaries that JSON holds, for a template to walk.

    Every node is ``{"kind": ...}`` with ``value``, ``href``, ``level``, ``ordered``, ``children``
    or ``items`` where its kind has them.
    """
    return [_block_data(block) for block in prose.blocks]


def _block_text(block: Block) -> str:
    if isinstance(block, List):
        return "\n".join(" ".join(_block_text(b) for b in item) for item in block.items)
    return _inline_text(block.children)


def _inline_text(children: tuple[Inline, ...]) -> str:
    parts = []
    for child in children:
        match child:
            case Text(value) | Code(value):
                parts.append(value)
            case Break():
                parts.append(" ")
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                parts.append(_inline_text(inner))
    return "".join(parts)


def _block_data(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(children):
            return {"kind": "paragraph", "children": _inline_data(children)}
        case Heading(level, children):
            return {"kind": "heading", "level": level, "children": _inline_data(children)}
        case List(ordered, items):
            return {
                "kind": "list",
                "ordered": ordered,
                "items": [[_block_data(b) for b in item] for item in items],
            }


def _inline_data(children: tuple[Inline, ...]) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = []
    for child in children:
        match child:
            case Text(value):
                data.append({"kind": "text", "value": value})
            case Code(value):
                data.append({"kind": "code", "value": value})
            case Break():
                data.append({"kind": "break"})
            case Strong(inner):
                data.append({"kind": "strong", "children": _inline_data(inner)})
            case Emphasis(inner):
                data.append({"kind": "emphasis", "children": _inline_data(inner)})
            case Link(href, inner):
                data.append({"kind": "link", "href": href, "children": _inline_data(inner)})
    return data
