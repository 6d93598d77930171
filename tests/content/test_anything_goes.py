"""Whatever is in the files: no exception, no hang, and every finding has a place and a way out.

With ``AFFICHE_SLOW=1`` thousands of projects are tried, and other ones each time.
"""

from __future__ import annotations

import os
import signal
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from affiche.content import load
from affiche.report import Diagnostic
from tests.content.anything import FILES_THAT_CHANGE, changes
from tests.project import BILINGUAL, write_project

SLOW = "AFFICHE_SLOW" in os.environ
MOST_SECONDS = 2
"""Of the processor: a busy machine is no hang."""

tried = settings(
    max_examples=3000 if SLOW else 40,
    derandomize=not SLOW,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if SLOW else [])],
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in two languages, whose files each example changes and puts back."""
    files = {**FILES_THAT_CHANGE, "overrides/brand.yml": BILINGUAL}
    return write_project(tmp_path_factory.mktemp("anything"), **files)


@contextmanager
def changed(root: Path, files: dict[str, bytes]) -> Iterator[None]:
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
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return [""]
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def is_plain(text: str) -> bool:
    """Return whether ``text`` is one line that any terminal shows as it is."""
    return not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)


def assert_helpful(root: Path, diagnostic: Diagnostic) -> None:
    place = diagnostic.place
    lines = lines_of(root / place.file)
    assert 1 <= place.line <= len(lines), place
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place
    assert diagnostic.message, diagnostic
    assert is_plain(diagnostic.message), diagnostic.message
    assert is_plain(diagnostic.hint), diagnostic.hint
    assert is_plain(place.file)


@tried
@given(changes())
def test_loading_tells_what_is_wrong_and_goes_on(root: Path, files: dict[str, bytes]) -> None:
    with changed(root, files):
        with without_a_hang():
            project = load(root)
        for diagnostic in project.diagnostics:
            assert_helpful(root, diagnostic)
