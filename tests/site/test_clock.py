"""Days begin and end in the brand's timezone, also when the clocks change."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from affiche.content.words import languages, words_in
from affiche.site.clock import Clock

TODAY = dt.date(2026, 11, 24)
CLOCK = Clock(TODAY, ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("day", "dawn", "dusk"),
    [
        (TODAY, "2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00"),
        (dt.date(2026, 7, 1), "2026-07-01T00:00:00+02:00", "2026-07-02T00:00:00+02:00"),
        # Summer time begins and ends on these days.
        (dt.date(2027, 3, 28), "2027-03-28T00:00:00+01:00", "2027-03-29T00:00:00+02:00"),
        (dt.date(2026, 10, 25), "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
    ],
)
def test_a_day_has_a_beginning_and_an_end(day: dt.date, dawn: str, dusk: str) -> None:
    assert CLOCK.dawn(day).isoformat() == dawn
    assert CLOCK.dusk(day).isoformat() == dusk


def test_what_an_editor_wrote_is_a_moment_of_the_company() -> None:
    written = dt.datetime(2026, 7, 1, 13, 30)
    assert CLOCK.moment(written).isoformat() == "2026-07-01T13:30:00+02:00"


def test_yesterday_is_over_and_today_is_not() -> None:
    assert CLOCK.is_over(CLOCK.dusk(TODAY - dt.timedelta(days=1)))
    assert not CLOCK.is_over(CLOCK.moment(dt.datetime(2026, 11, 24, 0, 1)))
    assert not CLOCK.is_over(CLOCK.dusk(TODAY))


@pytest.mark.parametrize("language", languages())
def test_browsers_get_every_sentence_that_scripts_fill_in(language: str) -> None:
    told = CLOCK.for_browsers(words_in(language))
    assert told["built"] == "2026-11-24T00:00:00+01:00"
    assert told["timezone"] == "Europe/Amsterdam"
    assert {"state.scheduled", "state.running", "state.ended"} <= told["words"].keys()
    assert {"page.past-sessions", "choice.found", "choice.reach"} <= told["words"].keys()
