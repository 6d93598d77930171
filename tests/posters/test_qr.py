"""A code is computed once; where it is kept does not change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.posters import qr
from affiche.posters.qr import modules_of, remembered_modules_of, version_of
from affiche.press import Memory

ADDRESS = "https://leren.example/go/bovenaan/"


def test_a_remembered_code_is_the_code(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "store")
    first, again = (remembered_modules_of(ADDRESS, memory) for _ in range(2))
    assert first == again == modules_of(ADDRESS)


def test_a_remembered_code_is_not_computed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory(tmp_path / "store")
    known = remembered_modules_of(ADDRESS, memory)
    monkeypatch.setattr(qr, "modules_of", lambda _address: pytest.fail("it is remembered"))
    assert remembered_modules_of(ADDRESS, memory) == known
    with pytest.raises(pytest.fail.Exception):
        remembered_modules_of(f"{ADDRESS}2", memory)


@pytest.mark.parametrize(("length", "version"), [(26, 2), (84, 5), (85, 6)])
def test_the_version_follows_from_the_number_of_rows(length: int, version: int) -> None:
    address = "https://leren.example/".ljust(length, "a")
    assert version_of(modules_of(address)) == version
