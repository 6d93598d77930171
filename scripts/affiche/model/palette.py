"""The brand's colours, and which of them go together.

Whether they can be told apart is left to ``contrast``.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from affiche.model.entity import Part
from affiche.model.fields import Line, refusal
from affiche.report import Code

HEX_PATTERN = re.compile(r"#[0-9A-Fa-f]{6}")
"""A colour on screens, as it is written."""


def _parse_hex(value: Any) -> Any:
    if isinstance(value, str) and not HEX_PATTERN.fullmatch(value.strip()):
        raise refusal(
            Code.INVALID_TEXT,
            f"'{value}' is not a colour.",
            'Write # and six digits from 0 to F, in quotes, for example "#2348C9".',
        )
    return value.strip().upper() if isinstance(value, str) else value


Hex = Annotated[str, BeforeValidator(_parse_hex)]
"""A colour on screens: sRGB, ``#RRGGBB``."""

Ink = Annotated[int, Field(ge=0, le=100)]
"""Coverage of one printing ink, in per cent."""


class Colour(Part):
    """One colour of the palette, for screens and for print."""

    hex: Hex
    """For screens: sRGB."""

    cmyk: tuple[Ink, Ink, Ink, Ink]
    """For print: cyan, magenta, yellow and black, each in per cent."""


class Scheme(Part):
    """Colours that go together: the ground of a page or poster and what stands on it.

    Every field names a colour of the palette.
    """

    ground: Line
    """Under headline and artwork."""

    text: Line
    """Of the headline."""

    first: Line
    """The main colour of the artwork."""

    second: Line
    """The other colour of the artwork."""

    panel: Line
    """A ground dark enough for small text in ``text``."""

    accent: Line
    """For links and marks on a white page."""

    accent_dark: Line
    """For links and marks on a dark page."""
