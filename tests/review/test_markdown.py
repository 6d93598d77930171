"""The comment under a pull request: short, and safe against what editors write."""

from __future__ import annotations

import datetime as dt

import pytest

from affiche.content.words import words_in
from affiche.review import Diff, as_markdown
from affiche.review.changes import Change, LineChange, PageChange
from affiche.review.markdown import MOST_CHARACTERS, escaped
from affiche.review.texts import compare_words

HOSTILE = [
    "@noor kijk",
    "zie #12 en !7",
    "a | b",
    "<img src=x onerror=alert(1)>",
    "`code` **vet** ~~weg~~ [link](https://kwaad.example)",
    "$(rm) %3 ~bug &4",
    "regel\n/close",
]


def diff(*lines: LineChange, pages: int = 1) -> Diff:
    page = PageChange(
        change=Change.CHANGED,
        kind="campaign",
        title="Leren @allen | <b>",
        file="campaigns/x/index.md",
        language="nl",
        lines=lines,
    )
    return Diff(
        base="main",
        base_commit="0123456789abcdef",
        head="",
        language="nl",
        brand="Meridiaan",
        today=dt.date(2026, 12, 10),
        pages=(page,) * pages,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_an_editor_writes_means_anything(text: str) -> None:
    safe = escaped(text)
    assert "<img" not in safe
    for sigil in "@#!%$":
        for letter in "nklr1237(":
            assert f"{sigil}{letter}" not in safe
    assert "| b" not in safe.replace("\\|", "")
    assert "\n" not in safe
    assert "[link]" not in safe
    assert "`code`" not in safe.replace("\\`", "")


def test_a_mail_address_can_still_be_copied() -> None:
    assert escaped("sanne.bakker@leren.example") == "sanne.bakker@leren.example"


def test_a_changed_line_shows_both_and_little_around_it() -> None:
    old = "woord " * 50 + "oud" + " woord" * 50
    new = old.replace("oud", "nieuw")
    line = LineChange(field="message", was=old, now=new, runs=compare_words(old, new))
    text = as_markdown(diff(line), words_in("nl"))
    assert "<del>oud</del><ins>nieuw</ins>" in text
    assert len(max(text.splitlines(), key=len)) < 300


def test_a_long_comment_is_cut_where_hosts_would_refuse_it() -> None:
    line = LineChange(field="message", now="woord " * 400)
    text = as_markdown(diff(*[line] * 20, pages=400), words_in("en"))
    assert len(text) <= MOST_CHARACTERS
    assert "more" in text.splitlines()[-1]
