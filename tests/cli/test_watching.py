"""Posters follow what is saved, until somebody ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from affiche.content.watching import saved_files
from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, TODAY, write_tiny_project


def test_files_saved_together_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "campaigns").mkdir()
    found = saved_files([tmp_path / "campaigns", tmp_path / "not-there"])
    assert next(found) == frozenset()
    for name in ("a.md", ".a.md.draft", "b.md~", "b.md"):
        (tmp_path / "campaigns" / name).write_text("x")
    assert {path.name for path in next(found)} == {"a.md", "b.md"}
    found.close()  # type: ignore[attr-defined]  # a generator


def test_a_file_saved_by_renaming_a_draft_is_told(tmp_path: Path) -> None:
    draft = tmp_path / ".page.md.tmp"
    draft.write_text("x")
    found = saved_files([tmp_path])
    assert next(found) == frozenset()
    draft.rename(tmp_path / "page.md")
    assert {path.name for path in next(found)} == {"page.md"}
    found.close()  # type: ignore[attr-defined]  # a generator


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    write_tiny_project(tmp_path)
    command = [sys.executable, "-m", "affiche", "posters", "--watch", "--format", "a4"]
    with subprocess.Popen(
        [*command, "--project", str(tmp_path), "--today", TODAY, "--output", str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def _until(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if word in line:
            return "".join(lines)
    pytest.fail("".join(lines))


def test_a_poster_is_made_anew_when_its_campaign_is_saved_and_faults_are_told(
    watching: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert "-a4.pdf" in _until(watching, "Watching")
    page = tmp_path / TINY_PAGE
    page.write_text(TINY_CAMPAIGN.replace("title:", "titel:"), encoding="utf-8")
    assert "content.unknown-key" in _until(watching, "Watching")
    assert "title: " in TINY_CAMPAIGN
    page.write_text(TINY_CAMPAIGN.replace("title: ", "title: Nu anders en "), encoding="utf-8")
    assert "-a4.pdf" in _until(watching, "Watching")
    watching.send_signal(signal.SIGINT)
    assert "No longer watching." in _until(watching, "No longer")
    assert watching.wait() == 0
