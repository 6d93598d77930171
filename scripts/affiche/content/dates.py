"""Tell in which order the people of a language write a date.

Reading dates is left to the model, which knows one order only.
"""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def writes_day_first(language: str) -> bool:
    """Return whether 3-12-2026 can only be the third of December in ``language``.

    English has both orders, and a brand's language names no region: never guess there.
    """
    try:
        pattern = str(Locale.parse(language).date_formats["short"].pattern)
    except (UnknownLocaleError, ValueError):
        return False
    # Unicode CLDR: d, M and y stand for day, month and year; of plain en the order is American.
    return -1 < pattern.find("d") < pattern.find("M") < pattern.find("y")
