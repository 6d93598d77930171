"""Sessions as readers see them on a day: of which programme, and whether one can still go.

Which of them stand on a page is left to ``edition`` and ``agenda``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from affiche.model import Programme, Session, SessionStatus


@dataclass(frozen=True)
class SessionLine:
    """A session with the programme that it belongs to."""

    programme: Programme
    session: Session
    past: bool

    @property
    def cancelled(self) -> bool:
        """Whether it does not go on."""
        return self.session.status is SessionStatus.CANCELLED

    @property
    def postponed(self) -> bool:
        """Whether it goes on later."""
        return self.session.status is SessionStatus.POSTPONED

    @property
    def full(self) -> bool:
        """Whether no place is left."""
        return self.session.full

    @property
    def open(self) -> bool:
        """Whether one can still sign up."""
        return not (self.past or self.cancelled or self.postponed or self.full)


def session_lines(programmes: Iterable[Programme], today: dt.date) -> tuple[SessionLine, ...]:
    """Return the sessions of ``programmes`` by date, as they are on ``today``."""
    lines = (
        SessionLine(programme, session, session.end.date() < today)
        for programme in programmes
        for session in programme.sessions
    )
    return tuple(sorted(lines, key=lambda line: (line.session.start, line.programme.id)))
