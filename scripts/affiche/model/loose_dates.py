"""Tell which day or moment a text means that is not written as it is to be: 3-12-2026, 3 dec. 2026.

What months and weekdays are called is left to ``content``, which knows languages; refusing the
text, to ``fields``.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")

_WEEKDAY = r"(?:(?P<weekday>[^\s\d,.]+)[.,]{0,2} )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|ste|de|er|e)?"
_MONTH = r"(?P<month>[^\s\d,./-]+)"
_YEAR = r"(?P<year>\d{4})"
_OF = r"(?:(?:of|de) )?"
_NAMED = (
    re.compile(
        rf"{_WEEKDAY}{_DAY}[ ./-]{{1,2}}{_OF}{_MONTH}[ ,./-]{{1,2}}{_OF}{_YEAR}", re.IGNORECASE
    ),
    re.compile(rf"{_WEEKDAY}{_MONTH}[ ./-]{{1,2}}{_DAY}[ ,./-]{{1,2}}{_YEAR}", re.IGNORECASE),
)
_MOMENT = re.compile(
    r"(?P<day>.+?)(?:T|,? (?i:(?:om|um|at|à) )?)"
    r"(?P<hour>\d{1,2})(?i:[:.hu])(?P<minute>\d{2})(?i: ?(?:uur|uhr|u|h)\.?)?"
)


class CalendarNames(NamedTuple):
    """What months and weekdays are called, as ``folded`` has it."""

    months: Mapping[str, int]
    """1 is January. A name that may mean two of them is not there."""

    weekdays: Mapping[str, frozenset[int]]
    """All that a name may mean; 0 is Monday."""


Calendar = Callable[[], CalendarNames]
"""Returns the names when a date is asked for that holds some."""


class Meant(NamedTuple):
    """What a text means."""

    written: str
    """As it is to be written."""

    hint: str
    """What its writer is told."""

    day_first: bool = False
    """Whether it means that only where one writes the day before the month."""

    doubt: str = ""
    """Why it may mean something else after all."""


def folded(name: str) -> str:
    """Return the ``name`` of a month or weekday in small letters, without its full stop."""
    return unicodedata.normalize("NFKC", name).casefold().rstrip(".")


def meant_day(text: str, calendar: Calendar) -> Meant | None:
    """Return the day that ``text`` can only mean, if there is one."""
    text = " ".join(text.split())
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        if written := _date_of(year, month, day):
            either = day <= 12 and day != month
            return Meant(written, f"Write the year first: {written}.", day_first=either)
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        if written := _date_of(year, month, day):
            hint = f"Write two digits for month and day, and hyphens: {written}."
            return Meant(written, hint)
    for pattern in _NAMED:
        if match := pattern.fullmatch(text):
            return _named_day(match, calendar())
    return None


def meant_moment(text: str, calendar: Calendar) -> Meant | None:
    """Return the day with its time that ``text`` can only mean, if there is one."""
    match = _MOMENT.fullmatch(" ".join(text.split()))
    if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    day = meant_day(match["day"], calendar)
    if day is None:
        return None
    written = f"{day.written}T{int(match['hour']):02}:{match['minute']}"
    return day._replace(written=written, hint=f"Write the date, a T and the time: {written}.")


def _named_day(match: re.Match[str], names: CalendarNames) -> Meant | None:
    month = names.months.get(folded(match["month"]))
    written = month and _date_of(int(match["year"]), month, int(match["day"]))
    if not written:
        return None
    meant = Meant(written, f"Write the year first, and the month in digits: {written}.")
    if match["weekday"] is None:
        return meant
    weekdays = names.weekdays.get(folded(match["weekday"]))
    if weekdays is None:
        return None
    if dt.date.fromisoformat(written).weekday() in weekdays:
        return meant
    return meant._replace(doubt=f"Look at the day, though: that is no {match['weekday']}.")


def _date_of(year: int, month: int, day: int) -> str:
    """Return the date as it is to be written, or nothing when there is none."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
