"""The handbook's entry of a rule, in the terminal."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from affiche.cli import main
from affiche.content.rule_words import rule_chapters
from affiche.report import Code


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], env={"COLUMNS": "200"})


def test_a_rule_is_explained_with_its_weight_and_an_example() -> None:
    told = explain("content.unquoted-colon").output
    assert told.startswith("A colon asks for quotation marks\ncontent.unquoted-colon · error\n")
    assert "begins a new field" in told
    assert "What to do." in told
    assert '    title: "Learning: it starts at the top"' in told
    assert "cannot switch it off" in told
    assert max(map(len, told.splitlines())) <= 88


def test_what_may_be_allowed_is_not_said_to_hold_always() -> None:
    assert "always" not in explain("poster.picture-soft").output


def test_a_rule_is_explained_in_dutch() -> None:
    told = explain("poster.picture-soft", "--language", "nl").output
    assert "poster.picture-soft · waarschuwing" in told
    assert "Wat te doen." in told


def test_an_unknown_rule_is_answered_with_the_nearest() -> None:
    result = explain("content.unknown-valeu")
    assert result.exit_code == 2
    assert "Did you mean 'content.unknown-value'?" in " ".join(result.output.split())
    assert "lists them all" in explain("xyz").output


def test_capitals_and_spaces_do_not_matter() -> None:
    assert explain(" Content.Unknown-Value").exit_code == 0


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_a_code_every_rule_is_listed_under_its_subject(language: str) -> None:
    told = explain("--language", language).output
    for chapter in rule_chapters(language):
        assert f"\n{chapter.title}\n" in f"\n{told}"
    listed = [line.split()[0] for line in told.splitlines() if line.startswith("  ")]
    assert sorted(listed) == sorted(Code)


@pytest.mark.parametrize("code", Code, ids=str)
def test_every_rule_can_be_explained(code: Code) -> None:
    assert explain(code.value).exit_code == 0
