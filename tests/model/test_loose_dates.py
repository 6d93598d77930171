"""A day or moment that can only mean one is understood; nothing is guessed."""

from __future__ import annotations

import pytest

from affiche.model.loose_dates import CalendarNames, meant_day, meant_moment

NAMES = CalendarNames(
    {"december": 12, "dec": 12, "maart": 3, "mar": 3, "décembre": 12},
    {"donderdag": frozenset({3}), "do": frozenset({3}), "di": frozenset({1, 6})},
)


def calendar() -> CalendarNames:
    return NAMES


def unasked() -> CalendarNames:
    raise AssertionError("this date holds no name")


@pytest.mark.parametrize(
    "text",
    [
        *("3 december 2026", "3 dec. 2026", "3 dec 2026", "December 3, 2026", "3rd December 2026"),
        *("donderdag 3 december 2026", "do. 3 dec. 2026", "Do, Dec. 3rd, 2026", "3. DEC. 2026"),
        *("3-dec-2026", "03/Dec/2026", "3.dec.2026", "3e december, 2026", "3de  december 2026"),
        *("3rd of December 2026", "3 de de\u0301cembre de 2026", "december 3 2026"),
    ],
)
def test_a_month_by_its_name_is_understood(text: str) -> None:
    meant = meant_day(text, calendar)
    assert meant
    assert (meant.written, meant.day_first, meant.doubt) == ("2026-12-03", False, "")


@pytest.mark.parametrize(
    "text",
    [
        *("31 maart 0000", "32 december 2026", "begin december", "december 2026", "3 december"),
        *("3 dec '26", "3 tot 5 december 2026", "vanaf 3 december 2026", "3 december 2026?"),
        *("3 grudnia 2026", "±3 december 2026", "3 december 2026 of later", "3december 2026"),
        *("3 december 2026 13:30", "3 12 december 2026", "December 3 of 4, 2026", "", "x" * 9999),
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert meant_day(text, calendar) is None


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("di 1 december 2026", ""),
        ("di 6 december 2026", ""),
        ("do 4 december 2026", "Look at the day, though: that is no do."),
    ],
)
def test_a_weekday_that_the_day_is_not_leaves_a_doubt(text: str, doubt: str) -> None:
    meant = meant_day(text, calendar)
    assert meant
    assert meant.doubt == doubt


@pytest.mark.parametrize(
    "text",
    [
        *("3 december 2026 9:30", "3 december 2026, 09.30 uur", "do 3 dec. 2026 om 9.30 u."),
        *("3. dec 2026 um 9:30 Uhr", "December 3, 2026 at 9:30", "3 décembre 2026 à 9h30"),
        *("3 december 2026T09:30", "3 december 2026 9u30"),
    ],
)
def test_a_moment_is_understood(text: str) -> None:
    meant = meant_moment(text, calendar)
    assert meant
    assert (meant.written, meant.doubt) == ("2026-12-03T09:30", "")


@pytest.mark.parametrize(
    "text",
    [
        *("3 december 2026", "3 december 9.30", "3 december 2026 24.00", "3 december 2026 9.60"),
        *("December 3, 2026 1:30 pm", "3 december 2026 9.30-11.00", "3 december 2026 9 uur", ""),
    ],
)
def test_no_moment_is_guessed(text: str) -> None:
    assert meant_moment(text, calendar) is None


@pytest.mark.parametrize("text", ["3-12-2026", "2026/12/3", "2026-13-45", "binnenkort"])
def test_nobody_is_asked_for_names_where_there_are_none(text: str) -> None:
    meant_day(text, unasked)
    meant_moment(f"{text} 9.30", unasked)
