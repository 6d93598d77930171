"""Pages whose day of review has passed, told at the field that says so.

Listing them for readers and owners is left to ``site``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from affiche.model import Catalogue
from affiche.report import Code, Diagnostic


def check_reviews(catalogue: Catalogue, today: dt.date) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page whose review is overdue, or said to be in the future."""
    for entity in catalogue.entities:
        if entity.reviewed and entity.reviewed > today:
            yield Diagnostic.of(
                Code.REVIEWED_IN_FUTURE,
                entity.source.place("reviewed"),
                f"The page says that it was reviewed on {entity.reviewed}; "
                f"today is {today.isoformat()}.",
                "Write the day of the last review; the next one goes behind review_by:.",
            )
        if not (entity.review_by and entity.review_overdue(today)):
            continue
        days = (today - entity.review_by).days
        late = "yesterday" if days == 1 else f"{days} days ago"
        whose = f" Its owner is {entity.owner}." if entity.owner else " It has no owner."
        yield Diagnostic.of(
            Code.REVIEW_OVERDUE,
            entity.source.place("review_by"),
            f"This page was to be reviewed by {entity.review_by}, {late}.{whose}",
            f"Read it, mend what is no longer true, then write reviewed: {today.isoformat()} "
            "and a later review_by:.",
        )
