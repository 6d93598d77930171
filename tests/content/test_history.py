"""Git is asked what files held when they, or others, were last committed."""

from __future__ import annotations

import subprocess
from pathlib import Path

from affiche.content.history import History


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    command = ["git", *who, *arguments]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path, **files: str) -> str:
    for name, text in files.items():
        (root / f"{name}.md").write_text(text, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    return git(root, "rev-parse", "HEAD")


def project(root: Path) -> Path:
    git(root, "init", "-q")
    folder = root / "sub folder"
    folder.mkdir()
    return folder


def test_each_file_has_the_commit_that_changed_it_last(tmp_path: Path) -> None:
    root = project(tmp_path)
    first = commit(root, één="1", twee="1")
    second = commit(root, twee="2")
    (root / "drie.md").write_text("new")
    found = History(root).last_commits(["één.md", "twee.md", "drie.md", "[é]*.md"])
    assert found == {"één.md": first, "twee.md": second}


def test_what_was_changed_since_has_none(tmp_path: Path) -> None:
    root = project(tmp_path)
    commit(root, a="1", b="1")
    (root / "a.md").write_text("2")
    assert list(History(root).last_commits(["a.md", "b.md"])) == ["b.md"]


def test_a_file_is_read_as_it_was(tmp_path: Path) -> None:
    root = project(tmp_path)
    first = commit(root, a="één\n\nregel\n", b="")
    second = commit(root, a="2")
    wanted = [(first, "a.md"), (second, "gone.md"), (first, "b.md"), (second, "a.md")]
    assert History(root).texts_at(wanted) == {
        (first, "a.md"): "één\n\nregel\n",
        (first, "b.md"): "",
        (second, "a.md"): "2",
    }


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.last_commits(["a.md"]) == {}
    assert history.texts_at([("0" * 40, "a.md")]) == {}
    assert history.last_commits([]) == history.texts_at([]) == {}


def test_a_merge_is_no_change_of_what_it_took_over(tmp_path: Path) -> None:
    root = project(tmp_path)
    commit(root, a="1", b="1")
    git(root, "checkout", "-qb", "other")
    theirs = commit(root, a="2")
    git(root, "checkout", "-q", "-")
    ours = commit(root, b="2")
    git(root, "merge", "-q", "--no-ff", "-m", "m", "other")
    assert History(root).last_commits(["a.md", "b.md"]) == {"a.md": theirs, "b.md": ours}
