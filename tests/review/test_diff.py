"""``affiche diff`` on the changes that people make: exactly what is concerned, and nothing else."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.looking import faults
from tests.review.repository import (
    BRAND_FILE,
    FEEDBACK,
    LUISTEREN,
    PAGE,
    PLACES,
    change,
    commit,
    found,
    git,
    posters_in,
    run_diff,
)


def test_nothing_changed_is_said_in_a_line(project: Path) -> None:
    result = run_diff(project)
    assert result.exit_code == 0, result.output
    assert "Er verandert niets dat een lezer ziet." in result.stdout


def test_a_headline_changes_the_poster_that_says_it(project: Path) -> None:
    change(project, PAGE, "headline: Jij gaat eerst.", "headline: Jij begint.")
    data = found(project)
    assert posters_in(data) == {("bovenaan", "type")}
    [poster] = data["posters"]
    assert poster["formats"] == ["a5", "social"]
    assert poster["files"] == ["type-a5.pdf", "type-social.png"]
    [page] = data["pages"]
    [line] = page["lines"]
    assert line["field"] == "posters.type.headline"
    assert [(run["kind"], run["text"]) for run in line["runs"]] == [
        ("same", "Jij "),
        ("gone", "gaat eerst"),
        ("new", "begint"),
        ("same", "."),
    ]
    assert data["recalls"] == []
    assert page["shown_on"] == []


def test_a_room_changes_the_posters_that_show_it_and_calls_them_back(project: Path) -> None:
    change(project, LUISTEREN, "Zaal Maas, Utrecht", "Zaal Lek, Utrecht")
    data = found(project)
    assert posters_in(data) == {("bovenaan", "schedule")}
    [session] = data["sessions"]
    assert (session["state"], session["moved"]) == ("moved", ["place"])
    [recall] = data["recalls"]
    assert (recall["poster"], recall["formats"], recall["places"]) == ("schedule", ["a5"], [])
    [fact] = recall["facts"]
    assert fact["fact"] == "sessions"
    assert fact["was"].endswith("Zaal Maas, Utrecht")
    assert fact["now"].endswith("Zaal Lek, Utrecht")
    assert recall["code_opens"] == "https://leren.example/go/bovenaan/"
    assert "Zet bij correction:" in run_diff(project).stdout
    said = "correction: We zitten in Zaal Lek.\nstatus: approved"
    change(project, PAGE, "status: approved", said)
    assert "Daar staat bovenaan: We zitten in Zaal Lek." in run_diff(project).stdout


def test_a_colour_changes_all_posters_that_have_it(project: Path) -> None:
    change(project, BRAND_FILE, '"#2348C9"', '"#7A1FA2"')
    data = found(project)
    assert posters_in(data) == {
        ("bovenaan", "type"),
        ("bovenaan", "schedule"),
        ("bovenaan", "plek"),
    }
    [page] = data["pages"]
    assert [(line["field"], line["was"], line["now"]) for line in page["lines"]] == [
        ("colours.zee.hex", "#2348C9", "#7A1FA2")
    ]
    assert data["recalls"] == []
    # One has a place of its own each; they stand together.
    assert [poster["places"] for poster in data["posters"]] == [[], [], ["utrecht", "zwolle"]]


def test_a_place_that_moves_is_called_back_from_there_alone(project: Path) -> None:
    change(project, PLACES, "utrecht,Utrecht,Zaal 1", "utrecht,Utrecht,Zaal 9")
    [recall] = found(project)["recalls"]
    assert recall["poster"] == "plek"
    assert [(place["id"], place["room"]) for place in recall["places"]] == [("utrecht", "Zaal 1")]
    assert recall["places"][0]["contact"] == "Balie"


def test_a_place_that_is_gone_has_a_poster_to_take_down(project: Path) -> None:
    change(project, PLACES, "utrecht,Utrecht,Zaal 1,2026-12-03,10:00-12:00,Balie\n", "")
    [recall] = found(project)["recalls"]
    assert [place["id"] for place in recall["places"]] == ["utrecht"]
    assert recall["facts"] == [{"fact": None, "was": "", "now": ""}]


def test_a_sponsor_that_no_poster_shows_calls_nothing_back(project: Path) -> None:
    change(project, PAGE, "sponsor: noor-el-amrani", "sponsor: sam-smit")
    data = found(project)
    assert data["recalls"] == []
    assert {page["title"] for page in data["pages"]} == {"Leren begint bovenaan"}


def test_a_draft_and_a_campaign_that_is_over_hang_nowhere(project: Path) -> None:
    change(project, PAGE, "ends: 2027-01-31", "ends: 2026-12-09")
    commit(project)
    change(project, LUISTEREN, "Zaal Maas, Utrecht", "Zaal Lek, Utrecht")
    assert found(project)["recalls"] == []


def test_a_cancelled_session_leaves_the_timetable(project: Path) -> None:
    change(project, LUISTEREN, "Utrecht\n  - start", "Utrecht\n    status: cancelled\n  - start")
    data = found(project)
    assert [session["state"] for session in data["sessions"]] == ["cancelled"]
    facts = {fact["fact"] for recall in data["recalls"] for fact in recall["facts"]}
    assert facts == {"when", "sessions"}


def test_words_read_aloud_change_the_file_alone(project: Path) -> None:
    # The logo is read aloud by the brand's name, and looks the same.
    change(project, BRAND_FILE, "name: Meridiaan", "name: Meridiaan Groep")
    data = found(project)
    assert ("bovenaan", "schedule") in posters_in(data)
    assert all(poster["looks_alike"] for poster in data["posters"])
    assert "type-social.png" not in {name for poster in data["posters"] for name in poster["files"]}
    assert data["recalls"] == []


def test_a_campaign_that_is_gone_leaves_codes_that_lead_nowhere(project: Path) -> None:
    git(project, "rm", "-rq", "campaigns/bovenaan")
    data = found(project)
    [dead] = data["dead_codes"]
    assert (dead["fault"], dead["address"]) == ("removed", "https://leren.example/go/bovenaan/")
    assert [place["id"] for place in dead["places"]] == ["utrecht", "zwolle"]
    assert {poster["change"] for poster in data["posters"]} == {"removed"}
    assert run_diff(project, "--fail-on-recall").exit_code == 1
    assert run_diff(project).exit_code == 0


def test_a_campaign_with_another_name_is_told_to_keep_its_old_one(project: Path) -> None:
    git(project, "mv", "campaigns/bovenaan", "campaigns/leren-van-boven")
    [dead] = found(project)["dead_codes"]
    assert dead["renamed_to"] == "leren-van-boven"
    assert "formerly: [bovenaan]" in run_diff(project).stdout
    change(
        project,
        "campaigns/leren-van-boven/index.md",
        "status: approved",
        "status: approved\nformerly: [bovenaan]",
    )
    data = found(project)
    assert data["dead_codes"] == data["recalls"] == []
    # Its code opens the new name, so its posters look otherwise; none of them is new.
    assert {poster["change"] for poster in data["posters"]} == {"changed"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("status: approved", "status: draft", "withdrawn"),
        ("status: approved", "status: approved\npublish_on: 2027-01-05", "withdrawn"),
    ],
)
def test_a_campaign_that_is_taken_back_is_told(
    old: str, new: str, fault: str, project: Path
) -> None:
    change(project, PAGE, old, new)
    assert [dead["fault"] for dead in found(project)["dead_codes"]] == [fault]


def test_another_address_of_the_site_kills_every_code(project: Path) -> None:
    change(project, "mkdocs.yml", "leren.example", "intranet.example")
    data = found(project)
    assert {dead["fault"] for dead in data["dead_codes"]} == {"moved"}
    assert len(data["dead_codes"]) == 2


def test_what_others_did_since_does_not_count(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "mine")
    change(project, PAGE, "headline: Jij gaat eerst.", "headline: Jij begint.")
    commit(project)
    git(project, "switch", "--quiet", "main")
    change(project, FEEDBACK, "title: Zeg het gewoon", "title: Zeg het maar")
    commit(project)
    git(project, "switch", "--quiet", "mine")
    data = found(project)
    assert posters_in(data) == {("bovenaan", "type")}
    assert [note["key"] for note in data["notes"]] == ["common"]
    git(project, "switch", "--quiet", "main")
    assert posters_in(found(project, "main", "mine")) == {("bovenaan", "type")}


def test_an_old_state_with_a_mistake_makes_everything_new(project: Path) -> None:
    change(project, PAGE, "title: Leren", "titel: Leren")
    broken = commit(project)
    change(project, PAGE, "titel: Leren", "title: Leren")
    data = found(project, broken)
    assert {page["change"] for page in data["pages"]} == {"added"}
    [note] = data["notes"]
    assert note["key"] == "base-broken"
    assert PAGE in note["detail"]


def test_a_new_state_with_a_mistake_is_told_as_check_tells_it(project: Path) -> None:
    change(project, PAGE, "title: Leren", "titel: Leren")
    result = run_diff(project)
    assert result.exit_code == 1
    assert "content.unknown-key" in result.output
    assert "Traceback" not in result.output


@pytest.fixture
def report(project: Path, tmp_path: Path) -> Path:
    change(project, PAGE, "headline: Jij gaat eerst.", "headline: Jij <b>begint</b> @noor.")
    change(project, LUISTEREN, "Zaal Maas, Utrecht", "Zaal | Lek, Utrecht")
    result = run_diff(
        project, "--output", str(tmp_path / "review"), "--link", "https://ci.example/1"
    )
    assert result.exit_code == 0, result.output
    return tmp_path / "review"


def test_the_report_is_a_folder_that_needs_nothing_else(report: Path) -> None:
    page = (report / "index.html").read_text(encoding="utf-8")
    data = json.loads((report / "diff.json").read_text(encoding="utf-8"))
    schema = json.loads((report / "diff.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    assert schema["$defs"]["Recall"]["properties"]["places"]["description"]
    assert "<b>begint</b>" not in page
    assert " style=" not in page
    assert "<script" not in page
    assert "data:" not in page
    named = {
        poster["pictures"][side]
        for poster in data["posters"]
        for side in ("before", "after", "difference")
    }
    assert named == {f"pictures/{path.name}" for path in (report / "pictures").iterdir()}
    for name in named:
        assert Image.open(io.BytesIO((report / name).read_bytes())).format == "WEBP"
        assert f'src="{name}"' in page
    summary = (report / "summary.md").read_text(encoding="utf-8")
    assert "Zaal \\| Lek" in summary
    assert "[het rapport](<https://ci.example/1>)" in summary
    assert "@noor" not in summary
    assert summary.index("⚠️") < summary.index("### Posters")


def test_the_report_shuts_nobody_out(report: Path) -> None:
    with sync_playwright() as playwright:
        page = chromium(playwright).new_page()
        page.goto((report / "index.html").as_uri())
        assert {"recalls", "sessions", "posters", "pages"} == {
            part.get_attribute("id") for part in page.locator("section").all()
        }
        assert faults(page) == []


def test_a_second_report_takes_the_place_of_the_first(report: Path, project: Path) -> None:
    git(project, "checkout", "--quiet", ".")
    result = run_diff(project, "--output", str(report))
    assert result.exit_code == 0, result.output
    assert list((report / "pictures").iterdir()) == []


def test_a_folder_with_other_files_is_left_alone(project: Path) -> None:
    result = run_diff(project, "--output", str(project / "docs"))
    assert result.exit_code == 2
    words = result.output.replace("│", " ").split()  # the box breaks lines where paths are long
    assert "holds other files" in " ".join(words)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_answer_speaks_the_language_that_is_asked_for(language: str, project: Path) -> None:
    result = run_diff(project, "--language", language, "--format", "markdown")
    assert {"nl": "## Wat er verandert", "en": "## What changes"}[language] in result.stdout
