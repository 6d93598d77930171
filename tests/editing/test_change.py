"""A change is shown before it is written, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.editing import Change

CHANGE = Change("a.md", b"een\r\ntwee\r\n", b"een\r\ndrie\r\n")


def test_a_difference_names_the_file_and_its_lines() -> None:
    assert CHANGE.difference() == [
        "--- a.md (now)", "+++ a.md (then)", "@@ -1,3 +1,3 @@", " een", "-twee", "+drie", " ",
    ]  # fmt: skip


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(CHANGE.before)
    file.chmod(0o640)
    assert CHANGE.write(tmp_path)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (CHANGE.after, 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(CHANGE.before)
    (tmp_path / "a.md").symlink_to("real.md")
    assert CHANGE.write(tmp_path)
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == CHANGE.after


def test_what_somebody_else_saved_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"nieuw")
    assert not CHANGE.write(tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"nieuw"


def test_a_write_that_fails_leaves_the_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(CHANGE.before)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        CHANGE.write(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == CHANGE.before
