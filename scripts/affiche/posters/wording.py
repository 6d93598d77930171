"""What a poster says where its campaign leaves it out: headline, message, kicker, date and place.

How it is set is left to the templates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from fontTools.unicodedata import script

from affiche.content.words import Words
from affiche.model import (
    Campaign,
    Catalogue,
    Format,
    Level,
    Location,
    Poster,
    Prose,
    Session,
    SessionStatus,
)
from affiche.model.format import FORMATS, LANDSCAPE

_ISO = re.compile(r"[abc]\d+")
"""Sizes that everybody calls by letter and number (ISO 216)."""

_ENDS_A_SENTENCE = ".?!…:。？！：؟۔।;"

_FULL_STOPS = {"Hani": "。", "Hira": "。", "Kana": "。", "Deva": "।", "Beng": "।", "Thai": ""}
"""What ends a sentence, where it is not a dot, by script (ISO 15924)."""


def headline_of(poster: Poster, campaign: Campaign) -> str:
    """Return the poster's headline with the full stop of its script behind it."""
    return ended(poster.headline or campaign.title)


def ended(words: str) -> str:
    """Return ``words`` with the full stop of their script, unless something ends them already."""
    if words[-1] in _ENDS_A_SENTENCE:
        return words
    return words + _FULL_STOPS.get(script(words[-1]), ".")


def message_of(poster: Poster, campaign: Campaign) -> Prose:
    """Return what the poster says to its audience, or the campaign's message."""
    if poster.message:
        return poster.message
    benefit = campaign.benefit_for(poster.audience) if poster.audience else None
    # A benefit that nobody translated does not stand on a poster in another language.
    return benefit if benefit and not benefit.language else campaign.message


def kicker_of(poster: Poster | None, campaign: Campaign, catalogue: Catalogue, words: Words) -> str:
    """Return the line over the headline: ``Eerlijk · voor senior management``.

    Without a poster it names all audiences of the campaign.
    """
    value = catalogue.value[campaign.values[0]].name
    ids = (poster.audience,) if poster and poster.audience else campaign.audiences
    return f"{value} · {for_whom(ids, catalogue, words)}"


def for_whom(audiences: Iterable[str], catalogue: Catalogue, words: Words) -> str:
    """Return ``audiences`` (ids) inside a sentence: ``voor directie en teamleiders``."""
    named = [catalogue.audience[audience] for audience in audiences]
    if any(audience.level is Level.EVERYONE for audience in named):
        whom = words("poster.everyone")
    else:
        whom = words.listing(audience.name_inside for audience in named)
    return words("poster.for", audience=whom)


def when_of(
    poster: Poster, campaign: Campaign, catalogue: Catalogue, words: Words, place: Location | None
) -> str:
    """Return date and place in one line: ``Vanaf do 3 december 2026 · Utrecht en online``."""
    if place:
        return _capital(_when_at(place, campaign, words))
    if written := poster.when or campaign.when:
        return written
    return _capital(_when_in_sessions(campaign, catalogue, words))


def _when_in_sessions(campaign: Campaign, catalogue: Catalogue, words: Words) -> str:
    sessions = sessions_of(campaign, catalogue)
    if not sessions:
        return words.date_range(campaign.starts, campaign.ends)
    first = words.date(sessions[0].start.date())
    if len(sessions) == 1:
        date = f"{first}, {words.time_range(sessions[0].start, sessions[0].end)}"
    else:
        date = words("poster.from", date=first)
    return f"{date} · {words.listing(_towns(sessions, words))}"


def sessions_of(campaign: Campaign, catalogue: Catalogue) -> tuple[Session, ...]:
    """Return the sessions that the campaign invites to: those of its programmes from its start."""
    sessions = (s for p in campaign.programmes for s in catalogue.programme[p].sessions)
    coming = (
        s
        for s in sessions
        if s.status is SessionStatus.SCHEDULED and s.start.date() >= campaign.starts
    )
    return tuple(sorted(coming, key=lambda s: s.start))


def _when_at(place: Location, campaign: Campaign, words: Words) -> str:
    date = (
        words.date(place.date) if place.date else words.date_range(campaign.starts, campaign.ends)
    )
    when = f"{date}, {hours_at(place.time, words)}" if place.time else date
    where = ", ".join(part for part in (place.name, place.room) if part)
    return f"{when} · {where}"


def hours_at(time: str, words: Words) -> str:
    """Return ``10:00-12:00`` as the language writes it; anything else as it stands."""
    try:
        start, end = (
            dt.datetime.combine(dt.date.min, dt.time.fromisoformat(part.strip().zfill(5)))
            for part in time.replace("–", "-").split("-")
        )
    except ValueError:
        return time
    return words.time_range(start, end)


def size_label(size: Format, words: Words) -> str:
    """Return what ``size`` is called whichever side is up: ``A3``, ``Scherm``."""
    name = size.name.removesuffix(LANDSCAPE)
    if _ISO.fullmatch(name):
        return name.upper()
    return words.table.get(f"format.{name}") or _capital(name.replace("-", " "))


def format_label(size: Format, words: Words) -> str:
    """Return what ``size`` is called: ``A3 liggend``; the way up only where there are two."""
    label = size_label(size, words)
    upright = size.name.removesuffix(LANDSCAPE)
    if upright + LANDSCAPE not in FORMATS:
        return label
    orientation = words("download.landscape" if size.is_landscape else "download.portrait")
    return words("download.label", format=label, orientation=orientation)


def _towns(sessions: tuple[Session, ...], words: Words) -> list[str]:
    """Return where sessions are, each place once: the town is what stands behind the last comma."""
    towns = [s.location.rsplit(",", 1)[-1].strip() for s in sessions if s.location]
    online = [words("poster.online")] if any(not s.location for s in sessions) else []
    return [*dict.fromkeys(towns), *online]


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
