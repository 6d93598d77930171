"""Fields that cannot be read are told all at once, but for no longer than anybody waits."""

from __future__ import annotations

from itertools import product

import pytest

from affiche.content.yaml_attempts import NOWHERE, Attempts
from affiche.content.yaml_nodes import read_fields

_LINES = (
    *("{}: Leren: nu", "{}:Kies", '{}: "Leren', '{}: "Leren" nu', "{}: %50", "{}: @x", "{}: `x`"),
    *("{}: | Leren", "{}: [Nieuw] leren", "{}: [luisteren", '{}: "C:\\school"', "{} Kies je"),
    "{}:\n  - Leren: luisteren: x",
)


@pytest.mark.parametrize(("upper", "lower"), [*product(_LINES, repeat=2)])
@pytest.mark.parametrize("above", ["", "zo: x\nnu: 'y'\n"])
def test_two_mistakes_under_each_other_are_both_told(upper: str, lower: str, above: str) -> None:
    text = f"{above}{upper.format('een')}\n{lower.format('twee')}\nna: x\nerna: 'y'\n"
    _, problems = read_fields(text, "x.md")
    numbers = [number for number, line in enumerate(text.split("\n"), 1) if _is_odd(line)]
    assert [problem.place.line for problem in problems] == numbers


def _is_odd(line: str) -> bool:
    return line not in ("zo: x", "nu: 'y'", "een:", "twee:", "na: x", "erna: 'y'", "")


def test_of_very_many_mistakes_only_the_first_are_told() -> None:
    _, problems = read_fields("".join(f"{n}: x: y\n" for n in range(500)), "x.md")
    assert [problem.place.line for problem in problems] == list(range(1, 21))


def test_long_lines_are_not_read_over_and_over() -> None:
    attempts, lines = Attempts(), ["a: " + "b" * 80_000]
    assert attempts.reach(lines) > NOWHERE
    assert attempts.reach(lines) > NOWHERE
    assert attempts.reach(lines) == NOWHERE
