"""What people answer when they begin something, and what they read back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import asking, init, main, new
from affiche.content import load
from affiche.model import Campaign
from tests.integration.building import TODAY, snapshot, write_tiny_project
from tests.project import VALUE


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project with two values, so that one is to be chosen."""
    root = write_tiny_project(tmp_path_factory.mktemp("tiny"))
    second = VALUE.replace("Nieuwsgierig", "Eerlijk")
    (root / "docs/values/eerlijk.md").write_text(second, encoding="utf-8")
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = Path(shutil.copytree(made, tmp_path / "project"))
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the terminal."""
    for module in (new, init):
        monkeypatch.setattr(module, "may_ask", lambda: True)


def affiche(*words: str, answers: tuple[str, ...] = ()) -> Result:
    environment = {"AFFICHE_TODAY": TODAY, "AFFICHE_DRAFTS": "", "COLUMNS": "200"}
    typed = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(main, list(words), env=environment, input=typed)


def _campaign(root: Path, campaign_id: str) -> Campaign:
    catalogue = load(root).catalogue
    assert catalogue
    return catalogue.campaign[campaign_id]


@pytest.mark.usefixtures("somebody")
def test_a_campaign_is_asked_for_until_every_answer_will_do(project: Path) -> None:
    answers = (
        "Wie leidt, leert: het eerst.",
        "",  # what is proposed
        "",
        "eerlijk zijn",  # not in the list
        "Eerlijk, 2",
        "",
        "",
        "3-5-2027",  # no date
        "2027-05-03",
        "2027-05-02",  # before it starts
        "2027-05-07",
    )
    result = affiche("new", "campaign", "Goed gezien", answers=answers)
    assert result.exit_code == 0, result.output
    assert "'eerlijk zijn' is not in the list. Did you mean 'Eerlijk'?" in result.output
    assert "Write the year first: 2027-05-03." in result.output
    assert "Write an ends: that is not earlier than starts:." in result.output
    campaign = _campaign(project, "goed-gezien")
    assert campaign.values == ("eerlijk", "nieuwsgierig")
    assert (str(campaign.starts), str(campaign.ends)) == ("2027-05-03", "2027-05-07")
    assert 'message: "Wie leidt, leert: het eerst."\n' in (
        project / "campaigns/goed-gezien/index.md"
    ).read_text(encoding="utf-8")


def test_options_answer_where_nobody_can_be_asked(project: Path) -> None:
    result = affiche("new", "campaign", "Goed gezien", "--value", "eerlijk")
    assert result.exit_code == 0, result.output
    assert "Wrote campaigns/goed-gezien/index.md" in result.output
    assert "affiche posters goed-gezien" in result.output
    assert "coverage.endorsement-missing" in result.output  # of the new file, and of no other
    assert "docs/" not in result.output
    assert affiche("check").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("campaign Twee", "Missing option '--value': which values does it stand for?"),
        ("campaign Twee --value eerlijk --starts 1-2-2027", "--starts: '1-2-2027' is not a date."),
        ("campaign Twee --value eerlik", "There is no value 'eerlik'. Did you mean 'eerlijk'?"),
        ("campaign Bovenaan --value eerlijk", "add --id bovenaan-2"),
        ("campaign 学习 --value eerlijk", "'学习' cannot be part of an address: add --id with"),
        ("campaign Twee --id Twee!", "'Twee!' cannot be part of an address: add --id twee."),
        ("campaign", "Missing argument 'TITLE'"),
        ("campaign --from bovenan", "There is no campaign 'bovenan'. Did you mean 'bovenaan'?"),
        ("campaign --from bovenaan --starts 2027-01-01", "leave out --starts"),
        ("person Noor", "Missing option '--job-title': their role"),
        ("audience Bazen", "One of executive, senior, manager, professional, everyone."),
        ("audience Bazen --level baas", "--level: "),
        ("value Samen --statement x --colour rood", "--colour: 'rood' is not one of"),
        ("programme P --summary x --value eerlijk", 'Write --value "eerlijk=…"'),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_nothing_is_written(
    words: str, said: str, project: Path
) -> None:
    before = snapshot(project)
    result = affiche("new", *words.split())
    assert result.exit_code == 2, result.output
    assert said in " ".join(result.output.split())
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["value", "Samen", "--statement", "Wij: samen."], "docs/values/samen.md"),
        (["audience", "De top", "--level", "executive"], "docs/audiences/de-top.md"),
        (["person", "Zoë Öz", "--job-title", "Planner"], "docs/people/zoe-oz.md"),
        (
            [
                *("programme", "Kort", "--summary", "Kort."),
                *("--value", "eerlijk=Je *zegt* het.", "--audience", "leidinggevenden=Rust."),
            ],
            "docs/programmes/kort.md",
        ),
    ],
)
def test_other_pages_are_begun_from_options(words: list[str], file: str, project: Path) -> None:
    result = affiche("new", *words)
    assert result.exit_code == 0, result.output
    assert (project / file).is_file()
    assert load(project).diagnostics == ()


@pytest.mark.usefixtures("somebody")
def test_a_programme_is_asked_how_it_lives_each_value(project: Path) -> None:
    answers = ("Kort.", "1, 2", "Zo.", "En [zo](geen/link.md).", "En zo.", "", "Rust.", "")
    result = affiche("new", "programme", "Kort", answers=answers)
    assert result.exit_code == 0, result.output
    assert "How does it practise Nieuwsgierig?" in result.output
    catalogue = load(project).catalogue
    assert catalogue
    made = catalogue.programme["kort"]
    assert {link.value for link in made.values} == {"eerlijk", "nieuwsgierig"}
    assert made.sponsor == "noor-el-amrani"


def test_next_year_s_campaign_is_told_by_its_year(project: Path) -> None:
    result = affiche("new", "campaign", "--from", "bovenaan")
    assert result.exit_code == 0, result.output
    assert "Runs from 2027-12-02 to 2028-01-30" in result.output
    assert (project / "campaigns/bovenaan-2027/zaal.jpg").is_file()
    again = affiche("new", "campaign", "--from", "bovenaan")
    assert "Wrote campaigns/bovenaan-2027-2/index.md" in again.output
    assert affiche("new", "campaign", "Opnieuw", "--from", "bovenaan").exit_code == 0
    assert _campaign(project, "opnieuw").title == "Opnieuw"


def test_a_project_with_a_mistake_is_mended_first(project: Path) -> None:
    page = project / "campaigns/bovenaan/index.md"
    page.write_text(page.read_text().replace("starts: 2026", "starts: 206"))
    result = affiche("new", "value", "Samen", "--statement", "x")
    assert result.exit_code == 1
    assert "content.invalid-date" in result.output
    assert not (project / "docs/values/samen.md").exists()


def test_nobody_is_asked_where_nobody_sits() -> None:
    assert not asking.may_ask()


def test_owners_are_written_and_checked(project: Path) -> None:
    person = project / "docs/people/noor-el-amrani.md"
    person.write_text(person.read_text().replace("name:", 'owner: "@noor"\nname:', 1))
    late = affiche("owners", "--check")
    assert late.exit_code == 1
    assert "CODEOWNERS is not up to date" in late.output
    assert affiche("owners").exit_code == 0
    assert "/docs/people/noor-el-amrani.* @noor\n" in (project / "CODEOWNERS").read_text()
    assert affiche("owners", "--check").exit_code == 0
