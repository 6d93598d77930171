"""Months and weekdays have the names that Unicode CLDR knows, and none that means two months."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from affiche.content import load
from affiche.content.dates import calendar_names
from affiche.model.loose_dates import meant_day
from tests.project import CAMPAIGN, write_project


@pytest.mark.parametrize(
    ("languages", "text"),
    [
        ((), "do. 3 dec. 2026"),
        ((), "Thursday, Dec. 3, 2026"),
        ((), "Do., 3. Dez. 2026"),
        ((), "jeudi 3 déc. 2026"),
        (("pl", "nl"), "3 grudnia 2026"),
        (("es",), "jueves, 3 de diciembre de 2026"),
        (("ar",), "الخميس 3 ديسمبر 2026"),
        (("../..", "xx"), "3 december 2026"),
    ],
)
def test_names_are_known_in_the_languages_of_brand_and_neighbours(
    languages: tuple[str, ...], text: str
) -> None:
    meant = meant_day(text, partial(calendar_names, languages))
    assert meant
    assert (meant.written, meant.doubt) == ("2026-12-03", "")


def test_a_name_that_means_two_months_means_none() -> None:
    # October in Croatian, November in Polish.
    polish = calendar_names(("pl",)).months
    assert polish["listopad"] == 11
    assert "listopad" not in calendar_names(("pl", "hr")).months
    assert calendar_names(("pl", "hr")).months["grudzień"] == 12


def test_a_name_that_means_two_weekdays_means_both() -> None:
    # Tuesday in Dutch, Sunday in French.
    assert calendar_names(()).weekdays["di"] == {1, 6}


@pytest.mark.parametrize(("starts", "asked"), [("2026-12-03", 0), ("3 december 2026", 1)])
def test_names_are_looked_up_for_a_date_that_was_refused(
    tmp_path: Path, starts: str, asked: int
) -> None:
    root = write_project(
        tmp_path, **{"campaigns/bovenaan/index.md": CAMPAIGN.replace("2026-12-03", starts)}
    )
    calendar_names.cache_clear()
    load(root)
    assert calendar_names.cache_info().misses == asked
