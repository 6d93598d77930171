"""The brand: what gives pages and posters their colours, type and logo.

Turning it into style sheets or template data is left to ``site`` and ``posters``.
"""

from __future__ import annotations

import re
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field

from affiche.model.audience import Level
from affiche.model.entity import Part, Source
from affiche.model.fields import LanguageCodes, Line, refusal
from affiche.report import Code

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def _parse_hex(value: Any) -> Any:
    if isinstance(value, str) and not _HEX.fullmatch(value.strip()):
        raise refusal(
            Code.INVALID_TEXT,
            f"'{value}' is not a colour.",
            'Write # and six digits from 0 to F, in quotes, for example "#2348C9".',
        )
    return value.strip().upper() if isinstance(value, str) else value


def _check_timezone(value: str) -> str:
    if value not in available_timezones():
        raise refusal(
            Code.INVALID_CHOICE,
            f"'{value}' is not a timezone.",
            "Write its name in the IANA database, for example Europe/Amsterdam.",
        )
    return value


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


class Fonts(Part):
    """Two typefaces, by the names that they carry inside their files."""

    headline: Line
    """For headlines."""

    text: Line
    """For all else."""


class Claims(Part):
    """What the brand demands of facts."""

    max_age_years: Annotated[int, Field(gt=0)] = 5
    """A source older than this is to be replaced or acknowledged."""


class CoverageDemands(Part):
    """How much of everything there must be, before ``affiche check`` calls it a gap."""

    programmes_per_value: Annotated[int, Field(ge=0)] = 1
    """By how many programmes a value is lived, at least."""

    programmes_per_audience: Annotated[int, Field(ge=0)] = 1
    """How many programmes an audience has, at least."""

    levels_that_need_every_value: tuple[Level, ...] = (Level.EXECUTIVE, Level.SENIOR)
    """Audiences of these levels have, for each value, a programme that lives it."""

    months_ahead: Annotated[int, Field(ge=1, le=24)] = 6
    """Within so many months a campaign reaches every audience."""


class Brand(Part):
    """How the company looks and speaks (``overrides/brand.yml``)."""

    name: Line
    """The company's name."""

    colours: Annotated[dict[Line, Colour], Field(min_length=1)]
    """The palette, by role."""

    schemes: Annotated[dict[Line, Scheme], Field(min_length=1)]
    """Combinations of colours; values own one each. The first is used where none is named."""

    ink: Line
    """The colour of text on light grounds."""

    paper: Line
    """The light ground of footers and cards."""

    fonts: Fonts
    """Typefaces."""

    logo: Line
    """An SVG file beside ``brand.yml``, in one colour written ``currentColor``."""

    symbol: Line
    """The logo's mark alone, for small places; an SVG file like ``logo``."""

    tone: Line | None = None
    """How the company speaks, for those who write."""

    languages: LanguageCodes = ("nl",)
    """Language codes; the first is the default."""

    formats: Annotated[tuple[Line, ...], Field(min_length=1)] = ("a4", "a3")
    """Paper sizes of a poster that names none."""

    timezone: Annotated[Line, AfterValidator(_check_timezone)] = "Europe/Amsterdam"
    """Where dates and times are meant."""

    small_print: Line | None = None
    """The line at the foot of posters: who sends it, where to ask."""

    claims: Claims = Claims()
    """What facts must satisfy."""

    coverage: CoverageDemands = CoverageDemands()
    """How much of everything there must be."""

    source: Source = Field(default=Source("overrides/brand.yml"), exclude=True, repr=False)
    """Where it was read from."""

    @property
    def zone(self) -> ZoneInfo:
        """The timezone, for ``datetime``."""
        return ZoneInfo(self.timezone)

    @property
    def language(self) -> str:
        """The default language."""
        return self.languages[0]

    def colour(self, role: str) -> Colour:
        """Return the colour that has ``role`` in the palette.

        Raises:
            KeyError: no such role; loading a brand makes sure that its own roles exist.
        """
        return self.colours[role]

    def scheme(self, name: str | None) -> Scheme:
        """Return the scheme called ``name``, or the first one for None."""
        return self.schemes[name] if name else next(iter(self.schemes.values()))
