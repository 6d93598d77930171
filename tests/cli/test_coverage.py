"""``affiche coverage`` shows what there is for whom, and what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import main
from tests.integration.building import TODAY
from tests.project import VALUE, write_project

UNSPONSORED = {"docs/values/nieuwsgierig.md": VALUE.replace("sponsor: noor-el-amrani\n", "")}


def coverage(root: Path, *arguments: str, width: int = 100) -> Result:
    options = ("--project", str(root), "--today", TODAY)
    return CliRunner().invoke(main, ["coverage", *options, *arguments], env={"COLUMNS": str(width)})


def test_people_see_what_is_there_and_read_what_is_missing(tmp_path: Path) -> None:
    result = coverage(write_project(tmp_path, **UNSPONSORED))
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["Programme", "Nieuwsgierig"] in lines
    assert lines.count(["Luisteren", "●"]) == 2
    assert "Nieuwsgierig has no sponsor yet." in result.stdout
    assert "docs/values/nieuwsgierig.md:2:7" in result.stdout
    assert not (tmp_path / ".affiche").exists()


def test_programs_get_the_texts_in_json(tmp_path: Path) -> None:
    result = coverage(write_project(tmp_path, **UNSPONSORED), "--format", "json")
    data = json.loads(result.stdout)
    assert data["today"] == TODAY
    assert data["until"] == "2027-05-24"
    assert data["programmes_by_value"] == {"luisteren": {"nieuwsgierig": "Je oefent met vragen."}}
    assert data["campaigns_by_audience"]["bovenaan"]["leidinggevenden"]
    [gap] = data["gaps"]
    assert gap["code"] == "coverage.value-without-sponsor"
    assert gap["values"] == ["nieuwsgierig"]


def test_only_a_strict_look_ends_with_one(tmp_path: Path) -> None:
    root = write_project(tmp_path / "gap", **UNSPONSORED)
    assert coverage(root).exit_code == 0
    assert coverage(root, "--strict").exit_code == 1
    assert coverage(write_project(tmp_path / "none"), "--strict").exit_code == 0


def test_nothing_missing_is_said_too_and_in_ones_own_language(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert "Nothing is missing" in coverage(root).stdout
    assert "Er mist niets" in coverage(root, "--language", "nl").stdout


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_of_a_table_is_wider_than_the_terminal(width: int, tmp_path: Path) -> None:
    result = coverage(write_project(tmp_path), width=width)
    assert max(len(line) for line in result.stdout.splitlines()) <= width


def test_without_a_campaign_the_table_says_so(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    arguments = ("--project", str(root), "--today", "2028-01-01")
    result = CliRunner().invoke(main, ["coverage", *arguments], env={"COLUMNS": "100"})
    assert result.exit_code == 0, result.output
    assert "There is no campaign for Leidinggevenden in the next 6 months." in result.stdout
    assert "Campaign" in result.stdout


def test_square_brackets_in_a_name_are_letters(tmp_path: Path) -> None:
    value = VALUE.replace("Nieuwsgierig", '"[bold]Nieuw[/bold]"').replace(
        "sponsor: noor-el-amrani\n", ""
    )
    result = coverage(write_project(tmp_path, **{"docs/values/nieuwsgierig.md": value}))
    assert "[bold]Nieuw[/bold] has no sponsor yet." in result.stdout


def test_a_project_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    result = coverage(tmp_path)
    assert result.exit_code == 1
    assert "There is no mkdocs.yml in this folder." in result.output
