"""A project as it was at a commit, without a trace in the repository."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from affiche.content import SnapshotError, load, take_snapshot
from tests.project import write_project
from tests.review.repository import change, commit, git

PAGE = "campaigns/bovenaan/index.md"
PHOTO = "campaigns/bovenaan/zaal.jpg"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    write_project(root / "intranet")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    return root


def files_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_a_project_inside_a_repository_is_read_as_it_was(repository: Path, tmp_path: Path) -> None:
    root = repository / "intranet"
    before = files_of(root)
    change(root, PAGE, "title: Leren", "title: Anders leren")
    state = git(repository, "status", "--porcelain")
    snapshot = take_snapshot(root, "main", tmp_path / "then")
    assert files_of(tmp_path / "then") == before
    assert load(snapshot.root).catalogue is not None
    assert git(repository, "status", "--porcelain") == state
    assert "worktrees" not in {path.name for path in (repository / ".git").iterdir()}


def test_a_branch_that_is_only_elsewhere_is_found_there(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(repository), "clone")
    git(tmp_path / "clone", "switch", "--quiet", "--create", "mine")
    git(tmp_path / "clone", "branch", "--quiet", "--delete", "main")
    snapshot = take_snapshot(tmp_path / "clone/intranet", "main", tmp_path / "then")
    assert snapshot.commit == git(repository, "rev-parse", "main")


def test_nothing_that_the_repository_has_set_to_run_is_run(
    repository: Path, tmp_path: Path
) -> None:
    root = repository / "intranet"
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (repository / ".gitattributes").write_text("* filter=trap diff=trap\n", encoding="utf-8")
    commit(repository)
    for key in ("core.fsmonitor", "filter.trap.smudge", "diff.trap.textconv", "diff.external"):
        git(repository, "config", key, str(trap))
    hook = repository / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(trap.read_text(encoding="utf-8"), encoding="utf-8")
    hook.chmod(0o755)
    take_snapshot(root, "main", tmp_path / "then", parted_from="HEAD")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("is_here", [True, False])
def test_a_picture_in_lfs_is_read_from_this_computer_alone(
    is_here: bool, repository: Path, tmp_path: Path
) -> None:
    content = (repository / "intranet" / PHOTO).read_bytes()
    name = hashlib.sha256(content).hexdigest()
    pointer = (
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{name}\nsize {len(content)}\n"
    )
    (repository / "intranet" / PHOTO).write_text(pointer, encoding="utf-8")
    commit(repository)
    if is_here:
        kept = repository / ".git/lfs/objects" / name[:2] / name[2:4] / name
        kept.parent.mkdir(parents=True)
        kept.write_bytes(content)
    snapshot = take_snapshot(repository / "intranet", "main", tmp_path / "then")
    assert snapshot.missing == (() if is_here else (PHOTO,))
    assert ((tmp_path / "then" / PHOTO).read_bytes() == content) is is_here


@pytest.mark.parametrize("name", ["there-is-none", "--help", "main:intranet", "", "a b"])
def test_a_name_that_is_no_commit_is_refused(name: str, repository: Path, tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="There is no branch or commit"):
        take_snapshot(repository / "intranet", name, tmp_path / "then")


def test_a_shallow_clone_is_told_how_to_get_the_rest(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    change(repository / "intranet", PAGE, "title: Leren", "title: Anders leren")
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "clone")
    with pytest.raises(SnapshotError, match="fetch-depth: 0"):
        take_snapshot(tmp_path / "clone/intranet", first, tmp_path / "then")


def test_a_folder_without_git_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SnapshotError, match="not in a git repository"):
        take_snapshot(write_project(tmp_path / "plain"), "main", tmp_path / "then")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SnapshotError, match="git is not installed"):
        take_snapshot(tmp_path / "plain", "main", tmp_path / "then")
