"""When a touchpoint happens: a small grammar of four sentences.

Turning a trigger into moments on a calendar is left to the promotion kit.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, PlainSerializer

from affiche.model.fields import refusal
from affiche.report import Code

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""As triggers name them, in the order of ISO 8601."""

_SENTENCES = "Write one of: starts -14d, ends -3d, session -1d, session 07:30, weekly mon 09:00."
OFFSET_PATTERN = re.compile(r"(starts|ends|session)(?: ([+-]\d{1,3})d)?(?: (\d{2}):(\d{2}))?")
"""Moments counted from a day of the campaign."""

WEEKLY_PATTERN = re.compile(r"weekly (mon|tue|wed|thu|fri|sat|sun) (\d{2}):(\d{2})")
"""Moments that come back every week."""


@dataclass(frozen=True, slots=True)
class Moments:
    """A rule for the moments at which something is said."""

    anchor: Literal["starts", "ends", "session", "weekly"]
    """What the moment is counted from."""

    days: int = 0
    """Days after the anchor; before it when negative."""

    weekday: int | None = None
    """For ``weekly``: 0 is Monday."""

    time: dt.time | None = None
    """Time of day in the brand's timezone; the channel's usual one when left out."""

    def __str__(self) -> str:
        parts: list[str] = [self.anchor]
        if self.weekday is not None:
            parts.append(WEEKDAYS[self.weekday])
        if self.days:
            parts.append(f"{self.days:+}d")
        if self.time:
            parts.append(f"{self.time:%H:%M}")
        return " ".join(parts)


def _parse_trigger(value: Any) -> Any:
    if isinstance(value, Moments):
        return value
    if not isinstance(value, str):
        raise refusal(Code.WRONG_TYPE, "A moment is a text.", _SENTENCES)
    return _read(value)


def _read(value: str) -> Moments:
    text = " ".join(value.split())
    try:
        if match := WEEKLY_PATTERN.fullmatch(text):
            time = dt.time(int(match[2]), int(match[3]))
            return Moments("weekly", weekday=WEEKDAYS.index(match[1]), time=time)
        if match := OFFSET_PATTERN.fullmatch(text):
            at = dt.time(int(match[3]), int(match[4])) if match[3] else None
            return Moments(match[1], int(match[2] or 0), time=at)  # type: ignore[arg-type]  # by the pattern
    except ValueError:
        pass  # a time such as 25:00: told below
    raise refusal(
        Code.INVALID_TEXT,
        f"'{value}' does not say when.",
        _SENTENCES,
    )


Trigger = Annotated[Moments, BeforeValidator(_parse_trigger), PlainSerializer(str, return_type=str)]
"""Written ``starts -14d``, ``session -1d``, ``session 07:30`` or ``weekly mon 09:00``."""
