"""A page that was begun passes the checks, whatever it is and however its words are spelt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from affiche.content import load
from affiche.content.words import languages
from affiche.editing import (
    KINDS,
    begin_page,
    create_file,
    find_formatting,
    free_id,
    id_for,
    is_free,
)
from affiche.editing.new_page import first_day, words_for_editors
from affiche.model import Audience, Campaign, Entity, Person, Programme, Status, Value
from tests.project import BRAND, write_project

TODAY = dt.date(2026, 11, 24)
ANSWERS: dict[type[Entity], dict[str, Any]] = {
    Campaign: {},
    Programme: {
        "summary": "Twee uur: samen oefenen.",
        "values": [{"value": "nieuwsgierig", "how": "Je *vraagt*."}],
        "audiences": [{"audience": "leidinggevenden", "benefit": "Rust."}],
    },
    Value: {"statement": "Wij zeggen het.", "colour": "zee"},
    Audience: {"level": "senior"},
    Person: {"job_title": "Planner"},
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("uncommented", [False, True])
def test_a_new_page_has_no_mistake_and_neither_have_the_fields_it_proposes(
    kind: type[Entity], language: str, uncommented: bool, tmp_path: Path
) -> None:
    brand = BRAND.replace("languages: [nl]", f"languages: [{language}]")
    root = write_project(tmp_path, **{"overrides/brand.yml": brand})
    page = begin_page(load(root), kind, "Eén: nieuw", "een-nieuw", TODAY)
    for field, value in ANSWERS[kind].items():
        page = page.having(field, value)
    assert all(page.problems_with(field) == [] for field in page.fields)
    text = page.text()
    if uncommented:
        text = _without_hashes(text)
        (root / "docs/people/een-nieuw.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    create_file(root / page.file, text.encode())
    project = load(root)
    assert [str(each) for each in project.diagnostics] == []
    changed = [each.file for each in find_formatting(root).changes]
    assert uncommented or page.file not in changed
    assert project.catalogue
    (found,) = (each for each in project.catalogue.entities if each.id == "een-nieuw")
    assert (type(found), found.name) == (kind, "Eén: nieuw")


@pytest.mark.parametrize("title", ["2027", "no", "10:30", "2027-01-02", "a: b # c", "'q' \"r\""])
def test_whatever_it_is_called_it_has_the_canonical_form(title: str, tmp_path: Path) -> None:
    root = write_project(tmp_path)
    page = begin_page(load(root), Value, title, "nieuw", TODAY).having("statement", title)
    create_file(root / page.file, page.text().encode())
    project = load(root)
    assert project.catalogue
    assert project.catalogue.value["nieuw"].name == title
    assert page.file not in [each.file for each in find_formatting(root).changes]


def _without_hashes(text: str) -> str:
    """Do what a new page tells its editor: take the hash away from the fields at its end."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    begin = next(i for i in range(end - 1, 0, -1) if not lines[i].startswith("# ")) + 2
    lines[begin:end] = [line.removeprefix("# ") for line in lines[begin:end]]
    return "\n".join(lines)


def test_every_language_says_the_same_about_the_same_fields() -> None:
    first, *others = (words_for_editors(language) for language in languages())
    for other in others:
        assert {kind: set(words) for kind, words in other.items()} == {
            kind: set(words) for kind, words in first.items()
        }


def test_a_campaign_begins_as_a_draft_on_a_monday_ahead_with_a_poster(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    page = begin_page(load(root), Campaign, "Nieuw", "nieuw", TODAY)
    create_file(root / page.file, page.text().encode())
    catalogue = load(root).catalogue
    assert catalogue
    made = catalogue.campaign["nieuw"]
    assert made.status is Status.DRAFT
    assert (made.starts, made.ends) == (dt.date(2026, 12, 28), dt.date(2027, 1, 22))
    assert [poster.template for poster in made.posters] == ["photo"]
    assert (made.values, made.sponsor) == (("nieuwsgierig",), "noor-el-amrani")


@pytest.mark.parametrize("day", [dt.date(2026, 11, 22) + dt.timedelta(days=n) for n in range(7)])
def test_the_first_day_is_a_monday_four_weeks_ahead(day: dt.date) -> None:
    assert first_day(day).weekday() == 0
    assert 28 <= (first_day(day) - day).days < 35


def test_what_there_are_two_of_is_not_chosen_for_anybody(tmp_path: Path) -> None:
    second = "---\nname: Eerlijk\nstatement: Wij zeggen het.\n---\n"
    root = write_project(tmp_path, **{"docs/values/eerlijk.md": second})
    page = begin_page(load(root), Campaign, "Nieuw", "nieuw", TODAY)
    assert page.fields["values"] == []
    assert page.fields["programmes"] == ["luisteren"]


def test_a_last_day_moves_along_with_the_first(tmp_path: Path) -> None:
    page = begin_page(load(write_project(tmp_path)), Campaign, "Nieuw", "nieuw", TODAY)
    assert page.having("starts", "2027-05-03").fields["ends"] == "2027-05-28"
    wrong = page.having("ends", "2026-01-01").problems_with("ends")
    assert ["ends (2026-01-01) before it starts" in each.message for each in wrong] == [True]
    assert page.having("starts", "3-5-2027").problems_with("starts")[0].hint == (
        "Write the year first: 2027-05-03."
    )


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Ünal Großmann", "unal-grossmann"),
        ("Crème brûlée à la carte!", "creme-brulee-a-la-carte"),
        ("Programma’s en foto's", "programmas-en-fotos"),
        ("Łódź, Ærø & Þór", "lodz-aero-thor"),
        ("  50 % minder  ", "50-minder"),
        ("学习", ""),
        ("Index", ""),
    ],
)
def test_an_id_is_made_from_the_title(title: str, made: str) -> None:
    assert id_for(title) == made


def test_a_name_that_is_taken_is_told_with_one_that_is_free(tmp_path: Path) -> None:
    project = load(write_project(tmp_path))
    assert not is_free(project, Campaign, "bovenaan")
    assert is_free(project, Value, "bovenaan")
    assert not is_free(project, Value, "index")
    assert free_id(project, Campaign, "bovenaan") == "bovenaan-2"
