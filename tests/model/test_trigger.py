"""Moments are written in four sentences, and read back as they were."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from affiche.model import Moments
from affiche.model.trigger import WEEKDAYS, Trigger

TRIGGER: TypeAdapter[Moments] = TypeAdapter(Trigger)

SENTENCES = {
    "starts": Moments("starts"),
    "starts -14d": Moments("starts", -14),
    "ends -3d": Moments("ends", -3),
    "ends +1d": Moments("ends", 1),
    "session -1d": Moments("session", -1),
    "session 07:30": Moments("session", time=dt.time(7, 30)),
    "session -1d 16:00": Moments("session", -1, time=dt.time(16)),
    "weekly mon 09:00": Moments("weekly", weekday=0, time=dt.time(9)),
    "weekly sun 23:59": Moments("weekly", weekday=6, time=dt.time(23, 59)),
    "session 00:00": Moments("session", time=dt.time(0)),
}


@pytest.mark.parametrize(("sentence", "moments"), SENTENCES.items())
def test_a_sentence_is_read_and_written_as_it_was(sentence: str, moments: Moments) -> None:
    assert TRIGGER.validate_python(sentence) == moments
    assert str(moments) == sentence
    assert TRIGGER.dump_python(moments) == sentence
    assert TRIGGER.validate_python(moments) == moments


def test_every_moment_survives_being_written() -> None:
    for anchor in ("starts", "ends", "session"):
        for days in (-99, -1, 0, 1, 99):
            for time in (None, dt.time(0), dt.time(7, 5)):
                moments = Moments(anchor, days, time=time)  # type: ignore[arg-type]
                assert TRIGGER.validate_python(str(moments)) == moments
    for weekday in range(7):
        moments = Moments("weekly", weekday=weekday, time=dt.time(9))
        assert TRIGGER.validate_python(str(moments)) == moments


def test_spaces_more_or_less_do_not_matter() -> None:
    assert TRIGGER.validate_python("  starts   -14d ") == Moments("starts", -14)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "start -14d",
        "starts -14",
        "starts 14d",
        "starts -1000d",
        "session 25:00",
        "session 7:30",
        "session 07:60",
        "weekly mon",
        "weekly maandag 09:00",
        "weekly -1d 09:00",
        "starts 09:00 -1d",
        "Starts",
    ],
)
def test_what_is_no_sentence_is_refused_with_all_that_are(text: str) -> None:
    with pytest.raises(ValidationError, match=r"does not say when") as refused:
        TRIGGER.validate_python(text)
    (error,) = refused.value.errors()
    assert error["type"] == "content.invalid-text"
    assert "weekly mon 09:00" in error["ctx"]["hint"]


def test_a_number_is_no_sentence() -> None:
    with pytest.raises(ValidationError, match="A moment is a text"):
        TRIGGER.validate_python(14)


def test_weekdays_are_those_of_python() -> None:
    monday = dt.date(2026, 11, 23)
    for number, name in enumerate(WEEKDAYS):
        assert (monday + dt.timedelta(number)).strftime("%a").lower() == name
