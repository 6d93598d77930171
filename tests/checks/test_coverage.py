"""Matrices hold what programmes and campaigns say, in reading order, and leave the rest empty."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.checks import Coverage, cover
from affiche.checks.coverage import months_later
from affiche.content import load
from affiche.model import plain_text
from tests.project import AUDIENCE, CAMPAIGN, VALUE, write_project

TODAY = dt.date(2026, 11, 24)
FILES = {
    "docs/values/samen.md": VALUE.replace("Nieuwsgierig", "Samen"),
    "docs/audiences/directie.md": AUDIENCE.replace("Leidinggevenden", "Directie").replace(
        "manager", "executive"
    ),
}


def covered(root: Path, today: dt.date = TODAY, **files: str | None) -> Coverage:
    catalogue = load(write_project(root, **{**FILES, **files})).catalogue
    assert catalogue
    return cover(catalogue.visible(today, drafts=True), today)


def test_programmes_stand_against_values_with_how_they_live_them(tmp_path: Path) -> None:
    lived = covered(tmp_path).lived
    assert [column.id for column in lived.columns] == ["nieuwsgierig", "samen"]
    [row] = lived.rows
    assert row.entity.id == "luisteren"
    assert [cell and plain_text(cell) for cell in row.cells] == ["Je oefent met vragen.", None]
    assert lived.filled == (1, 0)


def test_programmes_stand_against_audiences_with_what_they_gain(tmp_path: Path) -> None:
    served = covered(tmp_path).served
    assert [column.id for column in served.columns] == ["directie", "leidinggevenden"]
    [row] = served.rows
    assert [cell and plain_text(cell) for cell in row.cells] == [None, "Je team vertelt je meer."]


def test_a_campaign_without_a_benefit_says_its_message(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("[leidinggevenden]", "[leidinggevenden, directie]")
    ahead = covered(tmp_path, **{"campaigns/bovenaan/index.md": page}).ahead
    [row] = ahead.rows
    assert [cell and plain_text(cell) for cell in row.cells] == [
        "Wie leidt, leert het eerst.",
        "Je team vertelt je meer.",
    ]


@pytest.mark.parametrize(
    ("today", "rows"),
    [
        (dt.date(2026, 6, 2), 0),
        (dt.date(2026, 6, 3), 1),
        (dt.date(2027, 1, 31), 1),
        (dt.date(2027, 2, 1), 0),
    ],
)
def test_campaigns_are_those_of_the_coming_half_year(
    today: dt.date, rows: int, tmp_path: Path
) -> None:
    assert len(covered(tmp_path, today).ahead.rows) == rows


def test_drafts_are_not_among_them(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("status: approved", "status: draft")
    assert covered(tmp_path, **{"campaigns/bovenaan/index.md": page}).ahead.rows == ()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-11-24", 6, "2027-05-24"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-01-15", 24, "2028-01-15"),
    ],
)
def test_a_month_that_is_too_short_ends_on_its_last_day(day: str, months: int, later: str) -> None:
    assert months_later(dt.date.fromisoformat(day), months).isoformat() == later
