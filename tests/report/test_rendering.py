"""A diagnostic for people and beside a line on GitHub; what all rules have in common."""

from __future__ import annotations

import re

import pytest

from affiche.report import (
    Code,
    Diagnostic,
    Place,
    Severity,
    as_github,
    as_text,
    has_errors,
    in_order,
)

PLACE = Place("campaigns/a/index.md", 7, 5)
ERROR = Diagnostic.of(Code.UNKNOWN_VALUE, PLACE, "'x' is not one of our values.", "Write 'y'.")
GAP = Diagnostic.of(Code.BENEFIT_MISSING, PLACE, "It is missing.")
WARNING = Diagnostic.of(Code.CLAIM_TOO_OLD, PLACE, "It is old.")


def test_text_says_place_severity_code_problem_and_way_out() -> None:
    assert as_text(ERROR) == (
        "campaigns/a/index.md:7:5  error  content.unknown-value\n"
        "  'x' is not one of our values.\n"
        "  Write 'y'."
    )


def test_text_without_a_hint_has_no_empty_line() -> None:
    assert as_text(WARNING) == "campaigns/a/index.md:7:5  warning  claim.too-old\n  It is old."


def test_github_gets_a_workflow_command() -> None:
    assert as_github(ERROR) == (
        "::error file=campaigns/a/index.md,line=7,col=5,title=content.unknown-value::"
        "'x' is not one of our values. Write 'y'."
    )
    assert as_github(WARNING).startswith("::warning file=")
    assert as_github(WARNING).endswith("::It is old.")
    assert as_github(GAP).startswith("::notice file=")


def test_github_gets_data_and_properties_escaped() -> None:
    """actions/toolkit, command.ts: data escapes % CR LF, properties also : and ,."""
    place = Place("a:b,c%d\n.md", 1, 2)
    nasty = Diagnostic.of(Code.UNKNOWN_VALUE, place, "100 %: a, b\r\n::error::no", "%0A")
    assert as_github(nasty) == (
        "::error file=a%3Ab%2Cc%25d%0A.md,line=1,col=2,title=content.unknown-value::"
        "100 %25: a, b\ufffd\ufffd::error::no %250A"
    )
    assert "\n" not in as_github(nasty)


@pytest.mark.parametrize("letter", ["\n", "\x1b", "\x00", "\x85", "\u2028", "\u202e", "\ud800"])
def test_no_finding_moves_a_terminal_or_breaks_a_line(letter: str) -> None:
    told = Diagnostic.of(Code.UNKNOWN_VALUE, Place("a.md"), f"é{letter}’", f"Schrijf {letter}.")
    assert (told.message, told.hint) == ("é\ufffd’", "Schrijf \ufffd.")


def test_diagnostics_are_sorted_by_place_each_once() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 9), Place("a", 2, 1)]
    found = [Diagnostic.of(Code.UNKNOWN_VALUE, place, "x") for place in (*places, places[0])]
    assert [str(d.place) for d in in_order(found)] == ["a:2:1", "a:2:9", "a:10:1", "b:1:1"]


def test_at_one_place_the_order_is_that_of_code_and_message() -> None:
    found = [
        Diagnostic.of(code, PLACE, message)
        for code in (Code.WRONG_TYPE, Code.EMPTY_FIELD)
        for message in ("b", "a")
    ]
    said = [(d.code.value, d.message) for d in in_order(found)]
    assert said == sorted(said)
    assert len(said) == 4


def test_only_errors_stop_a_build() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


def test_a_place_begins_at_the_first_letter() -> None:
    assert str(Place("a.md")) == "a.md:1:1"


@pytest.mark.parametrize("code", Code, ids=str)
def test_every_code_reads_like_a_sentence(code: Code) -> None:
    assert re.fullmatch(
        r"(allowance|body|content|brand|poster|press|file|claim|translation|coverage|page|kit|site)\.[a-z0-9]+(-[a-z0-9]+)*",
        code.value,
    )
    assert code.severity in Severity
    assert Diagnostic.of(code, PLACE, "x").severity is code.severity
    assert str(code) == code.value


def test_codes_are_unique() -> None:
    assert len({code.value for code in Code}) == len(Code.__members__)
