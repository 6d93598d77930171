"""New files appear whole, and never in the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.editing import appearing, create_file, create_folder, fill_folder

FILES = {"index.md": b"een", "deel/twee.md": b"twee"}


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_file_appears_and_nothing_beside_it(tmp_path: Path) -> None:
    create_file(tmp_path / "docs/values/samen.md", b"---\n")
    assert names(tmp_path) == ["docs/values/samen.md"]
    assert (tmp_path / "docs/values/samen.md").read_bytes() == b"---\n"


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "samen.md").write_bytes(b"van iemand")
    (tmp_path / "map").mkdir()
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "samen.md", b"nieuw")
    # A rename would put a folder in the place of an empty one without a word.
    with pytest.raises(FileExistsError):
        create_folder(tmp_path / "map", FILES)
    assert names(tmp_path) == ["samen.md"]
    assert (tmp_path / "samen.md").read_bytes() == b"van iemand"


def test_a_folder_appears_with_all_that_is_in_it(tmp_path: Path) -> None:
    create_folder(tmp_path / "campaigns/nieuw", FILES)
    assert names(tmp_path) == ["campaigns/nieuw/deel/twee.md", "campaigns/nieuw/index.md"]


def test_a_folder_that_is_there_is_filled_beside_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    fill_folder(tmp_path, FILES)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".git", "deel", "index.md"]


def test_one_name_that_is_taken_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"van iemand")
    with pytest.raises(FileExistsError):
        fill_folder(tmp_path, FILES)
    assert names(tmp_path) == ["index.md"]


def test_a_disk_that_fails_halfway_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = appearing._without_overwriting

    def failing(draft: Path, target: Path) -> None:
        if target.name == "index.md":
            raise OSError("No space left on device")
        real(draft, target)

    monkeypatch.setattr(appearing, "_without_overwriting", failing)
    with pytest.raises(OSError, match="No space"):
        fill_folder(tmp_path, FILES)
    assert list(tmp_path.iterdir()) == []
