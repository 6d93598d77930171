"""What there is for whom, and what is not: programmes and campaigns against values and audiences.

What makes an empty place a gap is left to ``gaps``; how a matrix looks to ``cli`` and ``site``.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from affiche.checks.gaps import Gap, find_gaps
from affiche.model import Audience, Campaign, Catalogue, Programme, Prose, State, Value

_PLANNED = (State.EMBARGOED, State.SCHEDULED, State.RUNNING)
"""Approved, and not over. A draft is no promise yet."""


@dataclass(frozen=True)
class Row:
    """What one programme or campaign has for each column of its matrix."""

    entity: Programme | Campaign
    """Whose row it is."""

    cells: tuple[Prose | None, ...]
    """In the order of the columns; None is an empty place."""


@dataclass(frozen=True)
class Matrix:
    """Programmes or campaigns against values or audiences, each in reading order."""

    columns: tuple[Value | Audience, ...]
    """Values, or audiences."""

    rows: tuple[Row, ...]
    """Programmes, or campaigns."""

    @property
    def filled(self) -> tuple[int, ...]:
        """How many rows have something in each column."""
        return tuple(
            sum(row.cells[index] is not None for row in self.rows)
            for index in range(len(self.columns))
        )


@dataclass(frozen=True)
class Coverage:
    """Everything that there is for whom on a day, and the gaps in it."""

    lived: Matrix
    """Programmes against values: how each lives the value."""

    served: Matrix
    """Programmes against audiences: what is in it for them."""

    ahead: Matrix
    """Campaigns that run or begin before ``until`` against audiences: what is in it for them."""

    until: dt.date
    """The last day that was looked at."""

    gaps: tuple[Gap, ...]
    """In the order of the rules, then in reading order."""


def cover(
    catalogue: Catalogue, today: dt.date, planned: Iterable[Campaign] | None = None
) -> Coverage:
    """Return the coverage of ``catalogue`` on ``today``.

    Args:
        catalogue: What may be shown, in the language in which it is to be shown.
        today: The day in the brand's timezone.
        planned: Campaigns that reach an audience, though some may not be shown yet (an embargo);
            those of ``catalogue`` when None.
    """
    until = months_later(today, catalogue.brand.coverage.months_ahead)
    known = catalogue.campaigns if planned is None else tuple(planned)
    reached = frozenset(
        audience
        for campaign in known
        if _is_ahead(campaign, today, until)
        for audience in campaign.audiences
    )
    return Coverage(
        _lived(catalogue),
        _served(catalogue),
        _ahead(catalogue, today, until),
        until,
        find_gaps(catalogue, reached),
    )


def months_later(day: dt.date, months: int) -> dt.date:
    """Return ``day`` so many months later; the last day of the month where it is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _is_ahead(campaign: Campaign, today: dt.date, until: dt.date) -> bool:
    return campaign.state(today) in _PLANNED and campaign.starts <= until and campaign.ends >= today


def _lived(catalogue: Catalogue) -> Matrix:
    rows = []
    for programme in catalogue.programmes:
        how = {link.value: link.how for link in programme.values}
        rows.append(Row(programme, tuple(how.get(value.id) for value in catalogue.values)))
    return Matrix(catalogue.values, tuple(rows))


def _served(catalogue: Catalogue) -> Matrix:
    rows = []
    for programme in catalogue.programmes:
        benefit = {link.audience: link.benefit for link in programme.audiences}
        rows.append(Row(programme, tuple(benefit.get(each.id) for each in catalogue.audiences)))
    return Matrix(catalogue.audiences, tuple(rows))


def _ahead(catalogue: Catalogue, today: dt.date, until: dt.date) -> Matrix:
    rows = (
        Row(
            campaign,
            tuple(
                # Its page says the message to whom it names no benefit.
                (campaign.benefit_for(audience.id) or campaign.message)
                if audience.id in campaign.audiences
                else None
                for audience in catalogue.audiences
            ),
        )
        for campaign in catalogue.campaigns
        if _is_ahead(campaign, today, until)
    )
    return Matrix(catalogue.audiences, tuple(rows))
