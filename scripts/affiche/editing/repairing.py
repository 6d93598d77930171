"""Repair what has one right answer, in memory: try each repair, and take back what does not help.

What the answer is, is found with the problem in ``content``; writing is left to ``change``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from affiche.content import load
from affiche.content.files import unsaved
from affiche.editing.change import Change
from affiche.editing.spans import repaired
from affiche.report import Code, Diagnostic, Place, Repair, Severity

_MOST_ROUNDS = 60
"""Each round repairs whatever it finds; a file that cannot be read hides most of its problems."""

_UNREADABLE = (
    Code.INVALID_YAML,
    Code.NO_FRONT_MATTER,
    Code.TAB_IN_YAML,
    Code.UNCLOSED_FRONT_MATTER,
    Code.UNQUOTED_COLON,
)
"""Problems that hide all others further down in their file."""

_CLASHES = (Code.DUPLICATE_ENTRY, Code.DUPLICATE_KEY, Code.WRONG_ORDER)
"""Problems of two fields: a repair of one may show at the other."""

_Known = tuple[str, int, Code, str]
"""A problem by its file, line, rule and message: columns move with what is repaired before."""


@dataclass(frozen=True, slots=True)
class Repairs:
    """What can be repaired in a project."""

    changes: tuple[Change, ...]
    """By file; none when nothing has one right answer."""

    count: int
    """How many problems would be gone."""

    left: tuple[Diagnostic, ...]
    """What stays for people to decide."""


def find_repairs(root: Path) -> Repairs:
    """Return all repairs in the project at ``root`` that help; nothing is written."""
    return _Repairing(root).run()


class _Repairing:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._originals: dict[str, bytes] = {}
        self._now: dict[str, bytes] = {}
        self._found: tuple[Diagnostic, ...] = ()
        self._refused: set[tuple[object, ...]] = set()
        self._count = 0

    def run(self) -> Repairs:
        self._found = self._load({})
        for _ in range(_MOST_ROUNDS):
            candidates = self._candidates()
            if not candidates:
                break
            self._try(candidates)
        changes = (
            Change(file, self._originals[file], content)
            for file, content in sorted(self._now.items())
        )
        changed = tuple(each for each in changes if each.before != each.after)
        return Repairs(changed, self._count, self._found)

    def _load(self, files: dict[str, bytes]) -> tuple[Diagnostic, ...]:
        with unsaved(self._root, files):
            return load(self._root).diagnostics

    def _candidates(self) -> list[Diagnostic]:
        return [each for each in self._found if each.repair and _name(each) not in self._refused]

    def _try(self, candidates: list[Diagnostic]) -> None:
        """Accept all of ``candidates``, or all of a file, or one by one, or none."""
        if self._accept(candidates):
            return
        for _, of_file in groupby(candidates, lambda each: each.place.file):
            names = [_name(each) for each in of_file]
            if self._accept([each for each in self._candidates() if _name(each) in names]):
                continue
            for name in names:
                single = next((each for each in self._candidates() if _name(each) == name), None)
                if single and not self._accept([single]):
                    self._refused.add(name)

    def _accept(self, candidates: list[Diagnostic]) -> bool:
        """Put ``candidates`` into their files, if that helps and does no harm."""
        tried, done = dict(self._now), list[Diagnostic]()
        for file, of_file in groupby(candidates, lambda each: each.place.file):
            listed = list(of_file)
            content = self._now.get(file) or self._read(file)
            result = repaired(content, (each.repair for each in listed if each.repair))
            tried[file] = result.content
            done += [each for each in listed if each.repair in result.done]
        after = self._load(tried)
        if not done or not _helps(done, self._found, after):
            return False
        self._now, self._found = tried, after
        self._count += len(done)
        return True

    def _read(self, file: str) -> bytes:
        return self._originals.setdefault(file, (self._root / file).read_bytes())


def _name(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what a problem is known by when its line has moved."""
    repair = diagnostic.repair
    answer = (repair.old, repair.new) if repair else ()
    return (diagnostic.place.file, diagnostic.code, diagnostic.message, answer)


def _helps(
    done: list[Diagnostic], before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> bool:
    """Return whether the problems of ``done`` are gone, and none has come in their place."""
    line_of = _moved_by([each.repair for each in done if each.repair])

    def known(diagnostic: Diagnostic) -> _Known:
        file = diagnostic.place.file
        return (file, line_of(diagnostic.place), diagnostic.code, diagnostic.message)

    then = Counter(map(known, before))
    now = Counter((each.place.file, each.place.line, each.code, each.message) for each in after)
    gone = Counter(map(known, done))
    if any(now[each] > then[each] - number for each, number in gone.items()):
        return False
    new = [
        each
        for each in after
        if each.severity is Severity.ERROR
        and (each.place.file, each.place.line, each.code, each.message) not in then
    ]
    return not any(_is_harm(each, repair, line_of) for each in new for repair in done)


def _moved_by(repairs: list[Repair]) -> Callable[[Place], int]:
    """Return a function that tells on which line a place is when ``repairs`` are in."""

    def line_of(place: Place) -> int:
        return place.line + sum(
            each.new.count("\n") - each.old.count("\n")
            for each in repairs
            if each.place.file == place.file and each.place.line < place.line
        )

    return line_of


def _is_harm(new: Diagnostic, done: Diagnostic, line_of: Callable[[Place], int]) -> bool:
    """Return whether the problem ``new`` came with the repair of ``done``.

    Others were there before, and only could not be seen.
    """
    assert done.repair
    if new.place.file != done.place.file:
        return False
    line = line_of(done.repair.place)
    if done.code in _UNREADABLE:
        return new.code in _UNREADABLE and new.place.line <= line
    return new.place.line == line or new.code in _CLASHES
