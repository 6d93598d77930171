"""What people type and what they read back."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from pkgutil import resolve_name

import pytest
from click.testing import CliRunner, Result

from affiche.cli import generator, main
from affiche.cli.app import COMMANDS
from affiche.content import load
from affiche.press import Artefact, Store
from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, TODAY, write_tiny_project
from tests.project import ENGLISH

OLD_CLAIM = "evidence:\n  - text: Het helpt.\n    source: {name: Bron, year: 2001}\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project whose poster is in its store already."""
    root = write_tiny_project(tmp_path_factory.mktemp("tiny"))
    assert affiche(root, "check").exit_code == 0
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "project"))


def affiche(root: Path, command: str, *arguments: str) -> Result:
    options = ("--project", str(root), "--today", TODAY)
    environment = {"AFFICHE_DRAFTS": "", "COLUMNS": "200"}
    return CliRunner().invoke(main, [command, *options, *arguments], env=environment)


def _change(root: Path, old: str, new: str) -> None:
    assert old in TINY_CAMPAIGN
    (root / TINY_PAGE).write_text(TINY_CAMPAIGN.replace(old, new), encoding="utf-8")


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stand in for the site generator: writes one page, and keeps what it was asked."""
    asked: list[list[str]] = []

    class Started:
        """A build that has ended well."""

        def wait(self) -> int:
            return 0

    def start(_root: Path, command: list[str], _environment: dict[str, str]) -> Started:
        asked.append(command)
        folder = Path(command[command.index("--site-dir") + 1])
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("new")
        return Started()

    monkeypatch.setattr(generator, "_start", start)
    return asked


def translate(project: Path) -> None:
    """Make ``project`` bilingual."""
    for path, content in ENGLISH.items():
        (project / path).write_text(str(content), encoding="utf-8")


# check


def test_check_says_that_nothing_is_wrong(project: Path) -> None:
    result = affiche(project, "check")
    assert result.exit_code == 0
    assert result.output.strip() == "affiche check: no problems"


def test_check_tells_people_the_place_and_what_to_write(project: Path) -> None:
    _change(project, "  - nieuwsgierig", "  - nieuwgierig")
    result = affiche(project, "check")
    assert result.exit_code == 1
    first, line, caret, _message, hint, explained, _offer, last = result.output.splitlines()
    assert first == f"{TINY_PAGE}:7:5  error  content.unknown-value"
    assert line == "  7 |   - nieuwgierig"
    assert caret == "    |     ^"
    assert "nieuwsgierig" in hint
    assert "affiche explain content.unknown-value" in explained
    assert last == "affiche check: 1 error"
    assert result.stdout == ""


def test_a_fault_of_a_whole_file_shows_no_line(project: Path) -> None:
    translate(project)
    (project / TINY_PAGE.replace(".md", ".en.md")).unlink()
    result = affiche(project, "check")
    assert "translation.missing" in result.output
    assert " | " not in result.output


def test_check_tells_programs_in_json(project: Path) -> None:
    assert json.loads(affiche(project, "check", "--format", "json").stdout)["problems"] == []
    _change(project, "  - nieuwsgierig", "  - nieuwgierig")
    result = affiche(project, "check", "--format", "json")
    assert result.exit_code == 1
    [problem] = json.loads(result.stdout)["problems"]
    assert (problem["file"], problem["line"], problem["column"]) == (TINY_PAGE, 7, 5)
    assert problem["url"].endswith("/rules/#content.unknown-value")


def test_check_tells_github_beside_the_line(project: Path) -> None:
    assert affiche(project, "check", "--format", "github").output == ""
    _change(project, "  - nieuwsgierig", "  - nieuwgierig")
    result = affiche(project, "check", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"::error file={TINY_PAGE},line=7,col=5,title=")
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_check_tells_git_servers_in_their_own_notation(form: str, project: Path) -> None:
    _change(project, "  - nieuwsgierig", "  - nieuwgierig")
    result = affiche(project, "check", "--format", form)
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    results = told if form == "gitlab" else told["runs"][0]["results"]
    assert len(results) == 1


def test_what_is_allowed_is_counted_in_the_last_line_and_in_every_notation(project: Path) -> None:
    _change(project, "status:", f"{OLD_CLAIM}status:")
    allowed = "rules:\n  - rule: claim.too-old\n    level: off\n    reason: There is no newer one."
    rules = project / "overrides/rules.yml"
    rules.write_text(f"{allowed}\n    until: 2027-02-01\n", encoding="utf-8")
    said = affiche(project, "check")
    assert said.exit_code == 0
    assert said.output == "affiche check: no problems, 1 allowed until 2027-02-01\n"
    told = json.loads(affiche(project, "check", "--format", "json").stdout)
    assert [each["code"] for each in told["allowed"]] == ["claim.too-old"]
    sarif = json.loads(affiche(project, "check", "--format", "sarif").stdout)
    assert [bool(each["suppressions"]) for each in sarif["runs"][0]["results"]] == [True]


def test_a_warning_is_told_and_is_no_error(project: Path) -> None:
    _change(project, "status:", f"{OLD_CLAIM}status:")
    result = affiche(project, "check")
    assert result.exit_code == 0
    assert "warning  claim.too-old" in result.output
    assert result.output.endswith("affiche check: 1 warning\n")


@pytest.mark.parametrize("command", ["check", "build", "posters"])
def test_outside_a_project_a_diagnostic_says_so(command: str, tmp_path: Path) -> None:
    result = affiche(tmp_path, command)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "There is no mkdocs.yml in this folder." in result.output


# posters


def test_posters_go_where_they_are_wanted(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "print"
    result = affiche(project, "posters", "bovenaan", "--format", "a4", "--output", str(output))
    assert result.exit_code == 0, result.output
    assert [p.relative_to(output).as_posix() for p in output.rglob("*.pdf")] == [
        "bovenaan/photo-a4.pdf"
    ]
    assert "1 poster in" in result.output
    assert str(output / "bovenaan/photo-a4.pdf") in result.stdout.splitlines()


def test_a_format_that_no_poster_has_makes_none(project: Path, tmp_path: Path) -> None:
    output = tmp_path / "print"
    result = affiche(project, "posters", "--format", "a3", "--output", str(output))
    assert result.exit_code == 0
    assert list(output.rglob("*.pdf")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bovenan",), "There is no campaign 'bovenan'. Did you mean 'bovenaan'?"),
        (("--format", "a9"), "There is no format 'a9'"),
        (("--language", "fr"), "This site does not speak 'fr'; its languages are nl"),
    ],
)
def test_what_is_not_there_is_a_usage_error(
    arguments: tuple[str, ...], said: str, project: Path
) -> None:
    result = affiche(project, "posters", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_posters_of_other_languages_lie_apart(project: Path, tmp_path: Path) -> None:
    translate(project)
    output = tmp_path / "print"
    both = affiche(project, "posters", "--output", str(output))
    assert both.exit_code == 0, both.output
    assert sorted(p.relative_to(output).as_posix() for p in output.rglob("*.pdf")) == [
        "bovenaan/photo-a4.pdf",
        "en/bovenaan/photo-a4.pdf",
    ]
    one = affiche(project, "posters", "--language", "en", "--output", str(tmp_path / "one"))
    assert "1 poster in" in one.output


# build


def test_every_language_is_built_and_the_others_lie_inside_the_first(
    project: Path, host: list[list[str]]
) -> None:
    translate(project)
    result = affiche(project, "build")
    assert result.exit_code == 0, result.output
    assert len(host) == 2
    pages = (project / "site").rglob("*.html")
    assert sorted(p.relative_to(project / "site").as_posix() for p in pages) == [
        "en/index.html",
        "index.html",
    ]
    assert not (project / ".affiche/site-next").exists()


def test_a_build_swaps_the_site_in_and_keeps_unchanged_posters(
    project: Path, host: list[list[str]]
) -> None:
    (project / "site").mkdir()
    (project / "site/old.html").write_text("old")
    result = affiche(project, "build")
    assert result.exit_code == 0, result.output
    assert "Posters: 0 rendered, 1 unchanged and kept" in result.output
    assert [p.name for p in (project / "site").iterdir()] == ["index.html"]
    assert not (project / ".affiche/site-previous").exists()
    assert "--strict" in host[0]


def test_a_strict_build_stops_at_warnings(project: Path, host: list[list[str]]) -> None:
    _change(project, "status:", f"{OLD_CLAIM}status:")
    result = affiche(project, "build", "--strict")
    assert result.exit_code == 1
    assert "1 warning; " in result.output
    assert host == []
    assert affiche(project, "build").exit_code == 0


def test_a_gap_in_the_content_stops_no_build(project: Path, host: list[list[str]]) -> None:
    _change(project, "endorsement: Ik begin er zelf mee.\n", "")
    result = affiche(project, "build", "--strict")
    assert result.exit_code == 0, result.output
    assert "1 gap in the content; `affiche check` lists them" in result.output
    assert "coverage.endorsement-missing" not in result.output
    assert "coverage.endorsement-missing" in affiche(project, "check").output


def test_an_interrupted_build_leaves_the_site_as_it_was(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "site").mkdir()
    (project / "site/old.html").write_text("old")

    def interrupted(_root: Path, command: list[str], _environment: dict[str, str]) -> None:
        folder = Path(command[command.index("--site-dir") + 1])
        folder.mkdir(parents=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(generator, "_start", interrupted)
    assert affiche(project, "build").exit_code == 130
    assert (project / "site/old.html").read_text() == "old"


def test_a_swap_that_was_killed_is_mended_even_when_the_build_stops(project: Path) -> None:
    previous = project / ".affiche/site-previous"
    previous.mkdir()
    (previous / "index.html").write_text("old")
    _change(project, "  - nieuwsgierig", "  - nieuwgierig")
    assert affiche(project, "build").exit_code == 1
    assert (project / "site/index.html").read_text() == "old"
    assert not previous.exists()


def test_what_was_not_used_for_long_is_thrown_away_after_a_run(
    project: Path, host: list[list[str]]
) -> None:
    assert host == []
    store = Store(project / ".affiche/store")
    for command in ("posters", "build"):
        old = store.keep("abcd", Artefact(notes="{}")).folder
        os.utime(old / "manifest.json", (0, 0))
        arguments = ("--output", str(project / "posters")) if command == "posters" else ()
        assert affiche(project, command, *arguments).exit_code == 0
        assert not old.exists()
        assert list(store.folder.glob("*/*/poster"))


# help


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_mentions_every_option(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    options = [name for option in resolve_name(COMMANDS[command]).params for name in option.opts]
    assert [name for name in options if name.startswith("--") and name not in result.output] == []


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert [name for name in COMMANDS if name not in result.output] == []


def test_the_tiny_project_is_valid(project: Path) -> None:
    assert load(project).diagnostics == ()
