"""Check the bodies of a project's pages, all rules on each.

Where the pages are found is left to ``loading`` and ``ordinary_pages``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from affiche.content.body.blocks import check_directives, check_fences, check_leftovers
from affiche.content.body.body import Body, Finding, Findings
from affiche.content.body.elements import Reading
from affiche.content.body.headings import check_headings
from affiche.content.body.links import check_links, check_references
from affiche.content.body.marks import Lines
from affiche.content.body.pictures import check_pictures
from affiche.content.body.reading import Reader
from affiche.content.body.remembered import Recall, anew, recalled
from affiche.content.body.syntax import Syntax
from affiche.content.body.tables import check_tables
from affiche.content.body.tags import check_tags
from affiche.content.body.targets import Targets
from affiche.content.project import Settings
from affiche.report import Diagnostic, Place, Repair

# In a text without any of these nothing can be wrong that a rule looks for.
_MARKED = re.compile(r"[\[{<#|`~]|!!!|\?\?\?|:::|///|===|---|^[ \t]*(?:=+|-+) *$", re.MULTILINE)


def check_bodies(
    root: Path,
    settings: Settings,
    languages: tuple[str, ...],
    bodies: Iterable[Body],
    only: Container[str] | None = None,
    recall: Recall = anew,
) -> Iterator[Diagnostic]:
    """Yield what is wrong in ``bodies``.

    Args:
        root: The project's folder.
        settings: Of the project.
        languages: Of the brand; the first is the default.
        bodies: All of them: a link in one may lead into another.
        only: The files that are looked at; all when None.
        recall: Remembers what bodies were made of.
    """
    everything = tuple(bodies)
    # Without a brand nobody knows which page a reader of a translation gets to see.
    readable = everything if languages else ()
    checker = _Checker(Targets(root, settings, languages), settings, readable, recall)
    for body in everything:
        if (only is None or body.file in only) and _MARKED.search(body.text):
            yield from checker.check(body)


def _place(body: Body, lines: Lines, offset: int) -> Place:
    line, column = lines.position(offset)
    return Place(body.file, body.line + line - 1, column)


def _repair(line: str, place: Place, instead: tuple[str, str] | None) -> Repair | None:
    """Return the repair of the first of what is written in ``line`` from ``place`` on."""
    if instead is None:
        return None
    old, new = instead
    # As a whole word of Markdown or HTML: the way in a link, the name behind a mark.
    whole = re.compile(rf"(?<![^\s(<\"'#]){re.escape(old)}(?![^\s)>\"'#?])")
    found = whole.search(line, place.column - 1)
    return Repair(Place(place.file, place.line, found.start() + 1), old, new) if found else None


class _Checker:
    def __init__(
        self, targets: Targets, settings: Settings, bodies: tuple[Body, ...], recall: Recall
    ) -> None:
        self._targets, self._recall = targets, recall
        self._syntax = Syntax(settings.markdown_extensions)
        self._bodies = {body.file: body for body in bodies}
        self._named: dict[str, frozenset[str] | None] = {}

    def check(self, body: Body) -> Iterator[Diagnostic]:
        """Yield what is wrong in ``body``."""
        lines = Lines(body.text)
        for finding in self._findings(body):
            place = _place(body, lines, finding.offset)
            repair = _repair(lines.lines[place.line - body.line], place, finding.instead)
            if whole := finding.rewriting:
                repair = Repair(_place(body, lines, whole.offset), whole.old, whole.new)
            yield Diagnostic.of(finding.code, place, finding.message, finding.hint, repair)

    def _findings(self, body: Body) -> Findings:
        reading = self._read(body)
        if isinstance(reading, Finding):
            yield reading
            return
        yield from check_leftovers(body, reading)
        yield from check_headings(body, reading)
        yield from check_links(body, reading, self._targets, self._anchors)
        yield from check_references(reading)
        yield from check_pictures(body, reading, self._targets)
        yield from check_tables(reading)
        yield from check_tags(body, reading, self._targets)
        yield from check_directives(reading, self._syntax)
        yield from check_fences(reading)

    def _anchors(self, file: str) -> frozenset[str] | None:
        """Return the anchors in ``file``; None when nothing can be said of them."""
        if file not in self._named and (body := self._bodies.get(file)):
            reading = self._read(body, names_headings=True)
            found = None if isinstance(reading, Finding) else frozenset(reading.anchors)
            self._named[file] = found if self._syntax.knows_anchors else None
        return self._named.get(file)

    def _read(self, body: Body, *, names_headings: bool = False) -> Reading | Finding:
        def read(source: str) -> Reading | Finding:
            if names_headings not in self._readers:
                self._readers[names_headings] = Reader(self._syntax, names_headings=names_headings)
            return self._readers[names_headings].read(source)

        syntax = f"{self._syntax.fingerprint}\0{names_headings}"
        return recalled(body.text, syntax, self._recall, read)

    @cached_property
    def _readers(self) -> dict[bool, Reader]:
        """By whether they name headings; where all is remembered, none is needed."""
        return {}
