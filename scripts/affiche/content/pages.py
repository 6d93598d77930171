"""Read one page: its fields with their places, and the Markdown under them.

Checking the fields is left to ``validation``, ``references`` and ``assets``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from affiche.content.files import read_text
from affiche.content.front_matter import split
from affiche.content.yaml_nodes import Fields, read_fields
from affiche.model import Entity, KeyPath
from affiche.report import Code, Diagnostic

EACH = "*"
"""Stands for every item of a list in a pattern such as ``("posters", EACH, "image")``."""


@dataclass(frozen=True)
class Page:
    """A file that describes one entity."""

    kind: type[Entity]
    """What it describes."""

    id: str
    """The name of its file or folder."""

    fields: Fields
    body: str
    """The Markdown under the fields."""

    body_line: int
    """The line of the file on which that begins, from 1."""

    @property
    def folder(self) -> str:
        """Where the files that it names lie."""
        return posixpath.dirname(self.fields.file)


def texts_at(fields: Fields, pattern: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text whose path fits ``pattern``; what is no text is told by ``validation``."""
    found: list[tuple[KeyPath, object]] = [((), fields.data)]
    for step in pattern:
        inner: list[tuple[KeyPath, object]] = []
        for path, value in found:
            if step == EACH and isinstance(value, list):
                inner += [((*path, index), item) for index, item in enumerate(value)]
            elif isinstance(value, dict) and step in value:
                inner.append(((*path, step), value[step]))
        found = inner
    for path, value in found:
        if isinstance(value, str) and value.strip():
            yield path, value.strip()


def read_page(
    root: Path, file: str, kind: type[Entity], entity_id: str
) -> tuple[Page | None, list[Diagnostic]]:
    """Return the page in ``file``, or what makes it unreadable."""
    text = read_text(root, file)
    if isinstance(text, Diagnostic):
        return None, [text]
    return parse_page(text, file, kind, entity_id)


def parse_page(
    text: str, file: str, kind: type[Entity], entity_id: str
) -> tuple[Page | None, list[Diagnostic]]:
    """Return the page that ``text`` is, or what makes it unreadable."""
    halves = split(text, file)
    if isinstance(halves, Diagnostic):
        return None, [halves]
    fields, problems = read_fields(halves.fields, file, halves.line_offset)
    if any(problem.code is not Code.DUPLICATE_KEY for problem in problems):
        return None, problems
    problems += _without_id(fields, entity_id)
    _spell_out_benefits(fields)
    return Page(kind, entity_id, fields, halves.body, halves.body_line), problems


def _without_id(fields: Fields, entity_id: str) -> list[Diagnostic]:
    """Drop ``id:``, which the file's name gives; say so when the two differ."""
    written = fields.data.pop("id", entity_id)
    if written == entity_id:
        return []
    message = f"The id is not what the {_named(fields.file)} is called: '{entity_id}'."
    hint = f"Write id: {entity_id}, or leave the line out."
    repair = fields.repair(("id",), written, entity_id) if isinstance(written, str) else None
    return [Diagnostic.of(Code.BAD_FILE_NAME, fields.place(("id",)), message, hint, repair)]


def _named(file: str) -> str:
    return "folder" if posixpath.basename(file) == "index.md" else "file"


def _spell_out_benefits(fields: Fields) -> None:
    """Turn ``audience: text`` into the model's list, so that both forms have the same paths."""
    short = fields.data.get("benefits")
    if not isinstance(short, dict):
        return
    fields.data["benefits"] = [{"audience": key, "text": text} for key, text in short.items()]
    for index, key in enumerate(short):
        at_key, at_text = fields.keys["benefits", key], fields.values["benefits", key]
        fields.values["benefits", index] = fields.values["benefits", index, "audience"] = at_key
        fields.values["benefits", index, "text"] = at_text
        del fields.keys["benefits", key], fields.values["benefits", key]
