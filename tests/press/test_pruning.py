"""What is long unused goes; what is in use, or was of late, stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from affiche.press import Artefact, Pruned, Store, prune
from affiche.press.pruning import DAY_S
from tests.programs import line_of, started

NOW = 1_800_000_000.0
SIZE = 1000


def kept(folder: Path, **days_ago: float) -> Store:
    """Return a store with an artefact of about ``SIZE`` for each name, used so many days ago."""
    store = Store(folder)
    for name, days in days_ago.items():
        place = store.keep(name, Artefact((("a.pdf", b"%" * SIZE),))).folder
        os.utime(place / "manifest.json", (NOW - days * DAY_S,) * 2)
    return store


def left(store: Store, *names: str) -> set[str]:
    return {name for name in names if store.find(name)}


@contextmanager
def another_process_using(folder: Path) -> Iterator[None]:
    """Use the store in ``folder`` from a process that ends afterwards."""
    program = (
        "import sys; from pathlib import Path; from affiche.press import Store\n"
        "Store(Path(sys.argv[1])).find('abcd'); print('using', flush=True); sys.stdin.read()"
    )
    with started("-c", program, str(folder)) as process:
        assert line_of(process) == "using\n"
        yield
        process.communicate()


def test_what_was_not_used_for_long_goes(tmp_path: Path) -> None:
    store = kept(tmp_path, old1=31, new1=29)
    pruned = prune(tmp_path, now=NOW, unused_days=30)
    assert pruned.artefacts == 1
    assert pruned.bytes_freed > SIZE
    assert left(store, "old1", "new1") == {"new1"}


def test_what_was_found_again_counts_as_used(tmp_path: Path) -> None:
    store = kept(tmp_path, old1=31)
    assert store.find("old1")
    assert prune(tmp_path).artefacts == 0


def test_of_a_store_too_large_the_longest_unused_goes_and_no_more(tmp_path: Path) -> None:
    store = kept(tmp_path, four=4, five=5, three=3, two2=2)
    pruned = prune(tmp_path, now=NOW, most_bytes=int(2.5 * SIZE * 1.2))
    assert pruned.artefacts == 2
    assert left(store, "two2", "three", "four", "five") == {"two2", "three"}


def test_what_was_used_within_a_day_stays_however_large_the_store(tmp_path: Path) -> None:
    store = kept(tmp_path, hour=0.04, days=2)
    prune(tmp_path, now=NOW, most_bytes=1)
    assert left(store, "hour", "days") == {"hour"}


def test_a_store_that_another_process_uses_is_left_alone(tmp_path: Path) -> None:
    store = kept(tmp_path, old1=400)
    with another_process_using(tmp_path):
        assert prune(tmp_path, now=NOW) == Pruned(0, 0)
    assert prune(tmp_path, now=NOW).artefacts == 1
    assert left(store, "old1") == set()


def test_a_store_is_still_held_after_a_pruning_that_had_to_wait(tmp_path: Path) -> None:
    kept(tmp_path, old1=400)
    with another_process_using(tmp_path):
        prune(tmp_path, now=NOW)
    program = (
        "import sys; from pathlib import Path; from affiche.press import prune\n"
        "print(prune(Path(sys.argv[1])).artefacts)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "0\n"


def test_what_a_killed_process_left_half_written_goes(tmp_path: Path) -> None:
    kept(tmp_path, new1=0)
    draft = tmp_path / "ne" / ".draft-x1"
    draft.mkdir()
    (draft / "a.pdf").write_bytes(b"%")
    assert prune(tmp_path, now=NOW) == Pruned(1, 1)
    assert not draft.exists()


def test_what_was_thrown_away_can_be_kept_again(tmp_path: Path) -> None:
    store = kept(tmp_path, old1=400)
    prune(tmp_path, now=NOW)
    store.keep("old1", Artefact(notes="{}"))
    assert store.load("old1") == Artefact(notes="{}")


def test_a_store_that_was_deleted_meanwhile_is_held_anew(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    kept(folder, old1=400)
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    store = kept(folder, old1=400, new1=1)
    assert prune(folder, now=NOW).artefacts == 1
    assert left(store, "old1", "new1") == {"new1"}


@pytest.mark.parametrize("make", [True, False])
def test_a_store_with_nothing_in_it_is_no_trouble(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "store"
    if make:
        folder.mkdir()
    assert prune(folder) == Pruned(0, 0)
