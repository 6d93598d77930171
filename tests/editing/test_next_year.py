"""Next year's campaign: dates on the same weekday, and not one letter else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.content import load
from affiche.editing import Copy, create_folder, plan_copy
from affiche.model import Status
from tests.project import BILINGUAL, CAMPAIGN, ENGLISH, LOCATIONS, write_project

TODAY = dt.date(2026, 11, 24)
PAGE = "campaigns/bovenaan/index.md"
DETAILS = """\
status: "approved" # door Noor
publish_on: 2026-11-20
expires: '2027-03-01'
reviewed: 2026-11-01
review_by: 2026-12-01
evidence:
  - text: In 2024 vroeg de helft door.
    source: {name: Bron, year: 2024}
    acknowledged: 2026-11-02
    reason: Er is niets nieuws.
"""
ORIGINAL = (
    CAMPAIGN.replace("status: approved\n", DETAILS)
    .replace("title: Leren", "# De kop.\ntitle: Leren")
    .replace("Het verhaal van de campagne.", "Op 3 december beginnen we.\n")
)


def copied(root: Path, title: str | None = None, today: dt.date = TODAY) -> Copy:
    project = load(root)
    assert project.catalogue, project.diagnostics
    copy = plan_copy(project, project.catalogue.campaign["bovenaan"], today, _named, title)
    create_folder(root / "campaigns" / copy.id, copy.files)
    return copy


def _named(starts: dt.date) -> str:
    return f"bovenaan-{starts.year}"


def test_only_dates_and_status_change(tmp_path: Path) -> None:
    copy = copied(write_project(tmp_path, **{PAGE: ORIGINAL}))
    expected = ORIGINAL
    for old, new in (
        ("starts: 2026-12-03", "starts: 2027-12-02"),
        ("ends: 2027-01-31", "ends: 2028-01-30"),
        ('"approved" # door', "draft # door"),
        ("publish_on: 2026-11-20", "publish_on: 2027-11-19"),
        ("'2027-03-01'", "'2028-02-28'"),
        ("reviewed: 2026-11-01\n", ""),
        ("review_by: 2026-12-01", "review_by: 2027-11-30"),
    ):
        assert old in expected
        expected = expected.replace(old, new)
    assert copy.files["index.md"].decode() == expected
    assert (copy.starts, copy.ends) == (dt.date(2027, 12, 2), dt.date(2028, 1, 30))
    assert copy.starts.weekday() == dt.date(2026, 12, 3).weekday()


def test_pictures_come_along_and_dates_of_places_move(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "campaigns/bovenaan/.DS_Store").write_bytes(b"x")
    copy = copied(root)
    assert set(copy.files) == {"index.md", "locations.csv", "zaal.jpg"}
    assert copy.files["zaal.jpg"] == (root / "campaigns/bovenaan/zaal.jpg").read_bytes()
    assert copy.files["locations.csv"].decode() == LOCATIONS.replace("2026-12-03", "2027-12-02")


def test_other_dates_in_a_list_of_places_stay(tmp_path: Path) -> None:
    table = "id;url;name;date\r\nutrecht;https://x.example/2026-12-03;Utrecht;2026-12-03\r\n"
    root = write_project(tmp_path, **{"campaigns/bovenaan/locations.csv": table})
    assert copied(root).files["locations.csv"].decode() == table.replace(
        ";2026-12-03\r", ";2027-12-02\r"
    )


def test_a_copy_passes_the_checks(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: ORIGINAL})
    copied(root)
    project = load(root)
    assert project.diagnostics == ()
    assert project.catalogue
    assert project.catalogue.campaign["bovenaan-2027"].status is Status.DRAFT


def test_windows_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    written = b"\xef\xbb\xbf" + ORIGINAL.replace("\n", "\r\n").encode()
    content = copied(write_project(tmp_path, **{PAGE: written})).files["index.md"]
    assert content.startswith(b"\xef\xbb\xbf---\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == written.count(b"\n") - 1
    assert b"starts: 2027-12-02\r\n" in content


def test_the_copy_of_an_old_campaign_lies_ahead(tmp_path: Path) -> None:
    copy = copied(write_project(tmp_path), today=dt.date(2029, 6, 1))
    assert copy.starts == dt.date(2026, 12, 3) + 3 * dt.timedelta(weeks=52)


@pytest.mark.parametrize(
    ("given", "title"),
    [(None, "Week van 2027"), ("Nieuw: alles anders", '"Nieuw: alles anders"')],
)
def test_a_year_in_the_title_moves_and_a_new_title_stands_in_its_place(
    given: str | None, title: str, tmp_path: Path
) -> None:
    text = CAMPAIGN.replace("Leren begint bovenaan", '"Week van 2026"')
    copy = copied(write_project(tmp_path, **{PAGE: text}), given)
    assert f"\ntitle: {title}\n" in copy.files["index.md"].decode()


def _bilingual(root: Path, text: str, english: str) -> Path:
    files = {**ENGLISH, "overrides/brand.yml": BILINGUAL, PAGE: text}
    return write_project(root, **{**files, "campaigns/bovenaan/index.en.md": english})


def test_a_translation_that_was_up_to_date_still_is(tmp_path: Path) -> None:
    english = str(ENGLISH["campaigns/bovenaan/index.en.md"])
    text = CAMPAIGN.replace("Leren begint bovenaan", "Leren in 2026")
    root = _bilingual(tmp_path, text, english)
    (translation,) = (t for t in load(root).translations if t.id == "bovenaan")
    told = english.replace("---\n", f"---\ntranslated_from: {translation.digest}\n", 1)
    (root / translation.file).write_text(told.replace("From the top", "Learning in 2026"))
    copied(root)
    new = {t.id: t for t in load(root).translations}["bovenaan-2027"]
    assert new.translated_from == new.digest != translation.digest
    assert "title: Learning in 2027\n" in (root / new.file).read_text()


def test_a_translation_of_another_title_is_behind(tmp_path: Path) -> None:
    english = str(ENGLISH["campaigns/bovenaan/index.en.md"])
    root = _bilingual(tmp_path, CAMPAIGN, english)
    (translation,) = (t for t in load(root).translations if t.id == "bovenaan")
    told = english.replace("---\n", f"---\ntranslated_from: {translation.digest}\n", 1)
    (root / translation.file).write_text(told)
    copied(root, "Iets anders")
    new = {t.id: t for t in load(root).translations}["bovenaan-2027"]
    assert new.translated_from == translation.digest != new.digest


def test_days_that_only_an_editor_can_move_are_pointed_out(tmp_path: Path) -> None:
    copy = copied(write_project(tmp_path, **{PAGE: ORIGINAL}))
    ((place, around),) = copy.mentions
    assert place.file == "campaigns/bovenaan-2027/index.md"
    assert around == "… Op 3 december beginnen we. …"
