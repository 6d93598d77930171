"""The point of a picture that stays in view when the picture is cropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from affiche.model.fields import refusal
from affiche.report import Code

FOCUS_PATTERN = re.compile(r"(\d{1,3}(?:\.\d+)?)%\s+(\d{1,3}(?:\.\d+)?)%")
"""How a point of a picture is written."""


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """Shares of the picture's width and height, from its top left corner, from 0 to 1."""

    x: float = 0.5
    """From the left."""

    y: float = 0.5
    """From the top."""

    def __str__(self) -> str:
        return f"{self.x * 100:g}% {self.y * 100:g}%"


def _parse_focus(value: Any) -> Any:
    if isinstance(value, FocalPoint):
        return value
    if not isinstance(value, str):
        raise refusal(
            Code.WRONG_TYPE,
            "A point of the picture is a text.",
            "Write how far from the left and from the top, for example 60% 30%.",
        )
    match = FOCUS_PATTERN.fullmatch(value.strip())
    if not match or any(float(part) > 100 for part in match.groups()):
        raise refusal(
            Code.INVALID_TEXT,
            f"'{value}' is not a point of the picture.",
            "Write how far from the left and from the top, for example 60% 30%.",
        )
    return FocalPoint(float(match[1]) / 100, float(match[2]) / 100)


Focus = Annotated[FocalPoint, BeforeValidator(_parse_focus), PlainSerializer(str, return_type=str)]
"""Written ``60% 30%``: from the left, from the top."""
