"""One session as schema.org's CourseInstance: when, where, how long, and whether it goes on.

Which programme it belongs to and where that has its page is left to ``linked_data``.
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from affiche.model import Mode, Session, SessionStatus

SCHEMA = "https://schema.org/"

Node = dict[str, Any]
"""One thing of schema.org: a JSON object with its ``@type``."""

_STATUS = {
    SessionStatus.SCHEDULED: "EventScheduled",
    SessionStatus.POSTPONED: "EventPostponed",
    SessionStatus.CANCELLED: "EventCancelled",
}

_ATTENDANCE = {
    Mode.ONSITE: "OfflineEventAttendanceMode",
    Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.BLENDED: "MixedEventAttendanceMode",
}


def course_instance(name: str, session: Session, zone: ZoneInfo) -> Node:
    """Return ``session``.

    Args:
        name: What its programme is called.
        session: Its moments are local times.
        zone: Where they are meant.
    """
    places: list[Node] = []
    if session.location:
        place = {"@type": "Place", "name": session.location, "address": session.location}
        places.append(place)
    if session.url:
        places.append({"@type": "VirtualLocation", "url": session.url})
    mode = _mode_of(session)
    return without_gaps(
        {
            "@type": "CourseInstance",
            "name": name,
            # ISO 8601, with the offset from UTC.
            "startDate": session.start.replace(tzinfo=zone).isoformat(),
            "endDate": session.end.replace(tzinfo=zone).isoformat(),
            "eventStatus": f"{SCHEMA}{_STATUS[session.status]}",
            "eventAttendanceMode": f"{SCHEMA}{_ATTENDANCE[mode]}",
            "courseMode": mode.value,
            "courseWorkload": _duration(session.end - session.start),
            "location": places[0] if len(places) == 1 else places,
            "inLanguage": session.language,
            "maximumAttendeeCapacity": session.capacity,
        }
    )


def without_gaps(node: Node) -> Node:
    """Return ``node`` without properties that have no value."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _mode_of(session: Session) -> Mode:
    if session.location and session.url:
        return Mode.BLENDED
    return Mode.ONSITE if session.location else Mode.ONLINE


def _duration(time: dt.timedelta) -> str:
    """Return ``time`` as ISO 8601 writes it, in hours and minutes: ``PT3H30M``."""
    hours, minutes = divmod(round(time.total_seconds() / 60), 60)
    return f"PT{f'{hours}H' if hours else ''}{f'{minutes}M' if minutes or not hours else ''}"
