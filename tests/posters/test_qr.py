"""A code is computed once; where it is kept does not change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.posters import qr
from affiche.posters.qr import CodeBook, modules_of, version_of

ADDRESS = "https://leren.example/go/bovenaan/"


def test_a_kept_code_is_the_code(tmp_path: Path) -> None:
    book = CodeBook(tmp_path / "store")
    assert book.modules_of(ADDRESS) == modules_of(ADDRESS) == book.modules_of(ADDRESS)


def test_a_kept_code_is_not_computed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = CodeBook(tmp_path / "store")
    kept = book.modules_of(ADDRESS)
    monkeypatch.setattr(qr, "modules_of", lambda _address: pytest.fail("it is kept"))
    assert book.modules_of(ADDRESS) == kept
    with pytest.raises(pytest.fail.Exception):
        book.modules_of(f"{ADDRESS}2")


def test_without_a_folder_nothing_is_kept() -> None:
    assert CodeBook().modules_of(ADDRESS) == modules_of(ADDRESS)


def test_a_store_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where a folder is wanted")
    assert CodeBook(tmp_path / "store").modules_of(ADDRESS) == modules_of(ADDRESS)


@pytest.mark.parametrize(("length", "version"), [(26, 2), (84, 5), (85, 6)])
def test_the_version_follows_from_the_number_of_rows(length: int, version: int) -> None:
    address = "https://leren.example/".ljust(length, "a")
    assert version_of(modules_of(address)) == version
