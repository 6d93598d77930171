"""A new site appears in a folder of its own, or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import init, main
from affiche.content import load
from tests.integration.building import TODAY, snapshot


def affiche(*words: str, answers: tuple[str, ...] = ()) -> Result:
    environment = {"AFFICHE_TODAY": TODAY, "COLUMNS": "200"}
    typed = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(main, list(words), env=environment, input=typed)


def test_a_site_is_written_from_options(tmp_path: Path) -> None:
    words = ("--name", "Noorderzon", "--languages", "en,nl", "--colour", "fd0", "--url")
    result = affiche("init", str(tmp_path / "site"), *words, "https://leren.example")
    assert result.exit_code == 0, result.output
    assert "White cannot be read on #FFDD00" in result.output
    project = load(tmp_path / "site")
    assert project.diagnostics == ()
    assert project.catalogue
    assert project.catalogue.brand.languages == ("en", "nl")
    assert project.settings.site_url == "https://leren.example/"


@pytest.mark.parametrize("command", ["schema", "owners", "format"])
def test_what_is_made_from_a_site_is_current_in_a_new_one(command: str, tmp_path: Path) -> None:
    assert affiche("init", str(tmp_path), "--name", "Noorderzon").exit_code == 0
    result = affiche(command, "--check", "--project", str(tmp_path))
    assert result.exit_code == 0, result.output


def test_what_is_needed_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "may_ask", lambda: True)
    answers = ("Noorderzon", "Nederlands, english", "blauw", "#0B5FFF")
    result = affiche("init", str(tmp_path / "site"), answers=answers)
    assert result.exit_code == 0, result.output
    assert "'blauw' is not a colour." in result.output
    brand = (tmp_path / "site/overrides/brand.yml").read_text(encoding="utf-8")
    assert "name: Noorderzon\n" in brand
    assert "languages: [nl, en]\n" in brand


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Missing option '--name': what is the company called?"),
        (("--name", "X", "--colour", "blauw"), "'blauw' is not a colour."),
        (("--name", "X", "--language", "fr"), "A site begins in en or nl, not in 'fr'."),
        (("--name", "X", "--url", "leren.example"), "'leren.example' is not an address."),
    ],
)
def test_what_is_missing_or_wrong_is_named(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    result = affiche("init", str(tmp_path / "site"), *words)
    assert result.exit_code == 2
    assert said in " ".join(re.sub("[│╭╮╰╯─]", "", result.output).split())
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_or_a_new_repository_will_do(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/main\n")
    result = affiche("init", str(tmp_path), "--name", "Noorderzon")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "mkdocs.yml").is_file()
    assert (tmp_path / ".git/HEAD").read_text() == "ref: refs/heads/main\n"


@pytest.mark.parametrize("name", ["mkdocs.yml", "docs/index.md", "notities.txt", ".gitignore"])
def test_a_folder_that_holds_anything_stays_as_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("van iemand")
    before = snapshot(tmp_path)
    result = affiche("init", str(tmp_path), "--name", "Noorderzon")
    assert result.exit_code == 1
    assert "is not empty" in result.output
    assert snapshot(tmp_path) == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("van iemand")
    result = affiche("init", str(tmp_path / "site"), "--name", "Noorderzon")
    assert result.exit_code == 1
    assert "is a file. Name a folder." in result.output
