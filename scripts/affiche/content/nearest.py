"""Guess which known word somebody meant.

What is known, and where it lives, is left to the caller.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_SURELY = 0.75


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like ``word``, if any looks like it at all."""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold()[:80], by_folded, n=1)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known word, or nothing."""
    meant = nearest(word, known)
    return f"Did you mean '{meant}'?" if meant else ""


def surely(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` must be: the only one that is a slip away, or near it.

    A slip is a letter too many, too few or wrong, or two that changed places. Without a slip, at
    least three letters in four are the same, and no other word is near enough to be proposed.
    """
    by_folded = {name.casefold(): name for name in known}
    folded = word.casefold()[:80]
    if folded in by_folded:
        return by_folded[folded]
    near = [each for each in by_folded if _is_a_slip(folded, each)]
    if not near and len(get_close_matches(folded, by_folded, n=2)) == 1:
        near = get_close_matches(folded, by_folded, cutoff=_SURELY)
    return by_folded[near[0]] if len(near) == 1 else None


def _is_a_slip(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 1:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    one, two = word[same:], other[same:]
    swapped = one[:2] == two[:2][::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]


def either(words: Iterable[str]) -> str:
    """Return ``words`` as people list a choice: ``draft or approved``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def shown(text: str, most: int = 60) -> str:
    """Return ``text`` on one line, cut off where a message would grow too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
