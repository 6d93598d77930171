"""The point of a picture that stays in view."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from affiche.model import FocalPoint
from affiche.model.focus import Focus

FOCUS: TypeAdapter[FocalPoint] = TypeAdapter(Focus)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("60% 30%", FocalPoint(0.6, 0.3)),
        ("0% 100%", FocalPoint(0.0, 1.0)),
        (" 50%   50% ", FocalPoint()),
        ("7% 7%", FocalPoint(0.07, 0.07)),
        ("12.5% 30%", FocalPoint(0.125, 0.3)),
    ],
)
def test_a_point_is_read(text: str, point: FocalPoint) -> None:
    found = FOCUS.validate_python(text)
    assert (found.x, found.y) == pytest.approx((point.x, point.y))


@pytest.mark.parametrize("text", ["60% 30%", "0% 100%", "7% 57%", "12.5% 30%", "33.33% 0.5%"])
def test_a_point_survives_being_written(text: str) -> None:
    point = FOCUS.validate_python(text)
    assert str(point) == text
    assert FOCUS.validate_python(FOCUS.dump_python(point)) == point


@pytest.mark.parametrize("text", ["", "60 30", "60%", "101% 0%", "-1% 0%", "60%,30%", "left top"])
def test_what_is_no_point_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="is not a point of the picture"):
        FOCUS.validate_python(text)


def test_a_number_is_no_point() -> None:
    with pytest.raises(ValidationError, match="is a text"):
        FOCUS.validate_python(60)
