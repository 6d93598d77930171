"""Claims: what is said with a source behind it.

How old a source may be is a rule of ``checks.claims``.
"""

from __future__ import annotations

import re
from typing import Self

from pydantic import Field, model_validator

from affiche.model.dates import Date
from affiche.model.entity import Part
from affiche.model.fields import Address, Line, ProseField, refusal
from affiche.model.prose import plain_text
from affiche.report import Code

_THOUSANDS = re.compile(r"(?<=\d)[.,'’ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


class ClaimSource(Part):
    """Who found it out, and when."""

    name: Line
    """The publisher and the publication."""

    year: int = Field(ge=1900, le=2100)
    """The year of publication."""

    url: Address | None = None
    """Where it can be read."""


class Claim(Part):
    """A fact with its source (schema.org Claim)."""

    text: ProseField
    """The fact, in a sentence."""

    figure: Line | None = None
    """The number that leads on a poster, for example ``34 %``; its digits stand in the text."""

    source: ClaimSource
    """Where it is from."""

    acknowledged: Date | None = None
    """The day on which somebody decided that an old source still holds."""

    reason: Line | None = None
    """Why it still holds."""

    @model_validator(mode="after")
    def _acknowledged_with_reason(self) -> Self:
        if self.acknowledged and not self.reason:
            raise refusal(
                Code.MISSING_FIELD,
                "The claim is acknowledged without a reason.",
                "Add reason: with a sentence on why the old source still holds.",
                "acknowledged",
            )
        return self

    @model_validator(mode="after")
    def _figure_stands_in_the_text(self) -> Self:
        said = _numbers(plain_text(self.text))
        if missing := [number for number in _numbers(self.figure or "") if number not in said]:
            raise refusal(
                Code.FIGURE_NOT_IN_TEXT,
                f"The figure says {self.figure}, and the text of the fact has no {missing[0]}.",
                "Write the number in text: too, in digits, or mend figure:.",
                "figure",
            )
        return self


def _numbers(text: str) -> tuple[str, ...]:
    """Return the numbers in ``text``, alike however they are written: 12.500 and 12 500."""
    return tuple(number.replace(",", ".") for number in _NUMBER.findall(_THOUSANDS.sub("", text)))
