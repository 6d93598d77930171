"""Guess which known word somebody meant.

What is known, and where it lives, is left to the caller.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like ``word``, if any looks like it at all."""
    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold()[:80], by_folded, n=1)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known word, or nothing."""
    meant = nearest(word, known)
    return f"Did you mean '{meant}'?" if meant else ""


def either(words: Iterable[str]) -> str:
    """Return ``words`` as people list a choice: ``draft or approved``."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def shown(text: str, most: int = 60) -> str:
    """Return ``text`` on one line, cut off where a message would grow too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
