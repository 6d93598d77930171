"""The product's own words: complete in every language, dates as its readers write them."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from affiche.content.words import Words, direction_of, languages, words_in

NL, EN = words_in("nl"), words_in("en")


def arguments(words: Words) -> dict[str, set[str]]:
    """Return what each sentence wants filled in; of counts, those of the plain sentence."""
    found = {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in words.table.items()}
    return {key: names for key, names in found.items() if not key.endswith((".one", ".none"))}


def test_dutch_and_english_are_spoken() -> None:
    assert {"nl", "en"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_words(language: str) -> None:
    assert set(arguments(words_in(language))) == set(arguments(NL))


@pytest.mark.parametrize("language", languages())
def test_every_language_wants_the_same_filled_in(language: str) -> None:
    theirs = arguments(words_in(language))
    ours = arguments(NL)
    assert {k: v for k, v in theirs.items() if k in ours} == {
        k: v for k, v in ours.items() if k in theirs
    }


@pytest.mark.parametrize("language", languages())
def test_a_sentence_for_a_count_wants_nothing_that_the_plain_one_lacks(language: str) -> None:
    words = words_in(language)
    for key, text in words.table.items():
        plain = re.sub(r"\.(one|none)$", "", key)
        if plain not in words.table:
            continue  # a sentence for nothing that is not counted
        wanted = set(re.findall(r"\{(\w+)\}", text))
        assert wanted <= set(re.findall(r"\{(\w+)\}", words.table[plain])), key


def test_a_count_of_one_or_none_has_a_sentence_of_its_own() -> None:
    words = Words("nl", "nl", {"a.b": "{count} dagen", "a.b.one": "morgen", "a.b.none": "vandaag"})
    assert [words("a.b", count=n) for n in (0, 1, 2)] == ["vandaag", "morgen", "2 dagen"]


def test_a_count_without_one_gets_the_plain_sentence() -> None:
    words = Words("nl", "nl", {"a.b": "{count} keer"})
    assert [words("a.b", count=n) for n in (0, 1)] == ["0 keer", "1 keer"]


def test_a_word_that_is_not_there_is_heard() -> None:
    with pytest.raises(KeyError):
        NL("poster.bestaat-niet")
    with pytest.raises(FileNotFoundError):
        words_in("xx")


def test_dates_are_written_in_the_readers_language() -> None:
    day = dt.date(2026, 12, 3)
    assert NL.date(day) == "do 3 december 2026"
    assert EN.date(day) == "Thu 3 December 2026"
    assert NL.date_short(day) == "do 3 dec"
    assert EN.date_short(day) == "Thu 3 Dec"


@pytest.mark.parametrize(
    ("first", "last", "dutch", "english"),
    [
        ("2026-12-03", "2026-12-03", "do 3 december 2026", "Thu 3 December 2026"),
        ("2026-12-03", "2026-12-05", "3–5 december 2026", "3–5 December 2026"),
        (
            "2026-11-30",
            "2026-12-05",
            "30 november – 5 december 2026",
            "30 November – 5 December 2026",
        ),
        (
            "2026-12-31",
            "2027-01-01",
            "31 december 2026 – 1 januari 2027",
            "31 December 2026 – 1 January 2027",
        ),
        (
            "2026-12-03",
            "2027-12-03",
            "3 december 2026 – 3 december 2027",
            "3 December 2026 – 3 December 2027",
        ),
    ],
)
def test_a_range_names_no_month_or_year_twice(
    first: str, last: str, dutch: str, english: str
) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert NL.date_range(*days) == dutch
    assert EN.date_range(*days) == english


def test_hours_have_the_dot_or_the_colon_of_their_language() -> None:
    start, end = dt.datetime(2026, 12, 3, 9, 5), dt.datetime(2026, 12, 3, 17, 0)
    assert NL.time_range(start, end) == "09.05–17.00 uur"
    assert EN.time_range(start, end) == "09:05–17:00"


def test_a_list_ends_in_and() -> None:
    assert NL.listing(["Utrecht", "Gent", "online"]) == "Utrecht, Gent en online"
    assert NL.listing(["Utrecht"]) == "Utrecht"
    assert EN.listing(["Utrecht", "online"]) == "Utrecht and online"


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("yi", "rtl"),
        ("nl", "ltr"),
        ("zh", "ltr"),
        ("zh-Hant", "ltr"),
        ("pa_Arab", "rtl"),
        ("qqq", "ltr"),
    ],
)
def test_a_language_is_written_one_way(language: str, direction: str) -> None:
    assert direction_of(language) == direction
