"""Tell how the people of a language write a date: in which order, and with which names.

Reading dates is left to the model, which knows one order only, and no names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

from affiche.model.loose_dates import CalendarNames, folded

_Names = Mapping[str, Mapping[str, Mapping[int, str]]]
_EVERYWHERE = ("nl", "en", "de", "fr")
"""In these somebody may write a date, whatever the brand's languages are."""


@cache
def writes_day_first(language: str) -> bool:
    """Return whether 3-12-2026 can only be the third of December in ``language``.

    English has both orders, and a brand's language names no region: never guess there.
    """
    locale = _locale(language)
    # Unicode CLDR: d, M and y stand for day, month and year; of plain en the order is American.
    pattern = str(locale.date_formats["short"].pattern) if locale else ""
    return -1 < pattern.find("d") < pattern.find("M") < pattern.find("y")


@cache
def calendar_names(languages: tuple[str, ...]) -> CalendarNames:
    """Return what months and weekdays are called in ``languages`` and in those of neighbours."""
    months, weekdays = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for locale in map(_locale, (*languages, *_EVERYWHERE)):
        if locale is None:
            continue
        for number, name in _names(locale.months, ("wide", "abbreviated")):
            months[folded(name)].add(number)
        for number, name in _names(locale.days, ("wide", "abbreviated", "short")):
            weekdays[folded(name)].add(number)
    return CalendarNames(
        {name: numbers.pop() for name, numbers in months.items() if len(numbers) == 1},
        {name: frozenset(numbers) for name, numbers in weekdays.items()},
    )


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def _names(by_context: _Names, widths: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the names within a sentence and by themselves, as Unicode CLDR tells them apart."""
    for context in ("format", "stand-alone"):
        for width in widths:
            yield from by_context[context][width].items()
