"""The agenda: every session, and every first and last day of a campaign, by month and by day.

What is past moves into its fold again in the browser (``agenda.js``): the site may be weeks old.
"""

from __future__ import annotations

import datetime as dt
from calendar import MONDAY, Calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from affiche.model import Campaign, Catalogue, Level, Programme
from affiche.posters import for_whom
from affiche.site.edition import Edition
from affiche.site.filtering import Facet, facets_over, tags
from affiche.site.session_lines import SessionLine

# ISO 8601: a week begins on Monday.
_CALENDAR = Calendar(MONDAY)


class Occasion(StrEnum):
    """What happens."""

    STARTS = "starts"
    SESSION = "session"
    ENDS = "ends"


@dataclass(frozen=True)
class AgendaEntry:
    """One thing on one day."""

    occasion: Occasion

    date: dt.date
    """The day on which it begins."""

    until: dt.date
    """The day on which it is over."""

    line: SessionLine | None
    """The session; None when it is about a campaign."""

    campaign: Campaign | None
    """The campaign that begins or ends; None when it is a session."""

    whom: str
    """Whom it is for, in words: ``voor directie en teamleiders``."""

    scheme: str
    """Its colours, for a CSS class."""

    tags: str
    """What it answers to the filters."""


@dataclass(frozen=True)
class AgendaDay:
    """A day on which something happens."""

    date: dt.date

    entries: tuple[AgendaEntry, ...]
    """What begins, then sessions by time, then what ends."""

    past: bool
    """Whether all of it is over."""

    @property
    def until(self) -> dt.date:
        """The day on which all of it is over."""
        return max(entry.until for entry in self.entries)


@dataclass(frozen=True)
class AgendaWeek:
    """A row of a month's calendar."""

    number: int
    """Of the week (ISO 8601)."""

    days: tuple[tuple[int, AgendaDay | None] | None, ...]
    """Monday to Sunday: number of the day with what happens; None outside the month."""


@dataclass(frozen=True)
class AgendaMonth:
    """A month in which something happens."""

    first: dt.date
    """Its first day."""

    days: tuple[AgendaDay, ...]

    @property
    def id(self) -> str:
        """Year and month (ISO 8601), for example ``2026-12``."""
        return f"{self.first:%Y-%m}"

    @property
    def past(self) -> tuple[AgendaDay, ...]:
        """The days that are over."""
        return tuple(day for day in self.days if day.past)

    @property
    def coming(self) -> tuple[AgendaDay, ...]:
        """The days that are not over yet."""
        return tuple(day for day in self.days if not day.past)

    @property
    def weeks(self) -> tuple[AgendaWeek, ...]:
        """The calendar of the month, with the days that are not over yet."""
        days = {day.date.day: day for day in self.coming}
        rows = _CALENDAR.monthdatescalendar(self.first.year, self.first.month)
        return tuple(
            AgendaWeek(
                row[0].isocalendar().week,
                tuple(
                    (d.day, days.get(d.day)) if d.month == self.first.month else None for d in row
                ),
            )
            for row in rows
        )


@dataclass(frozen=True)
class Agenda:
    """All months in which something happens."""

    months: tuple[AgendaMonth, ...]

    facets: tuple[Facet, ...]

    @property
    def entries(self) -> tuple[AgendaEntry, ...]:
        """Everything, by day."""
        return tuple(e for month in self.months for day in month.days for e in day.entries)

    @property
    def coming(self) -> tuple[AgendaEntry, ...]:
        """Everything on days that are not over yet."""
        return tuple(e for m in self.months for day in m.coming for e in day.entries)


def agenda_of(edition: Edition) -> Agenda:
    """Return the agenda of ``edition``."""
    catalogue = edition.catalogue
    entries = tuple(sorted((*_sessions(edition), *_campaign_days(edition)), key=_order))
    return Agenda(
        tuple(_months(entries, edition.today)),
        facets_over(
            (entry.tags for entry in entries),
            audience=((a.id, a.name) for a in catalogue.audiences),
            programme=((p.id, p.name) for p in catalogue.programmes),
        ),
    )


def _sessions(edition: Edition) -> Iterator[AgendaEntry]:
    for line in edition.session_lines(edition.catalogue.programmes):
        programme, session = line.programme, line.session
        audiences = tuple(link.audience for link in programme.audiences)
        yield AgendaEntry(
            Occasion.SESSION,
            session.start.date(),
            session.end.date(),
            line,
            None,
            for_whom(audiences, edition.catalogue, edition.words),
            edition.scheme_name(programme),
            _tags(edition.catalogue, audiences, (programme.id,)),
        )


def _campaign_days(edition: Edition) -> Iterator[AgendaEntry]:
    for campaign in edition.catalogue.campaigns:
        days = [(Occasion.STARTS, campaign.starts)]
        if campaign.ends != campaign.starts:
            days.append((Occasion.ENDS, campaign.ends))
        for occasion, day in days:
            yield AgendaEntry(
                occasion,
                day,
                day,
                None,
                campaign,
                for_whom(campaign.audiences, edition.catalogue, edition.words),
                edition.scheme_name(campaign),
                _tags(edition.catalogue, campaign.audiences, campaign.programmes),
            )


def _tags(catalogue: Catalogue, audiences: tuple[str, ...], programmes: Iterable[str]) -> str:
    """Return what an entry answers; what is for everyone is for each audience."""
    levels = (catalogue.audience[audience].level for audience in audiences)
    open_to_all = Level.EVERYONE in levels
    return tags(audience=catalogue.audience if open_to_all else audiences, programme=programmes)


def _order(entry: AgendaEntry) -> tuple[dt.date, int, str, str]:
    time = entry.line.session.start.isoformat() if entry.line else ""
    subject: Programme | Campaign | None = entry.line.programme if entry.line else entry.campaign
    assert subject  # an entry is about one of the two
    return entry.date, list(Occasion).index(entry.occasion), time, subject.id


def _months(entries: tuple[AgendaEntry, ...], today: dt.date) -> Iterator[AgendaMonth]:
    days = (
        AgendaDay(date, found, all(entry.until < today for entry in found))
        for date, group in groupby(entries, lambda entry: entry.date)
        if (found := tuple(group))
    )
    for first, group in groupby(days, lambda day: day.date.replace(day=1)):
        yield AgendaMonth(first, tuple(group))
