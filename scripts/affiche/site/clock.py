"""Moments that pages carry, so that a browser can tell what is over weeks after the build.

What a browser does with them is left to ``theme/assets/affiche/time.js``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from affiche.content.words import Words

_WORDS = (
    "state.scheduled",
    "state.scheduled.one",
    "state.running",
    "state.running.one",
    "state.running.none",
    "state.ended",
    "page.past-sessions",
    "page.past-sessions.one",
    "choice.found",
    "choice.found.one",
    "choice.found.none",
    "choice.reach",
    "choice.reach-all",
)
"""Sentences that a browser fills in itself."""


@dataclass(frozen=True)
class Clock:
    """The day of the build, in the brand's timezone."""

    today: dt.date

    zone: dt.tzinfo
    """In which the brand's days begin and end; daylight saving time counts."""

    @property
    def now(self) -> dt.datetime:
        """The moment at which today begins."""
        return self.dawn(self.today)

    def dawn(self, day: dt.date) -> dt.datetime:
        """Return the moment at which ``day`` begins."""
        return dt.datetime.combine(day, dt.time(), self.zone)

    def dusk(self, day: dt.date) -> dt.datetime:
        """Return the moment at which ``day`` is over."""
        return self.dawn(day + dt.timedelta(days=1))

    def moment(self, local: dt.datetime) -> dt.datetime:
        """Return ``local``, written without a timezone by an editor, as a moment of ours."""
        return local.replace(tzinfo=self.zone)

    def is_over(self, moment: dt.datetime) -> bool:
        """Return whether ``moment`` had passed when today began."""
        return moment <= self.now

    def for_browsers(self, words: Words) -> dict[str, Any]:
        """Return what scripts of the page need: day and zone of the build, and its sentences."""
        return {
            "built": self.now.isoformat(),
            "timezone": str(self.zone),
            "words": {key: words.table[key] for key in _WORDS if key in words.table},
        }
