"""A page whose review is overdue is told, at the date, with its owner."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.checks.review import check_reviews
from affiche.content import load
from affiche.report import Code, Diagnostic, Severity
from tests.project import AUDIENCE, CAMPAIGN, PERSON, PROGRAMME, VALUE, write_project

TODAY = dt.date(2026, 11, 24)
PAGES = {
    "docs/values/nieuwsgierig.md": VALUE,
    "docs/audiences/leidinggevenden.md": AUDIENCE,
    "docs/people/noor-el-amrani.md": PERSON,
    "docs/programmes/luisteren.md": PROGRAMME,
    "campaigns/bovenaan/index.md": CAMPAIGN,
}


def told(root: Path, file: str, fields: str, today: dt.date = TODAY) -> list[Diagnostic]:
    text = PAGES[file].replace("---\n", f"---\n{fields}", 1)
    project = load(write_project(root, **{file: text}))
    assert project.catalogue, project.diagnostics
    return list(check_reviews(project.catalogue, today))


@pytest.mark.parametrize("file", PAGES)
def test_every_kind_of_page_is_looked_at(file: str, tmp_path: Path) -> None:
    (found,) = told(tmp_path, file, "owner: Academie\nreview_by: 2026-11-01\n")
    assert found.code is Code.REVIEW_OVERDUE
    assert found.severity is Severity.WARNING
    assert str(found.place) == f"{file}:3:12"
    assert found.message == (
        "This page was to be reviewed by 2026-11-01, 23 days ago. Its owner is Academie."
    )
    assert "reviewed: 2026-11-24" in found.hint


@pytest.mark.parametrize(
    ("due", "late"), [("2026-11-25", False), ("2026-11-24", False), ("2026-11-23", True)]
)
def test_it_is_late_from_the_day_after(due: str, late: bool, tmp_path: Path) -> None:
    found = told(tmp_path, "docs/values/nieuwsgierig.md", f"review_by: {due}\n")
    assert bool(found) is late
    for diagnostic in found:
        assert "yesterday" in diagnostic.message
        assert "no owner" in diagnostic.message


def test_a_page_without_a_date_is_left_in_peace(tmp_path: Path) -> None:
    assert told(tmp_path, "docs/values/nieuwsgierig.md", "owner: Academie\n") == []


def test_a_review_that_has_still_to_happen_is_no_review(tmp_path: Path) -> None:
    file = "docs/values/nieuwsgierig.md"
    (found,) = told(tmp_path, file, "reviewed: 2026-11-25\n")
    assert found.code is Code.REVIEWED_IN_FUTURE
    assert not found.code.is_gap
    assert str(found.place) == f"{file}:2:11"
    assert told(tmp_path, file, "reviewed: 2026-11-24\n") == []
