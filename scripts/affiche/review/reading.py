"""Read a page as lines: the fields of an entity in the order of the model, then its story.

Comparing them is left to ``texts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from affiche.content import split_page
from affiche.model import Entity, Part, Poster, Prose, as_data
from affiche.review.texts import Line

_APART = frozenset({"id", "source", "language", "body", "sessions"})
"""Fields that no line is made of: sessions are compared apart, the story comes last."""

_NAMES = ("value", "audience", "id", "channel")
"""Fields by which one of several parts is called, so that their order does not count."""


def lines_of(part: Part) -> tuple[Line, ...]:
    """Return the lines of an entity, or of the brand."""
    fields = (
        line
        for name in type(part).model_fields
        if name not in _APART
        for line in _lines(_key(part, name), getattr(part, name))
    )
    return (*fields, *(story_of(part.body) if isinstance(part, Entity) else ()))


def story_of(markdown: str) -> Iterator[Line]:
    """Yield the lines of a story that hold anything."""
    for line in markdown.splitlines():
        if line.strip():
            yield Line("", line.rstrip())


def ordinary_lines(root: Path, file: str) -> tuple[Line, ...]:
    """Return the lines of a page that describes no entity: its fields and its Markdown."""
    fields, body = split_page(root, file)
    told = (line for key, value in fields.items() for line in _lines(str(key), value))
    return (*told, *story_of(body))


def title_of(root: Path, file: str) -> str:
    """Return what an ordinary page is called: its title, its first heading, or its file."""
    fields, body = split_page(root, file)
    if isinstance(written := fields.get("title"), str):
        return written
    headings = (line.lstrip("# ") for line in body.splitlines() if line.startswith("# "))
    return next(headings, file)


def _lines(field: str, value: Any) -> Iterator[Line]:
    match value:
        case None | () | "":
            return
        case Prose():
            yield Line(field, "\n".join(_block(block) for block in as_data(value)))
        case Part():
            for name in type(value).model_fields:
                inner = getattr(value, name)
                if not field.endswith(f".{inner}"):
                    yield from _lines(f"{field}.{_key(value, name)}", inner)
        case dict():
            for key, inner in value.items():
                yield from _lines(f"{field}.{key}", inner)
        case tuple() | list():
            yield from _items(field, value)
        case _:
            yield Line(field, str(value))


def _items(field: str, items: Sequence[Any]) -> Iterator[Line]:
    if all(isinstance(each, str | int) for each in items):
        yield Line(field, ", ".join(str(each) for each in items))
        return
    for each in items:
        yield from _lines(_named(field, each), each)


def _named(field: str, part: Any) -> str:
    """Return ``field`` with what ``part`` is called behind it, where several have that field."""
    if isinstance(part, Poster):
        return f"{field}.{part.file_name}"
    name = next((getattr(part, key) for key in _NAMES if getattr(part, key, None)), None)
    return f"{field}.{name}" if name else field


def _key(part: Part, name: str) -> str:
    return type(part).model_fields[name].alias or name


def _block(block: dict[str, Any]) -> str:
    if block["kind"] == "list":
        return "\n".join(" ".join(_block(each) for each in item) for item in block["items"])
    return _inline(block["children"])


def _inline(children: list[dict[str, Any]]) -> str:
    """Return the words of ``children``; where a link leads is said too, since readers go there."""
    parts = []
    for child in children:
        words = _inline(child["children"]) if "children" in child else child.get("value", " ")
        parts.append(f"{words} ({child['href']})" if child["kind"] == "link" else words)
    return "".join(parts)
