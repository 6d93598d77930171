from __future__ import annotations

import os
from pathlib import Path

import pytest

from affiche.posters.desk import Desk, desk


def lying(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_desk_holds_what_was_last_laid_and_nothing_else(tmp_path: Path) -> None:
    taken = Desk(tmp_path)
    taken.lay({"poster.typ": b"one", "library/type.typ": b"two"})
    taken.add("picture.jpg", b"three")
    taken.lay({"poster.typ": b"four"})
    assert lying(tmp_path) == {"poster.typ": b"four"}
    taken.lay({"poster.typ": b"four", "library/type.typ": b"two"})
    assert lying(tmp_path) == {"poster.typ": b"four", "library/type.typ": b"two"}


def test_what_lies_there_is_not_written_again(tmp_path: Path) -> None:
    taken = Desk(tmp_path)
    taken.lay({"poster.typ": b"one", "type.typ": b"two"})
    for path in tmp_path.iterdir():
        os.utime(path, (1, 1))
    taken.lay({"poster.typ": b"one", "type.typ": b"three"})
    assert (tmp_path / "poster.typ").stat().st_mtime == 1
    assert (tmp_path / "type.typ").stat().st_mtime > 1


def test_nobody_gets_a_desk_that_is_in_use() -> None:
    with desk() as outer, desk() as inner:
        assert inner.folder != outer.folder
    with desk() as later:
        assert later.folder in (outer.folder, inner.folder)


def test_a_desk_is_free_again_after_a_failure() -> None:
    with pytest.raises(RuntimeError), desk() as taken:
        raise RuntimeError
    with desk() as later:
        assert later is taken
