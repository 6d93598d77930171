"""Find the characters of posters that no typeface has, and say what to do about them.

Choosing the typefaces is left to ``fallback``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fontTools.unicodedata import script

from affiche.posters.fallback import is_emoji
from affiche.posters.families import EXTRA, FALLBACKS, folder_of
from affiche.posters.planning import PlannedPoster
from affiche.posters.studio import Studio
from affiche.report import Code, Diagnostic, Place


def check_characters(posters: Iterable[PlannedPoster], studio: Studio) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every character of ``posters`` that would come out as a box."""
    for planned in posters:
        for field, text in planned.texts.items():
            for character in studio.missing_characters(text, planned.language):
                fonts = studio.brand.fonts
                family = fonts.headline if field == "headline" else fonts.text
                yield _missing(_written(planned, field, text, studio), family, character)


def _written(planned: PlannedPoster, field: str, text: str, studio: Studio) -> Place:
    """Return where ``text`` was written; the brand's small print is the brand's."""
    if field == "small_print" and text == studio.brand.small_print:
        return studio.brand.source.place("small_print")
    return planned.blame(field)


def _missing(place: Place, family: str, character: str) -> Diagnostic:
    named = f"The font {family} has no '{character}' (U+{ord(character):04X})"
    if is_emoji(character):
        why = "it is an emoji, a picture in colour, and no font prints that."
        return Diagnostic.of(
            Code.MISSING_GLYPH, place, f"{named}: {why}", "Leave it out, or say it in words."
        )
    if _is_in_the_extra(character):
        hint = f"Install the fonts for more scripts: pip install '{EXTRA}'."
    else:
        hint = "Write it in other words, or put a font that has it into overrides/fonts/."
    message = f"{named}, and no other font that is installed has it."
    return Diagnostic.of(Code.MISSING_GLYPH, place, message, hint)


def _is_in_the_extra(character: str) -> bool:
    """Return whether fonts that are not installed would have ``character``."""
    return any(
        script(character) in family.scripts and folder_of(family.name) is None
        for family in FALLBACKS
        if family.is_extra
    )
