"""The product's words for each language of the site: built in, or written by the company.

``overrides/words/<language>.toml`` adds a language, or says single sentences otherwise. It has the
sections and keys of the built-in files beside ``words.py``. What it leaves out is said in English.
"""

from __future__ import annotations

import datetime as dt
import re
import string
import tomllib
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

from affiche.content.brand import BrandReading
from affiche.content.files import read_text
from affiche.content.nearest import did_you_mean, shown, surely
from affiche.content.words import Words, languages, table_of, words_in
from affiche.report import Code, Diagnostic, Place, Repair, has_errors

FALLBACK = "en"
"""The language of a sentence that nobody translated."""

_KEY = re.compile(r"^\s*\"?(?P<key>[A-Za-z0-9_.-]+)\"?\s*=")
_LINE = re.compile(r"at line (\d+), column (\d+)")
_FEW = 5
_TIME = "date.time"
_PATTERNS = frozenset(
    f"date.{name}"
    for name in (
        "full",
        "short",
        "day",
        "day-month",
        "day-month-year",
        "month",
        "weekday",
        "time",
        "weekday-short",
        "month-short",
    )
)
"""Keys that hold no sentence but a pattern for a date or time."""


def load_words(
    root: Path, overrides_dir: str, brand: BrandReading
) -> tuple[dict[str, Words], list[Diagnostic]]:
    """Return the words of each of the brand's languages, and what is wrong with the company's."""
    found: dict[str, Words] = {}
    problems: list[Diagnostic] = []
    for index, language in enumerate(brand.languages):
        named = brand.brand.source.place("languages", index) if brand.brand else Place("")
        file = f"{overrides_dir}/words/{language}.toml"
        reading = _Reading(root, file, language, named)
        found[language] = reading.words()
        problems += reading.problems
    return found, problems


