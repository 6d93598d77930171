"""A session is full when an editor says that no place is left."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from affiche.model import Session

START = dt.datetime(2026, 12, 9, 9)


def session(**fields: object) -> Session:
    known = {"start": START, "end": START + dt.timedelta(hours=3), "location": "Zaal Maas"}
    return Session.model_validate({**known, **fields})


@pytest.mark.parametrize(("left", "full"), [(None, False), (0, True), (1, False), (16, False)])
def test_a_session_is_full_when_no_place_is_left(left: int | None, full: bool) -> None:
    assert session(capacity=16, places_left=left).full is full


def test_there_are_no_more_places_left_than_there_were() -> None:
    with pytest.raises(ValidationError, match="17 places left of 16"):
        session(capacity=16, places_left=17)
    assert session(places_left=17).places_left == 17
