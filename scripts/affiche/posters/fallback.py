"""Choose the typefaces that a text is set in: the brand's own, then those that have what it lacks.

What to say of a character that none of them has is left to ``characters``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fontTools.unicodedata import script, script_extension

from affiche.posters.families import FALLBACKS, Family, folder_of
from affiche.posters.fonts import Typeface, find_typeface

_HAN = {"ja": "JP", "ko": "KR", "zh": "SC", "yue": "TC"}
"""How a language writes the characters that Chinese, Japanese and Korean share in Unicode."""

_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""Subtags (RFC 5646) that make Chinese traditional."""

_OF_ALL = frozenset({"Zyyy", "Zinh", "Zzzz"})
"""What belongs to no script of its own (Unicode Standard Annex 24): digits, punctuation, marks."""

_FEW = 0.01
"""So large a part of a script's letters may come from another typeface: one name in a text."""

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Categories of characters without a shape: controls, joiners, marks of direction, spaces."""

_LATIN_IN_CJK = "latin-in-cjk"
"""Typst's name for all but the punctuation that Latin shares with Chinese and Japanese: there,
dashes and quotation marks are as wide as a character."""

_ONE = "一"
"""The character that every typeface for Chinese and Japanese has."""


@dataclass(frozen=True)
class Cascade:
    """The typefaces of one text, in the order in which a character is looked up."""

    typefaces: tuple[Typeface, ...]
    """The brand's, and those others that the text needs."""

    missing: str
    """The characters that no installed typeface has, each once."""

    language: str
    """Of the text."""

    def as_data(self) -> list[str | dict[str, str]]:
        """Return the families as ``font:`` takes them in a template."""
        names = [face.name for face in self.typefaces]
        han = (index for index, face in enumerate(self.typefaces) if face.draws(_ONE))
        before = next(han, 0) if primary_of(self.language) in {"ja", "yue", "zh"} else 0
        narrow: list[Any] = [{"name": name, "covers": _LATIN_IN_CJK} for name in names[:before]]
        return narrow + names[before:]


def choose_typefaces(own: Iterable[Typeface], text: str, language: str, lead: str) -> Cascade:
    """Return what ``text`` is set in.

    A typeface that has only some letters of a script would mix with another inside a word, so it
    steps back for one that has them all.

    Args:
        own: The brand's; the first one first.
        text: All that may stand there.
        language: Its tag (RFC 5646), for characters that languages share but draw differently.
        lead: The part of ``text`` that chooses the first typeface.
    """
    chosen = list(own)
    lacking = _lacking(unicodedata.normalize("NFC", text), chosen)
    missing = [c for c in lacking if not is_emoji(c)]
    for face in _fallbacks(language, text, missing):
        found = {c for c in missing if face.draws(c)}
        if found:
            chosen.append(face)
            missing = [c for c in missing if c not in found]
        if not missing:
            break
    first = _first(chosen, lead)
    ordered = [first, *(face for face in chosen if face is not first)] if first else chosen
    nowhere = "".join(c for c in lacking if c in missing or is_emoji(c))
    return Cascade(tuple(ordered), nowhere, language)


def is_emoji(character: str) -> bool:
    """Return whether ``character`` is a picture in colour, which no typeface prints as it looks."""
    return 0x1F000 <= ord(character) <= 0x1FAFF


def han_region(language: str, text: str) -> str:
    """Return whose design shared characters get: ``JP``, ``KR``, ``SC`` or ``TC``.

    In a text of another language its neighbours tell: kana are Japanese, hangul are Korean.
    """
    _, *subtags = language.replace("_", "-").lower().split("-")
    if primary_of(language) == "zh" and _TRADITIONAL.intersection(subtags):
        return "TC"
    if region := _HAN.get(primary_of(language)):
        return region
    scripts = {script(c) for c in text}
    if scripts & {"Hira", "Kana"}:
        return "JP"
    return "KR" if "Hang" in scripts else "SC"


def primary_of(language: str) -> str:
    """Return the language of a tag: ``zh`` of ``zh-Hant`` and of ``zh_TW``."""
    return language.replace("_", "-").lower().partition("-")[0]


def _lacking(text: str, faces: Iterable[Typeface]) -> list[str]:
    """Return the characters of ``text``, each once, that none of ``faces`` draws, though it must.

    ``text`` is composed, as typesetting does it (Unicode Standard Annex 15): a font may have ``é``
    and no accent to put onto an ``e``.
    """
    codes = set(map(ord, text)).difference(*(face.characters for face in faces))
    if not codes:
        return []
    return [c for c in dict.fromkeys(text) if ord(c) in codes and not _is_unseen(c)]


def _fallbacks(language: str, text: str, missing: list[str]) -> Iterator[Typeface]:
    """Yield installed typefaces, those first that are there for the scripts of ``missing``.

    They are read one by one, since the large ones take a tenth of a second. Where the design of
    the language's own region is not installed, none of another region stands in for it.
    """
    if not missing:
        return
    region = han_region(language, text)
    # Some punctuation is shared, but not by all (Unicode Standard Annex 24, 2.5).
    scripts = {name for c in missing for name in script_extension(c)}
    regions = {f.region for f in FALLBACKS if f.region == region and folder_of(f.name)}

    def how_far(family: Family) -> tuple[bool, bool]:
        return not family.scripts & scripts, bool(family.region) and family.region != region

    for family in sorted(FALLBACKS, key=how_far):
        if family.region and not regions:
            continue
        if face := find_typeface(family.name):
            yield face


def _first(faces: list[Typeface], text: str) -> Typeface | None:
    """Return the first of ``faces`` that breaks no word of ``text``, where another would."""
    composed = unicodedata.normalize("NFC", text)
    if not faces or not any(c.isalpha() for c in _lacking(composed, faces[:1])):
        return None
    letters = Counter(c for c in composed if c.isalpha() and script(c) not in _OF_ALL)
    broken = _half_drawn(faces[0], letters)
    wanted = [letter for letter in letters if script(letter) in broken]
    return next((face for face in faces if wanted and not _lacking("".join(wanted), [face])), None)


def _half_drawn(face: Typeface, letters: Counter[str]) -> set[str]:
    """Return the scripts of which ``face`` has some letters, and lacks more than a few."""
    whole: Counter[str] = Counter()
    drawn: Counter[str] = Counter()
    for letter, count in letters.items():
        whole[script(letter)] += count
        drawn[script(letter)] += count if face.draws(letter) else 0
    return {name for name, count in whole.items() if 0 < drawn[name] < count * (1 - _FEW)}


def _is_unseen(character: str) -> bool:
    """Return whether ``character`` has no shape, or only chooses one (Unicode 16.0, 23.4)."""
    code = ord(character)
    chooses = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return chooses or unicodedata.category(character) in _UNSEEN
