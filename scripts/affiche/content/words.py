"""The product's own words and dates in a reader's language.

What editors wrote is not touched here; which word stands where is left to pages and posters.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol


@dataclass(frozen=True)
class Words:
    """The words of one language: ``words("poster.from", date=...)``."""

    language: str
    """Language code, for example ``nl``."""

    locale: str
    """How dates are written, for example ``en_GB``."""

    table: dict[str, str]
    """Sentences by key; ``{name}`` stands for an argument."""

    def __call__(self, key: str, **arguments: Any) -> str:
        """Return the sentence called ``key`` with its arguments filled in.

        With ``count=1`` a sentence called ``<key>.one`` is preferred, with ``count=0`` one called
        ``<key>.none``.

        Raises:
            KeyError: the language has no such sentence.
        """
        special = {0: ".none", 1: ".one"}.get(arguments.get("count", -1), "")
        sentence = self.table.get(key + special) if special else None
        return (sentence or self.table[key]).format(**arguments)

    def date(self, day: dt.date) -> str:
        """Return ``day`` with its weekday and year: ``do 3 december 2026``."""
        return _written(day, self("date.full"), self.locale)

    def date_short(self, day: dt.date) -> str:
        """Return ``day`` without its year: ``do 3 dec``."""
        return _written(day, self("date.short"), self.locale)

    def date_range(self, first: dt.date, last: dt.date) -> str:
        """Return the days from ``first`` to ``last`` with a dash, naming no month or year twice."""
        if first == last:
            return self.date(first)
        whole = self("date.day-month-year")
        if first.year != last.year:
            start = whole
        elif first.month != last.month:
            start = self("date.day-month")
        else:
            start = self("date.day")
        dash = "–" if start == self("date.day") else " – "
        return dash.join(
            _written(day, pattern, self.locale) for day, pattern in ((first, start), (last, whole))
        )

    def month(self, day: dt.date) -> str:
        """Return the month of ``day``, standing alone: ``december 2026``."""
        return _written(day, self("date.month"), self.locale)

    def weekday(self, day: dt.date) -> str:
        """Return ``day`` with its weekday in full and no year: ``donderdag 3 december``.

        Day and month stay on one line.
        """
        return _written(day, self("date.weekday"), self.locale)

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """Return the days of the week from Monday, each short and in full: ``ma``, ``maandag``."""
        widths: tuple[Literal["short", "wide"], ...] = ("short", "wide")
        short, full = (get_day_names(width, "stand-alone", self.locale) for width in widths)
        return tuple((short[number], full[number]) for number in range(7))

    def day_parts(self, day: dt.date) -> dict[str, str]:
        """Return ``day`` for a timetable: ``date`` in full, ``weekday``, ``day`` and ``month``."""
        parts = {"date": "date.weekday", "weekday": "date.weekday-short", "day": "date.day"}
        patterns = parts | {"month": "date.month-short"}
        return {
            part: _written(day, self(pattern), self.locale) for part, pattern in patterns.items()
        }

    def time_range(self, start: dt.datetime, end: dt.datetime) -> str:
        """Return the hours from ``start`` to ``end`` with a dash: ``13.30-17.00 uur``."""
        pattern = self("date.time")
        times = (_written_time(moment, pattern, self.locale) for moment in (start, end))
        return self("date.hours", hours="–".join(times))

    def number(self, value: float) -> str:
        """Return ``value`` with at most one decimal and nothing between thousands: ``215,9``."""
        return format_decimal(value, "0.#", locale=self.locale)

    @property
    def list_separator(self) -> str:
        """What a spreadsheet of this language expects between cells: ``;`` or ``,``.

        Where a comma is written in numbers, Excel takes it for that and parts cells by semicolons.
        """
        return ";" if get_decimal_symbol(self.locale) == "," else ","

    def decimal(self, number: float) -> str:
        """Return ``number`` with one decimal: ``4,5``."""
        return format_decimal(number, "0.0", self.locale)

    def language_name(self, code: str) -> str:
        """Return what the language with ``code`` is called: ``Engels``."""
        try:
            return Locale.parse(code).get_display_name(self.locale) or code
        except (ValueError, UnknownLocaleError):
            return code

    def listing(self, items: Iterable[str]) -> str:
        """Return ``items`` as one phrase: ``Utrecht, Gent en online``."""
        return format_list(list(items), locale=self.locale)


# Hundreds of posters name the same few days.
@lru_cache(maxsize=4096)
def _written(day: dt.date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)


@lru_cache(maxsize=4096)
def _written_time(moment: dt.datetime, pattern: str, locale: str) -> str:
    return format_datetime(moment, pattern, locale=locale)


def own_name(language: str) -> str:
    """Return what ``language`` (a code) calls itself: ``English``."""
    try:
        name = Locale.parse(language).get_display_name(language) or language
    except (ValueError, UnknownLocaleError):
        name = language
    return name[:1].upper() + name[1:]


def direction_of(language: str) -> Literal["ltr", "rtl"]:
    """Return which way ``language`` (a code) is written: ``rtl`` for Arabic, Hebrew, Persian."""
    try:
        direction = Locale.parse(language.replace("-", "_")).text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"
    return "rtl" if direction == "rtl" else "ltr"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the product speaks."""
    folder = files("affiche.content") / "words"
    return tuple(
        sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    )


@cache
def words_in(language: str) -> Words:
    """Return the words of ``language``.

    Raises:
        FileNotFoundError: there is no file of words for it; see ``languages``.
    """
    text = (files("affiche.content") / "words" / f"{language}.toml").read_text(encoding="utf-8")
    sections = tomllib.loads(text)
    return Words(language, sections["locale"], table_of(sections))


def table_of(sections: dict[str, Any]) -> dict[str, str]:
    """Return the sentences of a file of words, each under ``section.key``."""
    return {
        f"{section}.{key}": sentence
        for section, sentences in sections.items()
        if isinstance(sentences, dict)
        for key, sentence in sentences.items()
    }
