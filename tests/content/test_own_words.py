"""The company's own words: another language, or a sentence said otherwise."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from affiche.content import load
from affiche.content.words import words_in
from affiche.report import Code
from tests.project import BRAND, write_project

POLISH = BRAND.replace("languages: [nl]", "languages: [nl, pl]")


def test_a_sentence_is_said_in_the_companys_way(tmp_path: Path) -> None:
    files = {"overrides/words/nl.toml": '[site]\nhome = "Thuis"\n'}
    project = load(write_project(tmp_path, **files))
    assert project.diagnostics == ()
    assert project.words["nl"]("site.home") == "Thuis"
    assert project.words["nl"]("site.main-menu") == words_in("nl")("site.main-menu")


def test_a_language_that_the_product_does_not_speak_takes_a_file(tmp_path: Path) -> None:
    files = {
        "overrides/brand.yml": POLISH,
        "overrides/words/pl.toml": '[date]\nfull = "EEE, d MMMM y"\n[site]\nhome = "Start"\n',
    }
    project = load(write_project(tmp_path, **files))
    (missing,) = project.diagnostics
    assert missing.code is Code.MISSING_WORDS
    assert missing.place.file == "overrides/words/pl.toml"
    words = project.words["pl"]
    assert words("site.home") == "Start"
    assert words.date(dt.date(2026, 12, 3)) == "czw., 3 grudnia 2026"
    assert words("site.main-menu") == "Main menu"


def test_a_language_without_words_is_in_english(tmp_path: Path) -> None:
    project = load(write_project(tmp_path, **{"overrides/brand.yml": POLISH}))
    assert [each.code for each in project.diagnostics] == [Code.MISSING_WORDS]
    assert project.words["pl"]("site.home") == "Home"


def test_a_locale_that_there_is_not_is_refused(tmp_path: Path) -> None:
    files = {"overrides/words/nl.toml": 'locale = "xx_YY"\n'}
    (problem,) = load(write_project(tmp_path, **files)).diagnostics
    assert problem.code is Code.INVALID_WORDS
    assert str(problem.place) == "overrides/words/nl.toml:1:1"


def test_a_sentence_that_is_no_text_is_refused(tmp_path: Path) -> None:
    files = {"overrides/words/nl.toml": "[site]\nhome = 3\n"}
    (problem,) = load(write_project(tmp_path, **files)).diagnostics
    assert problem.message == "A sentence is expected here."
