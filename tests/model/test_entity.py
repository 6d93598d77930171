"""A page has a day by which it is read again."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from affiche.model import Entity

DUE = dt.date(2026, 12, 18)


@pytest.mark.parametrize(
    ("today", "overdue"),
    [(DUE - dt.timedelta(days=1), False), (DUE, False), (DUE + dt.timedelta(days=1), True)],
)
def test_a_review_is_overdue_the_day_after(today: dt.date, overdue: bool) -> None:
    assert Entity(id="een", review_by=DUE).review_overdue(today) is overdue
    assert Entity(id="een").review_overdue(today) is False


def test_the_next_review_comes_after_the_last() -> None:
    assert Entity(id="een", reviewed=DUE).reviewed == DUE
    with pytest.raises(ValidationError, match="not after the last one"):
        Entity(id="een", reviewed=DUE, review_by=DUE)
