"""Which sessions are new, gone, moved or cancelled.

A session has no name: the one that it was is the one that it is most like.
"""

from __future__ import annotations

from collections.abc import Iterator

from affiche.model import Catalogue, Programme, Session, SessionStatus
from affiche.review.changes import Occasion, PageReference, SessionChange, SessionState

_PLACE = ("location", "url")
_SAME_PLACE, _SAME_TIME, _SAME_DAY = 4, 3, 6

_BY_STATUS = {
    SessionStatus.CANCELLED: SessionState.CANCELLED,
    SessionStatus.POSTPONED: SessionState.POSTPONED,
    SessionStatus.SCHEDULED: SessionState.RESUMED,
}


def compare_sessions(base: Catalogue | None, head: Catalogue) -> tuple[SessionChange, ...]:
    """Return what happened to the sessions of all programmes, by programme and date."""
    before = base.programme if base else {}
    after = head.programme
    return tuple(
        change
        for name in sorted(before.keys() | after.keys())
        for change in sorted(_of_programme(before.get(name), after.get(name)), key=_order)
    )


def _order(change: SessionChange) -> str:
    occasion = change.now or change.was
    assert occasion  # it has one or the other
    return occasion.start.isoformat()


def _of_programme(old: Programme | None, new: Programme | None) -> Iterator[SessionChange]:
    programme = new or old
    assert programme  # it is in one of the two
    page = PageReference(title=programme.name, file=programme.source.file)
    were = [s for s in (old.sessions if old else ()) if not new or s not in new.sessions]
    are = [s for s in (new.sessions if new else ()) if not old or s not in old.sessions]
    for was, now in _partners(were, are):
        were.remove(was)
        are.remove(now)
        state, moved = _what_happened(was, now)
        yield SessionChange(
            state=state, programme=page, was=_occasion(was), now=_occasion(now), moved=moved
        )
    for was in were:
        yield SessionChange(state=SessionState.REMOVED, programme=page, was=_occasion(was))
    for now in are:
        yield SessionChange(state=SessionState.ADDED, programme=page, now=_occasion(now))


def _partners(were: list[Session], are: list[Session]) -> list[tuple[Session, Session]]:
    """Return who is who, the most alike first."""
    rated = sorted(
        ((_likeness(was, now), -i, -j) for i, was in enumerate(were) for j, now in enumerate(are)),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    found = []
    for likeness, i, j in rated:
        if likeness and not {("was", i), ("is", j)} & taken:
            taken |= {("was", i), ("is", j)}
            found.append((were[-i], are[-j]))
    return found


def _likeness(was: Session, now: Session) -> int:
    """Return how much two have in common; 0 where they are two different sessions."""
    return (
        _SAME_DAY * (was.start.date() == now.start.date())
        + _SAME_TIME * (was.start.time() == now.start.time())
        + _SAME_PLACE * any(getattr(was, k) and getattr(was, k) == getattr(now, k) for k in _PLACE)
    )


def _what_happened(was: Session, now: Session) -> tuple[SessionState, tuple[str, ...]]:
    moved = tuple(
        name
        for name, differs in (
            ("date", was.start.date() != now.start.date()),
            ("time", (was.start.time(), was.end.time()) != (now.start.time(), now.end.time())),
            ("place", any(getattr(was, key) != getattr(now, key) for key in _PLACE)),
        )
        if differs
    )
    if was.status is not now.status:
        return _BY_STATUS[now.status], moved
    if moved:
        return SessionState.MOVED, moved
    fields = type(now).model_fields
    return SessionState.CHANGED, tuple(
        field.alias or name
        for name, field in fields.items()
        if getattr(was, name) != getattr(now, name)
    )


def _occasion(session: Session) -> Occasion:
    return Occasion(
        start=session.start, end=session.end, location=session.location, url=session.url
    )
