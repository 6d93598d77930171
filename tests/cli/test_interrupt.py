"""Ctrl-C in the midst of a run: one plain line, exit code 130, nothing half made, nobody left."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, TODAY, write_tiny_project
from tests.programs import started, wait_until_written

POSTERS = "".join(
    f"  - template: photo\n    name: p{number}\n    headline: Kom je op dag {number}?\n"
    "    formats: [a4]\n"
    for number in range(30)
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with more posters than are made before anybody can press a key."""
    text = TINY_CAMPAIGN
    start, end = text.index("posters:\n"), text.index("touchpoints:\n")
    root = write_tiny_project(tmp_path)
    page = text[:start] + "posters:\n" + POSTERS + text[end:]
    (root / TINY_PAGE).write_text(page, encoding="utf-8")
    return root


@pytest.fixture
def running(project: Path) -> Iterator[subprocess.Popen[str]]:
    """``affiche posters`` as a terminal runs it: in a process group of its own."""
    with started("-m", "affiche", "posters", "--today", TODAY, folder=project) as process:
        yield process


@pytest.mark.parametrize("whole_group", [True, False], ids=["terminal", "kill"])
def test_an_interrupted_run_ends_at_once_and_leaves_nothing_half_made(
    whole_group: bool, project: Path, running: subprocess.Popen[str]
) -> None:
    store = project / ".affiche/store"
    wait_until_written(running, store, "*/*/poster")
    # A terminal sends it to every process of the group, `kill` to one.
    (os.killpg if whole_group else os.kill)(running.pid, signal.SIGINT)
    # Workers share its output: it ends when the last of them has.
    out, err = running.communicate(timeout=120)
    assert running.returncode == 130
    assert out == ""
    assert err == "affiche: stopped; posters that were finished are kept for the next run\n"
    made = list(store.glob("*/*/poster"))
    assert 0 < len(made) < 30
    assert list(store.glob("*/.draft-*")) == []
    assert not (project / "posters").exists()


def test_an_interrupted_build_says_one_line_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    root = write_tiny_project(tmp_path)
    (root / "site").mkdir()
    (root / "site/old.html").write_text("old")
    with started("-m", "affiche", "build", "--today", TODAY, folder=root) as process:
        wait_until_written(process, root, ".affiche/site-next/*/*")
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert err.splitlines()[-1].startswith("affiche: stopped")
    assert "Traceback" not in err
    assert "Aborted" not in err
    assert [path.name for path in (root / "site").iterdir()] == ["old.html"]
