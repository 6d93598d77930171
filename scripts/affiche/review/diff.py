"""All that a comparison found, as one plain value: what ``diff.json`` holds, with its schema.

Finding it is left to ``comparison``, showing it to ``markdown``, ``report_page`` and ``cli``.
"""

from __future__ import annotations

import datetime as dt

from affiche.model import Part
from affiche.review.changes import PageChange, PosterChange, SessionChange
from affiche.review.hanging import DeadCode, Recall


class Note(Part):
    """Something that whoever reads the comparison must know of it."""

    key: str
    """Its name among the words of ``diff.note-…``."""

    detail: str = ""
    """What it is about."""


class Diff(Part):
    """Two states of a project compared."""

    base: str
    """What was named to compare with."""

    base_commit: str
    """The commit that it was compared with."""

    head: str
    """What was compared with it; empty for the files as they are."""

    language: str
    """Code of the language of sentences."""

    brand: str
    """Name of the brand."""

    today: dt.date
    """The day that it was looked at."""

    notes: tuple[Note, ...] = ()
    """What limits the comparison."""

    dead_codes: tuple[DeadCode, ...] = ()
    """Printed codes that lead nowhere: an error."""

    recalls: tuple[Recall, ...] = ()
    """Printed posters that are no longer true."""

    sessions: tuple[SessionChange, ...] = ()
    """By programme and date."""

    posters: tuple[PosterChange, ...] = ()
    """By campaign."""

    pages: tuple[PageChange, ...] = ()
    """The brand first, then by kind and file."""

    @property
    def needs_recall(self) -> bool:
        """Whether something that hangs is wrong."""
        return bool(self.recalls or self.dead_codes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that anybody sees."""
        return not (self.needs_recall or self.sessions or self.posters or self.pages)
