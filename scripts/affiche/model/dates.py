"""The types of days and times in the content model, written as ISO 8601 has them.

What somebody meant who wrote them otherwise is left to ``loose_dates``.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from affiche.model.fields import refusal
from affiche.model.loose_dates import Calendar, CalendarNames, Meant, meant_day, meant_moment
from affiche.report import Code

DATE_PATTERN = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
"""A day, as it is written."""

MOMENT_PATTERN = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::00)?")
"""A day and a time, as they are written."""


def _parse_date(value: Any, info: ValidationInfo) -> Any:
    """Return the date that ``value`` (``2026-12-03``) names; ISO 8601, and nothing looser."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if DATE_PATTERN.fullmatch(text):
        return _date(text)
    raise _no_date(
        f"'{text}' is not a date.",
        "Write year, month and day with hyphens, for example 2026-12-03.",
        meant_day(text, _calendar(info)),
    )


def _date(text: str) -> dt.date:
    year, month, day = (int(part) for part in text.split("-"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise refusal(
            Code.INVALID_DATE, f"There is no date {text}.", _date_advice(year, month, day)
        ) from None


def _calendar(info: ValidationInfo) -> Calendar:
    """Return what ``content`` passes in the validation's context: the names in a date."""
    context: Any = info.context or {}
    calendar: Calendar = context.get("calendar", _nameless)
    return calendar


def _nameless() -> CalendarNames:
    return CalendarNames({}, {})


def _no_date(message: str, advice: str, meant: Meant | None) -> PydanticCustomError:
    if meant is None:
        return refusal(Code.INVALID_DATE, message, advice)
    hint = f"{meant.hint} {meant.doubt}".rstrip()
    instead = "" if meant.doubt else meant.written
    return refusal(Code.INVALID_DATE, message, hint, instead=instead, day_first=meant.day_first)


def _date_advice(year: int, month: int, day: int) -> str:
    if year == 0:
        return "Years begin at 0001."
    if not 1 <= month <= 12:
        swapped = (
            f" Did you mean {year:04}-{day:02}-{month:02}?" if 1 <= day <= 12 < month <= 31 else ""
        )
        return f"Months run from 01 to 12: write {year:04}-<month>-{day:02}.{swapped}"
    return f"Month {month:02} of {year:04} has no day {day:02}: write an earlier day."


def _parse_moment(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    match = MOMENT_PATTERN.fullmatch(text)
    if match is None:
        raise _no_date(
            f"'{text}' is not a date with a time.",
            "Write the date, a T and the time, for example 2026-12-03T13:30.",
            meant_moment(text, _calendar(info)),
        )
    day = _date(match[1])
    hour, minute = int(match[2]), int(match[3])
    if hour > 23 or minute > 59:
        raise refusal(
            Code.INVALID_DATE,
            f"There is no time {match[2]}:{match[3]}.",
            "Hours run from 00 to 23, minutes from 00 to 59.",
        )
    return dt.datetime.combine(day, dt.time(hour, minute))


Date = Annotated[dt.date, BeforeValidator(_parse_date)]
"""A day, written 2026-12-03."""

Moment = Annotated[dt.datetime, BeforeValidator(_parse_moment)]
"""A day and a time in the brand's timezone, written 2026-12-03T13:30."""
