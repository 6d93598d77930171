"""The caret stands under the character that a message is about, whatever the line holds."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from affiche.cli.excerpt import excerpt


def pointed_at(line: str, column: int, width: int = 40) -> str:
    """Return what is shown from the caret on."""
    shown, caret = excerpt(line, column, width)
    assert cell_len(shown) <= width
    assert caret.endswith("^")
    before = len(caret) - 1
    for index in range(len(shown), -1, -1):  # a combining mark has no width of its own
        if cell_len(shown[:index]) == before:
            return shown[index:]
    raise AssertionError("the caret stands in the middle of a character")


@pytest.mark.parametrize(
    ("line", "column", "after"),
    [
        ("value: nieuwgierig", 8, "nieuwgierig"),
        ("value: nieuwgierig", 1, "value: nieuwgierig"),
        ("value:", 7, ""),
        ("value:", 99, ""),
        ("\tvalue: x", 2, "value: x"),
        ("a\tb: x", 3, "b: x"),
        ("标题: 学习", 5, "学习"),
        ("title: ｆｕｌｌ x", 13, "x"),
        ("ce\u0301 x", 4, " x"),
    ],
)
def test_the_caret_stands_under_the_column(line: str, column: int, after: str) -> None:
    assert pointed_at(line, column) == after


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("value: x", 8, 20) == ("value: x", "       ^")


def test_a_long_line_is_cut_on_both_sides_of_the_column() -> None:
    line = "".join(f"word{number:03} " for number in range(100))
    shown, _ = excerpt(line, line.index("word050") + 1, 40)
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert pointed_at(line, line.index("word050") + 1).startswith("word050")


@pytest.mark.parametrize("width", [10, 11, 40])
def test_a_long_line_of_wide_characters_fits(width: int) -> None:
    line = "学" * 60 + "x" + "习" * 60
    assert pointed_at(line, 61, width).startswith("x")


def test_the_end_of_a_long_line_can_be_pointed_at() -> None:
    line = "x" * 200
    assert pointed_at(line, 201) == ""
    assert pointed_at(line, 200) == "x"


def test_what_a_terminal_would_obey_is_shown_as_a_sign() -> None:
    shown, _ = excerpt("a\x1b[31mb\u202ec\x07d", 1, 40)
    assert shown == "a�[31mb�c�d"
