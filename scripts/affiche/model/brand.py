"""The brand: what gives pages and posters their colours, type and logo.

Its colours are in ``palette``, formats of its own in ``own_format``. Turning it into style sheets
or template data is left to ``site`` and ``posters``.
"""

from __future__ import annotations

import re
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field

from affiche.model.audience import Level
from affiche.model.entity import Part, Source
from affiche.model.fields import LanguageCodes, Line, refusal
from affiche.model.format import FORMATS, Format
from affiche.model.own_format import OwnFormats
from affiche.model.palette import Colour, Scheme
from affiche.model.variant import PAPER_VARIANTS, Variant
from affiche.report import Code

_HANDLE = re.compile(r"@[A-Za-z0-9][\w.-]*(?:/[\w.-]+)*|[^@\s,]+@[^@\s,]+\.[^@\s,]+", re.ASCII)


def _check_timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (OSError, ValueError, LookupError):  # as Python says that there is none
        raise refusal(
            Code.INVALID_CHOICE,
            f"'{value}' is not a timezone.",
            "Write its name in the IANA database, for example Europe/Amsterdam.",
        ) from None
    return value


def handles_in(text: str) -> tuple[str, ...]:
    """Return who is named in ``text`` as a Git host knows them; empty when a part is no handle.

    A handle is ``@name``, ``@group/name`` or a mail address; spaces or commas part several.
    """
    parts = text.replace(",", " ").split()
    return tuple(parts) if all(_HANDLE.fullmatch(part) for part in parts) else ()


def _check_handles(value: str) -> str:
    if not handles_in(value):
        raise refusal(
            Code.INVALID_TEXT,
            f"'{value}' is nobody that a Git host knows.",
            'Write @name, @group/name or a mail address, in quotes: "@academy/editors".',
        )
    return value


Handles = Annotated[Line, AfterValidator(_check_handles)]
"""One who reads along in Git or several, as their host knows them."""


class Fonts(Part):
    """Two typefaces, by the names that they carry inside their files."""

    headline: Line
    """For headlines."""

    text: Line
    """For all else."""


class Press(Part):
    """What the print shop needs to know and has told."""

    profile: Line
    """The ICC profile of the printing condition, the file that the print shop gave: beside
    ``brand.yml``, or the name of one in a folder of the system's profiles."""

    condition: Line
    """Its name in the registry of the ICC, for example ``FOGRA39``."""

    text: Line | None = None
    """The colour of running text in print, for example one of black ink alone; ``ink`` when left
    out."""

    most_ink: Annotated[int, Field(ge=200, le=400)] = 300
    """How much ink paper takes: the sum of all four, in per cent."""


def _check_variants(variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
    if Variant.SCREEN in variants:
        raise refusal(
            Code.INVALID_CHOICE,
            "Formats for screens are always made as pictures; 'screen' is no variant of paper.",
            f"Write some of: {', '.join(PAPER_VARIANTS)}.",
        )
    return variants


Variants = Annotated[tuple[Variant, ...], AfterValidator(_check_variants)]
"""Variants of formats on paper."""


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
    """Formats of a poster that names none."""

    own_formats: OwnFormats = Field(default_factory=dict)
    """Formats that only this company has, by name."""

    variants: Annotated[Variants, Field(min_length=1)] = (Variant.OFFICE,)
    """What a poster on paper is made for when it does not say so."""

    press: Press | None = None
    """What the print shop has told; without it there are no files for the press."""

    timezone: Annotated[Line, AfterValidator(_check_timezone)] = "Europe/Amsterdam"
    """Where dates and times are meant."""

    small_print: Line | None = None
    """The line at the foot of posters: who sends it, where to ask."""

    claims: Claims = Claims()
    """What facts must satisfy."""

    coverage: CoverageDemands = CoverageDemands()
    """How much of everything there must be."""

    owners: dict[Line, Handles] = Field(default_factory=dict)
    """Who reads along in Git for a name that stands behind ``owner``: ``@name`` or ``@group/name``
    on your Git host, or a mail address. ``affiche owners`` makes CODEOWNERS of it."""

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

    @property
    def all_formats(self) -> dict[str, Format]:
        """Every format that a poster may have, by name; its own ones stand or lie as written."""
        return FORMATS | {name: own.named(name) for name, own in self.own_formats.items()}

    def colour(self, role: str) -> Colour:
        """Return the colour that has ``role`` in the palette.

        Raises:
            KeyError: no such role; loading a brand makes sure that its own roles exist.
        """
        return self.colours[role]

    def scheme(self, name: str | None) -> Scheme:
        """Return the scheme called ``name``, or the first one for None."""
        return self.schemes[name] if name else next(iter(self.schemes.values()))