class _Reading:
    def __init__(self, root: Path, file: str, language: str, named: Place) -> None:
        self.problems: list[Diagnostic] = []
        self._named = named
        self._file, self._language = file, language
        self._built_in = language in languages()
        self._standard = words_in(language if self._built_in else FALLBACK)
        self._text = self._read(root)

    def words(self) -> Words:
        """Return the words; what is wrong with them is kept in ``problems``."""
        sections = self._sections()
        locale = self._locale(sections.pop("locale", None))
        table = table_of(self._only_sections(sections))
        self._check(table)
        if missing := [key for key in self._standard.table if key not in table]:
            self._tell_missing(missing)
        good = {key: table[key] for key in table if key not in self._wrong}
        return Words(self._language, locale, {**self._standard.table, **good})

    def _locale(self, written: Any) -> str:
        """Return in which locale dates are written (CLDR)."""
        locale = written or (self._standard.locale if self._built_in else self._language)
        if _is_locale(locale):
            return str(locale)
        if written is not None:
            message = f"'{shown(str(written))}' is not a locale."
            self._problem("locale", message, 'Write one such as "de".')
        else:
            self.problems.append(
                Diagnostic.of(
                    Code.INVALID_CHOICE,
                    self._named,
                    f"'{self._language}' is no language whose dates we can write.",
                    "Look its code up in ISO 639, or name a related one that is known: "
                    f'locale = "en" in {self._file}.',
                )
            )
        return FALLBACK

    def _only_sections(self, sections: dict[str, Any]) -> dict[str, Any]:
        """Return ``sections`` without what stands in none."""
        for key in [key for key, value in sections.items() if not isinstance(value, dict)]:
            del sections[key]
            hint = "Write it under its section, for example [site] and under it home = ..."
            self._problem(key, f"'{shown(key)}' stands in no section.", hint)
        return sections

    def _read(self, root: Path) -> str:
        if not (root / self._file).exists():
            return ""
        text = read_text(root, self._file)
        if isinstance(text, Diagnostic):
            self.problems.append(text)
            return ""
        return text

    def _sections(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            at = _LINE.search(str(error))
            place = Place(self._file, int(at[1]), int(at[2])) if at else Place(self._file)
            self.problems.append(
                Diagnostic.of(
                    Code.INVALID_WORDS,
                    place,
                    "This line cannot be read.",
                    'Write a key, = and the sentence in double quotes: over = "Voorbij".',
                )
            )
            return {}

    def _check(self, table: dict[str, str]) -> None:
        self._wrong: set[str] = set()
        standard = self._standard.table
        for key, sentence in table.items():
            like = standard.get(key) or standard.get(key.removesuffix(".one").removesuffix(".none"))
            if like is None:
                hint = did_you_mean(key, list(standard)) or "The built-in files name all keys."
                message = f"There is no sentence called '{shown(key)}'."
                self._refuse(key, message, hint, surely(key, standard) or "")
            elif not isinstance(sentence, str):
                self._refuse(key, "A sentence is expected here.", "Write it in double quotes.")
            elif key in _PATTERNS and not _can_be_written(key, sentence, FALLBACK):
                self._refuse(
                    key,
                    "This is not a pattern that a date or time can be written with.",
                    f'Write it with the letters of Unicode CLDR, for example "{like}".',
                )
            elif (wrong := _arguments(sentence)) is None or wrong - (_arguments(like) or set()):
                names = (
                    ", ".join(f"{{{name}}}" for name in sorted(_arguments(like) or ())) or "none"
                )
                self._refuse(
                    key,
                    "The braces in this sentence do not stand for anything.",
                    f"Its place-holders are: {names}.",
                )

    def _refuse(self, key: str, message: str, hint: str, meant: str = "") -> None:
        self._wrong.add(key)
        self._problem(key, message, hint, meant)

    def _problem(self, key: str, message: str, hint: str, meant: str = "") -> None:
        place, (section, _, name) = self._place(key), key.partition(".")
        better = meant.removeprefix(f"{section}.")
        repair = Repair(place, name, better) if name and better not in ("", meant) else None
        self.problems.append(Diagnostic.of(Code.INVALID_WORDS, place, message, hint, repair))

    def _place(self, key: str) -> Place:
        section, _, name = key.partition(".")
        inside = "."
        for number, line in enumerate(self._text.split("\n"), start=1):
            if line.strip().startswith("["):
                inside = line.strip().strip("[]").strip()
            elif (
                (match := _KEY.match(line))
                and match["key"] == (name or section)
                and inside == (section if name else ".")
            ):
                return Place(self._file, number, match.start("key") + 1)
        return Place(self._file)

    def _tell_missing(self, missing: list[str]) -> None:
        if self._built_in or has_errors(self.problems):
            return
        few = ", ".join(missing[:_FEW]) + (" and others" if len(missing) > _FEW else "")
        count = f"{len(missing)} of the product's own sentences have"
        if len(missing) == 1:
            count = "One of the product's own sentences has"
        self.problems.append(
            Diagnostic.of(
                Code.MISSING_WORDS,
                Place(self._file),
                f"{count} no words in '{self._language}': {few}.",
                f"Write them in {self._file}; until then they are in English.",
            )
        )


def _is_locale(code: Any) -> bool:
    try:
        Locale.parse(code)
    except (ValueError, TypeError, UnknownLocaleError):
        return False
    return True


def _can_be_written(key: str, pattern: str, locale: str) -> bool:
    """Return whether the days, or the times, that ``key`` is for can be written with ``pattern``.

    Unicode Technical Standard 35, part 4: date format patterns.
    """
    moment = dt.datetime(2026, 12, 3, 13, 30)
    try:
        if key == _TIME:
            format_datetime(moment, pattern, locale=locale)
        else:
            format_date(moment.date(), pattern, locale=locale)
    except (ValueError, KeyError, AttributeError, NotImplementedError):
        return False
    return True


def _arguments(sentence: str) -> set[str] | None:
    """Return the names in braces, or None when they cannot be filled in."""
    try:
        parts = list(string.Formatter().parse(sentence))
    except ValueError:
        return None
    names = {name for _, name, _, _ in parts if name is not None}
    plain = all(name.isidentifier() for name in names)
    unformatted = not any(form or conversion for _, _, form, conversion in parts)
    return names if plain and unformatted else None
