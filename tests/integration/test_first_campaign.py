"""The handbook's page on a first campaign does what it says, in each language."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import main
from tests.first_campaign import EDITIONS, HANDBOOK, TODAY, Edition, type_in_terminal
from tests.integration.building import run

MOST_COMMANDS = 9


def affiche(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), env={"AFFICHE_TODAY": TODAY, "COLUMNS": "200"})


def _make_cheap(site: Path) -> None:
    """Have posters made in one format only."""
    brand = site / "overrides/brand.yml"
    text = brand.read_text(encoding="utf-8")
    assert "formats: [a4, a3, screen]" in text
    brand.write_text(text.replace("a4, a3, screen", "a4"), encoding="utf-8")


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.ending or "nl")
def test_from_nothing_to_a_poster_of_one_s_own(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = ""
    for program, *words in edition.commands:
        if program == "cd":
            monkeypatch.chdir(Path.cwd() / words[0])
        elif program == "affiche" and words[0] == "new":
            shown = type_in_terminal(Path.cwd(), words, edition.answers)
        elif program == "affiche" and words[0] != "serve":
            result = affiche(*words)
            assert result.exit_code == 0, result.output
            if words[0] == "init":
                _make_cheap(Path(words[1]))
    assert "There is no date 2027-02-30." in shown
    ((page, poster),) = (
        (Path("campaigns", each.parent.name, "index.md"), each) for each in Path().rglob("*.pdf")
    )
    assert poster.read_bytes().startswith(b"%PDF")
    text = page.read_text(encoding="utf-8")
    assert edition.answers[0] in text
    page.write_text(text.replace("status: draft", "status: approved"), encoding="utf-8")
    assert affiche("check").exit_code == 0
    assert affiche("format", "--check").exit_code == 0


def test_it_takes_fewer_than_ten_commands() -> None:
    for edition in EDITIONS:
        assert len(edition.commands) <= MOST_COMMANDS


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.ending or "nl")
def test_every_picture_of_the_page_is_there(edition: Edition) -> None:
    text = (HANDBOOK / f"eerste-campagne{edition.ending}.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", text)
    assert len(pictures) == 3
    assert all((HANDBOOK / picture).is_file() for picture in pictures)


def test_a_new_site_builds_strictly(repository: Path, site: Path, tmp_path: Path) -> None:
    words = ("--name", "Noorderzon", "--languages", "nl", "--yes")
    assert affiche("init", str(tmp_path), *words).exit_code == 0
    _make_cheap(tmp_path)
    # Typefaces of pages are those of the sample, and take long to make.
    assert site.is_dir()
    kept = Path(".affiche/store")
    shutil.copytree(repository / kept, tmp_path / kept, copy_function=os.link)
    done = run(tmp_path, "affiche", "build", "--strict", today=TODAY)
    assert done.returncode == 0, done.stderr
    home = (tmp_path / "site/campaigns/wat-weet-jij/index.html").read_text("utf-8")
    assert re.search(r'<h1 class="hero__title">\s*Wat weet jij\?\s*</h1>', home)
