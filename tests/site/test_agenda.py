"""The agenda: every date once, on its day, in its month, for those whom it concerns."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from affiche.model import Catalogue, Level, Session
from affiche.site.agenda import Agenda, agenda_of
from affiche.site.rendering import THEME
from tests.site.editions import edition_of, with_only

STARTS, ENDS = dt.date(2026, 12, 3), dt.date(2027, 1, 31)
NL = dt.timezone(dt.timedelta(hours=1))


def _session(start: str, end: str, **fields: Any) -> Session:
    moments = (dt.datetime.fromisoformat(moment).replace(tzinfo=NL) for moment in (start, end))
    begins, is_over = moments
    return Session.model_construct(start=begins, end=is_over, location="Zaal 1, Gent", **fields)


def _agenda(catalogue: Catalogue, today: dt.date, *sessions: Session, **campaign: Any) -> Agenda:
    programme = catalogue.programmes[0].model_copy(update={"sessions": sessions})
    changed = catalogue.campaigns[0].model_copy(update=campaign)
    return agenda_of(edition_of(with_only(catalogue, changed, programmes=(programme,)), today))


def _said(agenda: Agenda) -> list[tuple[str, str]]:
    return [(entry.date.isoformat(), entry.occasion) for entry in agenda.entries]


EARLY = _session("2026-12-03T09:00", "2026-12-03T10:00")
LATE = _session("2026-12-03T13:00", "2026-12-03T14:00")
LAST = _session("2027-01-31T09:00", "2027-01-31T10:00")


def test_a_day_begins_with_what_starts_and_closes_with_what_ends(catalogue: Catalogue) -> None:
    agenda = _agenda(catalogue, STARTS, LAST, LATE, EARLY)
    assert _said(agenda) == [
        ("2026-12-03", "starts"),
        ("2026-12-03", "session"),
        ("2026-12-03", "session"),
        ("2027-01-31", "session"),
        ("2027-01-31", "ends"),
    ]
    sessions = [entry.line.session for entry in agenda.entries if entry.line]
    assert sessions == [EARLY, LATE, LAST]
    assert [month.id for month in agenda.months] == ["2026-12", "2027-01"]


def test_a_campaign_of_one_day_is_said_once(catalogue: Catalogue) -> None:
    agenda = _agenda(catalogue, STARTS, ends=STARTS)
    assert _said(agenda) == [("2026-12-03", "starts")]


@pytest.mark.parametrize(("today", "past"), [(STARTS, []), (STARTS + dt.timedelta(days=1), [3])])
def test_a_day_is_past_from_the_day_after(
    today: dt.date, past: list[int], catalogue: Catalogue
) -> None:
    [december, january] = _agenda(catalogue, today, EARLY).months
    assert [day.date.day for day in december.past] == past
    assert [day.date.day for day in december.coming] == [d for d in [3] if d not in past]
    assert not january.past


def test_a_day_is_not_past_while_something_of_it_goes_on(catalogue: Catalogue) -> None:
    long = _session("2026-12-03T09:00", "2026-12-05T12:00")
    [day, *_] = _agenda(catalogue, dt.date(2026, 12, 5), long).months[0].days
    assert day.until == dt.date(2026, 12, 5)
    assert not day.past


def test_a_calendar_has_whole_weeks_with_their_iso_numbers(catalogue: Catalogue) -> None:
    [_, january] = _agenda(catalogue, STARTS).months
    # 1 January 2027 is a Friday, and in the last week of 2026 (ISO 8601).
    assert [week.number for week in january.weeks] == [53, 1, 2, 3, 4]
    assert [day and day[0] for day in january.weeks[0].days] == [None, None, None, None, 1, 2, 3]
    marked = [cell for week in january.weeks for cell in week.days if cell and cell[1]]
    assert marked == [(31, january.days[0])]


def test_a_calendar_marks_only_what_is_still_to_come(catalogue: Catalogue) -> None:
    [december, _] = _agenda(catalogue, STARTS + dt.timedelta(days=1), EARLY).months
    assert not any(cell[1] for week in december.weeks for cell in week.days if cell)


def test_what_is_for_everyone_is_found_by_each_audience(catalogue: Catalogue) -> None:
    [few] = catalogue.audiences
    everyone = few.model_copy(update={"id": "iedereen", "level": Level.EVERYONE})
    campaign = catalogue.campaigns[0].model_copy(update={"audiences": ("iedereen",)})
    programme = catalogue.programmes[0].model_copy(update={"sessions": (EARLY,)})
    both = replace(
        with_only(catalogue, campaign, programmes=(programme,)), audiences=(few, everyone)
    )
    starts, session, _ = agenda_of(edition_of(both, STARTS)).entries
    assert "audience:leidinggevenden audience:iedereen" in starts.tags
    assert starts.whom == "voor iedereen"
    assert "audience:iedereen" not in session.tags
    assert session.whom == "voor leidinggevenden"


def test_an_agenda_without_dates_asks_nothing(catalogue: Catalogue) -> None:
    agenda = agenda_of(edition_of(with_only(catalogue), STARTS))
    assert (agenda.months, agenda.facets) == ((), ())


@pytest.mark.parametrize("calendar", [None, "calendar/agenda.ics"])
def test_the_link_to_subscribe_is_there_once_there_is_a_feed(
    calendar: str | None, catalogue: Catalogue
) -> None:
    environment = Environment(
        loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["url"] = lambda path: f"../{path}"
    edition = edition_of(catalogue, STARTS, calendar=calendar)
    template = environment.get_template("partials/affiche/subscribe.html")
    html = template.render(edition=edition, words=edition.words)
    assert ("<a " in html) == bool(calendar)
    assert ('href="../calendar/agenda.ics"' in html) == bool(calendar)
    assert (edition.words("agenda.subscribe") in html) == bool(calendar)
