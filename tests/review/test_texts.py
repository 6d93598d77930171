"""Texts compared as readers do: line by line, and word by word inside a line."""

from __future__ import annotations

import pytest

from affiche.review.changes import RunKind
from affiche.review.texts import Line, compare_lines, compare_words


def shown(old: str, new: str) -> str:
    marks = {RunKind.GONE: "[{}]", RunKind.NEW: "<{}>", RunKind.SAME: "{}"}
    return "".join(marks[run.kind].format(run.text) for run in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("Jij gaat eerst.", "Jij begint.", "Jij [gaat eerst]<begint>."),
        ("Zaal Maas, Utrecht", "Zaal Lek, Utrecht", "Zaal [Maas]<Lek>, Utrecht"),
        ("een twee", "een twee drie", "een twee< drie>"),
        ("een twee drie", "een drie", "een [twee ]drie"),
        ("a", "b", "[a]<b>"),
    ],
)
def test_words_that_changed_stand_together(old: str, new: str, both: str) -> None:
    assert shown(old, new) == both


@pytest.mark.parametrize(
    ("old", "new"), [("a b c d", "a x c y"), ("één  twee", "twee één"), ("", "a")]
)
def test_both_texts_can_be_read_from_the_runs(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(run.text for run in runs if run.kind is not RunKind.NEW) == old
    assert "".join(run.text for run in runs if run.kind is not RunKind.GONE) == new


def test_a_field_is_compared_with_itself_and_a_story_with_the_line_most_like_it() -> None:
    old = [Line("title", "Leren"), Line("", "Wie vraagt, leert."), Line("", "Kom ook.")]
    new = [Line("title", "Vragen"), Line("", "Nieuw."), Line("", "Wie veel vraagt, leert.")]
    changes = [(c.field, c.was, c.now) for c in compare_lines(old, new)]
    assert changes == [
        ("title", "Leren", "Vragen"),
        ("", None, "Nieuw."),
        ("", "Wie vraagt, leert.", "Wie veel vraagt, leert."),
        ("", "Kom ook.", None),
    ]


def test_a_line_between_others_is_new_and_nothing_else() -> None:
    old = [Line("points", text) for text in ("een", "twee")]
    new = [Line("points", text) for text in ("een", "anderhalf", "twee")]
    [change] = compare_lines(old, new)
    assert (change.was, change.now) == (None, "anderhalf")
