"""The facts on a poster that people act on: when, where, who, and what the code opens.

Whether a poster shows a fact is for its template to say: ``with_fact`` makes the poster that would
hang there if only that fact had changed. Drawing both is left to ``rendering``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from affiche.posters.job import PosterJob


class Fact(StrEnum):
    """What may be out of date on a poster that hangs."""

    WHEN = "when"
    """The line with date and place."""

    SESSIONS = "sessions"
    """The timetable: dates, hours, rooms."""

    SPONSOR = "sponsor"
    """Whose name stands under it."""

    CONTACT = "contact"
    """Whom to ask, in the small print."""

    ADDRESS = "address"
    """What the code opens."""


_KEYS: dict[Fact, tuple[str, ...]] = {
    Fact.WHEN: ("when",),
    Fact.SESSIONS: ("sessions",),
    Fact.SPONSOR: ("sponsor",),
    Fact.CONTACT: ("small_print",),
    Fact.ADDRESS: ("address", "qr_alt", "code"),
}
"""Where a template finds each of them; see ``template_data``."""

_NAMED = ("name", "job_title")


@dataclass(frozen=True)
class ChangedFact:
    """A fact that is otherwise now."""

    fact: Fact
    """Which one."""

    was: str
    """As the poster that hangs says it."""

    now: str
    """As it is now."""


def changed_facts(before: PosterJob, after: PosterJob) -> tuple[ChangedFact, ...]:
    """Return the facts that ``after`` knows otherwise than ``before``, shown or not."""
    old, new = json.loads(before.drawing.data), json.loads(after.drawing.data)
    told = ((fact, _said(fact, old), _said(fact, new)) for fact in Fact)
    return tuple(ChangedFact(fact, was, now) for fact, was, now in told if was != now)


def with_fact(before: PosterJob, after: PosterJob, fact: Fact) -> PosterJob:
    """Return ``before`` as it would be if only ``fact`` were as in ``after``."""
    assert before.preview
    assert after.preview
    old, new = json.loads(before.preview.data), json.loads(after.preview.data)
    if fact is Fact.SPONSOR:
        old["sponsor"] |= {key: new["sponsor"][key] for key in _NAMED}
    else:
        old |= {key: new[key] for key in _KEYS[fact]}
    data = json.dumps(old, ensure_ascii=False, sort_keys=True)
    return replace(before, preview=replace(before.preview, data=data))


def _said(fact: Fact, data: Mapping[str, Any]) -> str:
    match fact:
        case Fact.SPONSOR:
            return ", ".join(data["sponsor"][key] for key in _NAMED)
        case Fact.SESSIONS:
            return "\n".join(
                " · ".join(filter(None, (each["date"], each["time"], each["place"])))
                for each in data["sessions"]
            )
        case _:
            return str(data[_KEYS[fact][0]])
