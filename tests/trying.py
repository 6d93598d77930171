"""Try a project with other files in it: no exception, no hang, and findings that help.

Which files those are is left to ``anything``.
"""

from __future__ import annotations

import os
import signal
import time
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, settings

from affiche.report import Diagnostic

SLOW = "AFFICHE_SLOW" in os.environ
MOST_SECONDS = 2
"""Of the processor: a busy machine is no hang."""


def tried(few: int, many: int) -> settings:
    """Return how examples are made: the same ``few`` each time, or ``many`` new ones if slow."""
    return settings(
        max_examples=many if SLOW else few,
        derandomize=not SLOW,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if SLOW else [])],
    )


@contextmanager
def changed(root: Path, files: dict[str, bytes]) -> Iterator[None]:
    """Put ``files`` into the project, and afterwards what was there."""
    before = {path: (root / path).read_bytes() for path in files}
    for path, content in files.items():
        (root / path).write_bytes(content)
    try:
        yield
    finally:
        for path, content in before.items():
            (root / path).write_bytes(content)


@contextmanager
def without_a_hang() -> Iterator[None]:
    """Stop what takes the processor for too long."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"this takes more than {MOST_SECONDS} seconds")

    old = signal.signal(signal.SIGPROF, stop)
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)
    assert time.process_time() - begun <= MOST_SECONDS


def lines_of(file: Path) -> list[str]:
    """Return the lines of ``file`` as an editor's program shows them."""
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return [""]
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def is_plain(text: str) -> bool:
    """Return whether ``text`` is one line that any terminal shows as it is."""
    return text.isprintable() or not any(
        unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text
    )


def assert_helpful(root: Path, diagnostics: Iterable[Diagnostic]) -> None:
    """See that each of ``diagnostics`` points into a file, and says something on one line."""
    files: dict[str, list[str]] = {}
    for diagnostic in diagnostics:
        place = diagnostic.place
        if place.file not in files:
            files[place.file] = lines_of(root / place.file)
        lines = files[place.file]
        assert 1 <= place.line <= len(lines), place
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place
        assert diagnostic.message, diagnostic
        for text in (diagnostic.message, diagnostic.hint, place.file):
            assert is_plain(text), diagnostic
