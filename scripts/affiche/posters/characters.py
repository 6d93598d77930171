"""Find the characters of posters that no typeface has, and say what to do about them.

Choosing the typefaces is left to ``fallback``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache

from fontTools.unicodedata import script_extension

from affiche.posters.fallback import is_emoji
from affiche.posters.families import EXTRA, FALLBACKS, folder_of
from affiche.posters.planning import PlannedPoster
from affiche.posters.studio import Studio
from affiche.posters.template_data import HEADLINE_FIELDS, lead_texts_of
from affiche.report import Code, Diagnostic, Place

_LED_BY = {
    "schedule": ("sessions",),
    "quote": ("quote", "sponsor"),
    "value": ("value", "statement", "behaviours"),
    "number": ("figure", "fact"),
    "compare": ("do", "avoid"),
}
"""What built-in templates show besides the words that all of them do."""


def check_characters(posters: Iterable[PlannedPoster], studio: Studio) -> Iterator[Diagnostic]:
    """Yield what there is to say of the characters of ``posters`` that would come out as boxes.

    A whole script that is not installed is told once for each text, other characters one by one.
    """

    @cache
    def missing_in(text: str, language: str) -> str:
        return studio.missing_characters(text, language)

    for planned in posters:
        for field, text in (planned.texts | _leads(planned)).items():
            missing = missing_in(text, planned.language)
            if not missing:
                continue
            fonts = studio.brand.fonts
            family = fonts.headline if field in HEADLINE_FIELDS else fonts.text
            place = _written(planned, field, text, studio)
            installable = [c for c in missing if not is_emoji(c) and _is_in_the_extra(c)]
            if installable:
                yield _not_installed(place, family, installable)
            for character in missing:
                if character not in installable:
                    yield _nowhere(place, family, character)


def _leads(planned: PlannedPoster) -> dict[str, str]:
    """Return the words that the template of ``planned`` leads with, by field."""
    fields = _LED_BY.get(planned.poster.template, ())
    texts = lead_texts_of(json.loads(planned.job.drawing.data)) if fields else {}
    return {field: text for field, text in texts.items() if field in fields}


def _written(planned: PlannedPoster, field: str, text: str, studio: Studio) -> Place:
    """Return where ``text`` was written; the brand's small print is the brand's."""
    if field == "small_print" and text == studio.brand.small_print:
        return studio.brand.source.place("small_print")
    return planned.blame(field)


def _not_installed(place: Place, family: str, characters: list[str]) -> Diagnostic:
    others = len(characters) - 1
    more, pronoun = (f" and {others} more such characters", "them") if others else ("", "it")
    return Diagnostic.of(
        Code.MISSING_GLYPH,
        place,
        f"{_lack(family, characters[0])}{more}, and no other font that is installed has {pronoun}.",
        f"Install the fonts of more scripts: pip install '{EXTRA}'.",
    )


def _nowhere(place: Place, family: str, character: str) -> Diagnostic:
    if is_emoji(character):
        why = "it is an emoji, a picture in colour, and no font prints that."
        message = f"{_lack(family, character)}: {why}"
        return Diagnostic.of(
            Code.MISSING_GLYPH, place, message, "Leave it out, or say it in words."
        )
    return Diagnostic.of(
        Code.MISSING_GLYPH,
        place,
        f"{_lack(family, character)}, and no other font that is installed has it.",
        "Write it in other words, or put a font that has it into overrides/fonts/.",
    )


def _lack(family: str, character: str) -> str:
    return f"The font {family} has no '{character}' (U+{ord(character):04X})"


def _is_in_the_extra(character: str) -> bool:
    """Return whether fonts that are not installed would have ``character``."""
    return any(
        script_extension(character) & family.scripts and folder_of(family.name) is None
        for family in FALLBACKS
        if family.is_extra
    )
