"""Show a line of an editor's file with a caret under the column that a message is about.

Which line, and in which colours, is left to ``printing``.
"""

from __future__ import annotations

from rich.cells import cell_len

TAB = "    "
"""A tab is shown as wide as this, wherever it stands."""

_CUT = "…"
_UNSEEN = "\N{REPLACEMENT CHARACTER}"


def excerpt(line: str, column: int, width: int) -> tuple[str, str]:
    """Return ``line`` in at most ``width`` cells of a terminal, and the caret to print under it.

    A line that is too long is cut on both sides of the column. What a terminal would obey instead
    of showing it (escapes, marks that turn the direction of writing) is shown as a sign.

    Args:
        line: Without its line end.
        column: Counted from 1, in characters; one more than the line has is its end.
        width: At least 10.
    """
    shown = [_visible(character) for character in line]
    at = min(column - 1, len(shown))
    start, end = _window(shown, at, width)
    before = (_CUT if start else "") + "".join(shown[start:at])
    after = "".join(shown[at:end]) + (_CUT if end < len(shown) else "")
    return before + after, " " * cell_len(before) + "^"


def _visible(character: str) -> str:
    if character == "\t":
        return TAB
    if character.isspace():
        return " "
    return character if character.isprintable() else _UNSEEN


def _window(shown: list[str], at: int, width: int) -> tuple[int, int]:
    """Return from which character to which ``shown`` is printed: ``at`` lies among them."""
    widths = [cell_len(each) for each in shown]
    if sum(widths) <= width:
        return 0, len(shown)
    room = width - 2 * cell_len(_CUT)
    start, before = 0, sum(widths[:at])
    while before > room * 2 // 3:
        before -= widths[start]
        start += 1
    end, used = start, 0
    while end < len(shown) and used + widths[end] <= room:
        used += widths[end]
        end += 1
    return start, end
