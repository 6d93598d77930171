"""``affiche format`` writes, or only lists or shows what it would write."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import main
from tests.project import CAMPAIGN, write_project

PAGE = "campaigns/bovenaan/index.md"
TIDY = "docs/values/nieuwsgierig.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which one page does not have the form."""
    return write_project(tmp_path)


def affiche_format(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["format", "--project", str(root), *arguments])


def page(root: Path) -> str:
    return (root / PAGE).read_text(encoding="utf-8")


def test_it_writes_what_has_another_form_and_then_has_nothing_to_do(project: Path) -> None:
    result = affiche_format(project)
    assert (result.exit_code, result.stderr) == (0, "affiche format: 1 file changed, 4 unchanged\n")
    assert "programmes:\n  - luisteren\n" in page(project)
    again = affiche_format(project, "--check")
    assert (again.exit_code, again.stderr) == (
        0,
        "affiche format: 0 files would change, 5 unchanged\n",
    )


def test_check_lists_the_files_fails_and_writes_nothing(project: Path) -> None:
    result = affiche_format(project, "--check")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == PAGE
    assert page(project) == CAMPAIGN


def test_diff_shows_what_would_change_and_writes_nothing(project: Path) -> None:
    result = affiche_format(project, "--diff")
    assert "-programmes: [luisteren]\n+programmes:\n+  - luisteren\n" in result.stderr
    assert (result.exit_code, page(project)) == (0, CAMPAIGN)
    assert affiche_format(project, "--diff", "--check").exit_code == 1


def test_other_files_than_those_named_are_left_alone(project: Path) -> None:
    assert affiche_format(project, str(project / TIDY)).stderr.endswith(" 1 unchanged\n")
    assert page(project) == CAMPAIGN


def test_what_cannot_be_read_is_told_and_left_alone(project: Path) -> None:
    bad = CAMPAIGN.replace("title: Leren", "title: Leren: nu")
    (project / PAGE).write_text(bad, encoding="utf-8")
    result = affiche_format(project)
    assert result.exit_code == 1
    assert "content.unquoted-colon" in result.stderr
    assert "1 left alone, because they cannot be read" in result.stderr
    assert page(project) == bad
