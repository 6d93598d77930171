"""Every rule is explained, in every language, in the same order."""

from __future__ import annotations

import pytest

from affiche.content.rule_words import Chapter, RuleWords, rule_chapters
from affiche.content.words import languages
from affiche.report import Code

DUTCH = rule_chapters("nl")


def rules_of(chapters: tuple[Chapter, ...]) -> list[RuleWords]:
    return [rule for chapter in chapters for rule in chapter.rules]


@pytest.mark.parametrize("language", languages())
def test_every_rule_is_explained_once(language: str) -> None:
    codes = [rule.code for rule in rules_of(rule_chapters(language))]
    assert sorted(codes) == sorted(Code)


@pytest.mark.parametrize("language", languages())
def test_chapters_and_examples_are_the_same_in_every_language(language: str) -> None:
    def shape(chapters: tuple[Chapter, ...]) -> list[object]:
        return [
            (chapter.name, [(r.code, bool(r.wrong), bool(r.right)) for r in chapter.rules])
            for chapter in chapters
        ]

    assert shape(rule_chapters(language)) == shape(DUTCH)


@pytest.mark.parametrize("language", languages())
def test_every_rule_says_why_and_what_to_do_in_whole_sentences(language: str) -> None:
    for rule in rules_of(rule_chapters(language)):
        assert not rule.title.endswith("."), rule.code
        assert rule.why.endswith((".", ").")), rule.code
        assert rule.do.endswith("."), rule.code


def test_no_language_repeats_another() -> None:
    english = {rule.code: rule for rule in rules_of(rule_chapters("en"))}
    assert not [r.code for r in rules_of(DUTCH) if r.why == english[r.code].why]


def test_a_language_that_nobody_wrote_rules_in_has_the_english_ones() -> None:
    assert rule_chapters("fr") == rule_chapters("en")
