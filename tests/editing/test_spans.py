"""Repairs land where they are meant to; every other byte of the file is as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from affiche.editing.spans import repaired
from affiche.report import Place, Repair
from tests.trying import tried

FILE = "a.md"


def repair(line: int, column: int, old: str, new: str) -> Repair:
    return Repair(Place(FILE, line, column), old, new)


def test_what_stands_elsewhere_by_now_is_left_alone() -> None:
    result = repaired(b"abc\n", [repair(1, 2, "x", "y"), repair(9, 1, "a", "b")])
    assert (result.content, result.done) == (b"abc\n", frozenset())


def test_of_two_that_touch_the_first_is_put_in() -> None:
    first, second = repair(1, 1, "ab", "x"), repair(1, 2, "b", "y")
    result = repaired(b"abc", [second, first])
    assert (result.content, result.done) == (b"xc", {first})


def test_lines_are_taken_out_and_put_in_with_the_line_ends_of_the_file() -> None:
    both = [repair(2, 1, "b\n", ""), repair(3, 2, "", "\n- d")]
    assert repaired(b"a\r\nb\r\nc\r\n", both).content == b"a\r\nc\r\n- d\r\n"


def test_lines_that_stay_keep_their_ends() -> None:
    over_three = repair(1, 1, "# a\nb\n# c", "## a\nb\n## c")
    assert repaired(b"# a\nb\r\n# c\n", [over_three]).content == b"## a\nb\r\n## c\n"


def test_columns_count_letters_behind_a_byte_order_mark() -> None:
    assert (
        repaired("\ufeffé: é".encode(), [repair(1, 4, "é", "e")]).content == "\ufeffé: e".encode()
    )


_PIECES = st.text("ab é☺'\"#\t", max_size=6)


@tried(few=100, many=5000)
@given(
    st.lists(st.tuples(_PIECES, _PIECES, st.none() | _PIECES), min_size=1, max_size=8),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_only_what_is_repaired_changes(
    lines: list[tuple[str, str, str | None]], end: str, marked: bool
) -> None:
    """Each line is a head, a word and, if that is to be repaired, what it should be."""
    mark = "\ufeff" if marked else ""
    before = mark + end.join(head + word for head, word, _ in lines)
    after = mark + end.join(head + (word if new is None else new) for head, word, new in lines)
    repairs = [
        repair(number, len(head) + 1, word, new)
        for number, (head, word, new) in enumerate(lines, start=1)
        if new is not None
    ]
    assert repaired(before.encode(), repairs).content == after.encode()
