"""``affiche check --fix`` shows, asks, writes, and says what is left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import fix, main
from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, TODAY, write_tiny_project

WRONG = TINY_CAMPAIGN.replace("status: approved", "status: Approved")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project whose poster is in its store already."""
    root = write_tiny_project(tmp_path_factory.mktemp("tiny"))
    assert check(root).exit_code == 0
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    root = Path(shutil.copytree(made, tmp_path / "project"))
    (root / TINY_PAGE).write_text(WRONG, encoding="utf-8")
    return root


def check(root: Path, *arguments: str, answer: str = "") -> Result:
    options = ("--project", str(root), "--today", TODAY)
    environment = {"AFFICHE_DRAFTS": "", "COLUMNS": "200"}
    return CliRunner().invoke(main, ["check", *options, *arguments], answer, environment)


def page(root: Path) -> str:
    return (root / TINY_PAGE).read_text(encoding="utf-8")


def test_without_a_terminal_it_only_shows(project: Path) -> None:
    result = check(project, "--fix")
    assert result.exit_code == 1
    assert "-status: Approved\n+status: approved\n" in result.stderr
    assert "--yes" in result.stderr
    assert page(project) == WRONG


def test_yes_writes_without_asking_and_checks_again(project: Path) -> None:
    result = check(project, "--fix", "--yes")
    assert "+status: approved" in result.stderr
    assert "no problems" in result.stderr
    assert (result.exit_code, page(project)) == (0, TINY_CAMPAIGN)


def test_what_is_left_is_printed_and_fails(project: Path) -> None:
    (project / TINY_PAGE).write_text(WRONG.replace("message:", "bericht:"), encoding="utf-8")
    result = check(project, "--fix", "--yes")
    assert result.exit_code == 1
    assert "'bericht' is not a field of a campaign." in result.stderr
    assert "status: approved" in page(project)


@pytest.mark.parametrize(("answer", "written"), [("y\n", TINY_CAMPAIGN), ("\n", WRONG)])
def test_on_a_terminal_it_asks(
    project: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: str
) -> None:
    monkeypatch.setattr(fix, "can_ask", lambda: True)
    result = check(project, "--fix", answer=answer)
    assert "Write this? [y/N]" in result.stderr
    assert result.exit_code == (answer == "\n")
    assert page(project) == written


def test_where_nothing_has_one_right_answer_it_says_so(project: Path) -> None:
    (project / TINY_PAGE).write_text(TINY_CAMPAIGN, encoding="utf-8")
    result = check(project, "--fix")
    assert "nothing here has one right answer" in result.stderr
    assert result.exit_code == 0


def test_check_says_what_can_be_repaired(project: Path) -> None:
    result = check(project)
    assert "affiche check --fix can repair it; it asks first\n" in result.stderr
    assert page(project) == WRONG


def test_yes_alone_is_a_mistake(project: Path) -> None:
    assert check(project, "--yes").exit_code == 2
