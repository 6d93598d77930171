"""A figure has an age."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.checks.claims import check_claims
from affiche.content import load
from affiche.report import Code, Severity
from tests.project import BRAND, CAMPAIGN, PROGRAMME, write_project

TODAY = dt.date(2026, 12, 31)
PAGE = "campaigns/bovenaan/index.md"
CLAIM = "evidence:\n  - text: Het werkt.\n    source: {name: Onderzoek, year: 2020}\n"


def told(root: Path, text: str, brand: str = BRAND, today: dt.date = TODAY) -> list[str]:
    project = load(write_project(root, **{PAGE: text, "overrides/brand.yml": brand}))
    assert project.diagnostics == ()
    assert project.catalogue
    found = list(check_claims(project.catalogue, today))
    assert all(d.code is Code.CLAIM_TOO_OLD and d.severity is Severity.WARNING for d in found)
    return [f"{d.place} {d.message}" for d in found]


def claiming(claim: str = CLAIM) -> str:
    return CAMPAIGN.replace("image:", f"{claim}image:", 1)


@pytest.mark.parametrize(("year", "too_old"), [(2021, False), (2020, True), (2026, False)])
def test_a_source_may_be_five_years_old(tmp_path: Path, year: int, too_old: bool) -> None:
    found = told(tmp_path, claiming(CLAIM.replace("2020", str(year))))
    assert bool(found) is too_old


def test_it_is_told_at_the_year(tmp_path: Path) -> None:
    (said,) = told(tmp_path, claiming())
    line = claiming().splitlines().index("    source: {name: Onderzoek, year: 2020}") + 1
    assert said.startswith(f"{PAGE}:{line}:37 The source is from 2020, 6 years ago")


def test_it_ages_with_the_day_on_which_one_looks(tmp_path: Path) -> None:
    assert told(tmp_path, claiming(), today=dt.date(2025, 12, 31)) == []


def test_what_was_acknowledged_may_be_old(tmp_path: Path) -> None:
    claim = CLAIM + "    acknowledged: 2026-01-01\n    reason: Nog altijd de beste meting.\n"
    assert told(tmp_path, claiming(claim)) == []


def test_the_brand_says_how_old(tmp_path: Path) -> None:
    brand = BRAND + "claims: {max_age_years: 6}\n"
    assert told(tmp_path, claiming(), brand) == []


def test_claims_of_programmes_count_too(tmp_path: Path) -> None:
    programme = PROGRAMME.replace("sponsor:", f"{CLAIM}sponsor:", 1)
    root = write_project(tmp_path, **{"docs/programmes/luisteren.md": programme})
    catalogue = load(root).catalogue
    assert catalogue
    (said,) = check_claims(catalogue, TODAY)
    assert said.place.file == "docs/programmes/luisteren.md"
