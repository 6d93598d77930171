"""Tell browsers that something is new, and wait for it.

What is new is left to ``newsroom``.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Issue:
    """How far the preview is."""

    run: str
    """Another one for each start of the program."""

    pages: int
    """Goes up when pages may look otherwise."""

    notes: int
    """Goes up when more was found out about pages that look the same."""

    def __str__(self) -> str:
        return f"{self.run}.{self.pages}.{self.notes}"


class Bulletin:
    """How far the preview is, for browsers that wait for more."""

    def __init__(self) -> None:
        """Begin a run."""
        self._now = Issue(secrets.token_hex(4), 1, 0)
        self._changed = threading.Condition()

    @property
    def now(self) -> Issue:
        """How far it is."""
        return self._now

    def pages_changed(self) -> None:
        """Tell that pages may look otherwise."""
        self._go(Issue(self._now.run, self._now.pages + 1, 0))

    def notes_changed(self) -> None:
        """Tell that more was found out about pages that look the same."""
        self._go(Issue(self._now.run, self._now.pages, self._now.notes + 1))

    def _go(self, issue: Issue) -> None:
        with self._changed:
            self._now = issue
            self._changed.notify_all()

    def wait(self, seen: str, timeout_s: float) -> str | None:
        """Return what is new to a browser that has ``seen`` so much: ``pages`` or ``notes``.

        None when nothing is, after ``timeout_s`` seconds.
        """
        with self._changed:
            self._changed.wait_for(lambda: str(self._now) != seen, timeout_s)
            now = self._now
        if str(now) == seen:
            return None
        same_pages = seen.rpartition(".")[0] == f"{now.run}.{now.pages}"
        return "notes" if same_pages else "pages"
