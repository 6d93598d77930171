"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from affiche.press import write_file


def test_a_file_is_written_with_the_folders_around_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "c.txt", b"new")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"new"


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_everybody_may_read_it(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_file(tmp_path / "c.txt", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "c.txt").stat().st_mode & 0o777 == 0o644


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"a longer text that was there")
    write_file(tmp_path / "c.txt", b"new")
    assert (tmp_path / "c.txt").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["c.txt"]


def test_readers_keep_what_they_opened(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"old")
    with (tmp_path / "c.txt").open("rb") as reader:
        write_file(tmp_path / "c.txt", b"new")
        assert reader.read() == b"old"


@pytest.mark.parametrize("failing", ["chmod", "replace"])
def test_writing_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    (tmp_path / "c.txt").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "c.txt", b"new")
    monkeypatch.undo()
    assert (tmp_path / "c.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["c.txt"]
