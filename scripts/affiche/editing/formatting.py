"""Bring the fields of a page into the one canonical form; its text and its data stay.

How the form looks is left to ``layout``; writing it to ``change``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from affiche.content.files import read_text
from affiche.content.front_matter import split
from affiche.content.inventory import entity_files
from affiche.content.pages import parse_page
from affiche.content.yaml_nodes import read_fields
from affiche.editing.change import Change
from affiche.editing.layout import lay_out
from affiche.editing.written import read_written
from affiche.model import Entity
from affiche.report import Diagnostic

_EMPTY_LINES_ABOVE = re.compile(r"\A(?:[ \t]*\n)+")
_EMPTY_LINES_BELOW = re.compile(r"(?:\n[ \t]*)+\Z")


@dataclass(frozen=True, slots=True)
class Formatting:
    """What bringing files into the canonical form would change."""

    changes: tuple[Change, ...]
    """By file; without those that have the form."""

    unchanged: int
    """How many files have the form."""

    unreadable: tuple[Diagnostic, ...]
    """Why other files were left alone."""


def find_formatting(root: Path, only: Collection[Path] = ()) -> Formatting:
    """Return what would change in the pages of the project at ``root``; nothing is written.

    Args:
        root: The project's folder.
        only: Files, and folders of them, to which this is confined; empty for all.
    """
    changes, unreadable, unchanged = list[Change](), list[Diagnostic](), 0
    wanted = [path.resolve() for path in only]
    for file, kind in entity_files(root).items():
        path = (root / file).resolve()
        if wanted and not any(path.is_relative_to(each) for each in wanted):
            continue
        text = read_text(root, file)
        form = text if isinstance(text, Diagnostic) else formatted(text, file, kind)
        if isinstance(form, Diagnostic):
            unreadable.append(form)
        elif form.encode("utf-8") == (before := path.read_bytes()):
            unchanged += 1
        else:
            changes.append(Change(file, before, form.encode("utf-8")))
    return Formatting(tuple(changes), unchanged, tuple(unreadable))


def formatted(text: str, file: str, kind: type[Entity]) -> str | Diagnostic:
    """Return the page ``text`` in the canonical form, or what makes it unreadable.

    Args:
        text: With plain line ends, as ``content.files.read_text`` returns it.
        file: Its path.
        kind: What it describes.
    """
    halves = split(text, file)
    if isinstance(halves, Diagnostic):
        return halves
    _, problems = read_fields(halves.fields, file, halves.line_offset)
    if problems:
        return problems[0]
    body = _below_fields(text, halves.fields)
    fields = lay_out(kind, read_written(halves.fields))
    form = f"---\n{fields}---\n{body}"
    # The form never costs a letter: where it would, the page stays as it is.
    return form if _says(form, file, kind) == _says(text, file, kind) else text


def _below_fields(text: str, fields: str) -> str:
    """Return the Markdown under the fields, with one empty line above it and none below."""
    lines = text.split("\n")[fields.count("\n") + 2 :]
    body = _EMPTY_LINES_ABOVE.sub("", "".join(f"{line}\n" for line in lines))
    body = _EMPTY_LINES_BELOW.sub("", body)
    return f"\n{body}\n" if body.strip() else ""


def _says(text: str, file: str, kind: type[Entity]) -> object:
    page, _ = parse_page(text, file, kind, "")
    return page and (page.fields.data, page.body.strip())
