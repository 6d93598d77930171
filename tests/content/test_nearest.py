"""A word is only taken for another when nothing else could be meant."""

from __future__ import annotations

import pytest

from affiche.content.nearest import surely


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("image_al", "image_alt"),
        ("imgae", "image"),
        ("imagee", "image"),
        ("Image", "image"),
        ("focas", "focus"),
        ("titel", "title"),
        ("imag_alt", "image_alt"),
        ("image_ald", "image_alt"),
        ("image_x", None),
        ("messge_", "message"),
        ("mesh", None),
        ("zzz", None),
        ("", None),
    ],
)
def test_one_slip_or_the_only_word_near(word: str, meant: str | None) -> None:
    assert surely(word, ["image", "image_alt", "title", "focus", "message"]) == meant


def test_two_words_one_slip_away_are_two_answers() -> None:
    assert surely("team-c", ["team-a", "team-b"]) is None
