"""A claim has an age: sources older than the brand allows are to be renewed or acknowledged.

Whether the claim is true is left to whoever acknowledges it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from affiche.model import Campaign, Catalogue, Programme
from affiche.report import Code, Diagnostic


def check_claims(catalogue: Catalogue, today: dt.date) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each claim that is too old on ``today`` and not acknowledged."""
    most = catalogue.brand.claims.max_age_years
    entities: tuple[Programme | Campaign, ...] = (*catalogue.programmes, *catalogue.campaigns)
    for entity in entities:
        for index, claim in enumerate(entity.evidence):
            age = today.year - claim.source.year
            if age > most and not claim.acknowledged:
                yield Diagnostic.of(
                    Code.CLAIM_TOO_OLD,
                    entity.source.place("evidence", index, "source", "year"),
                    f"The source is from {claim.source.year}, {age} years ago; "
                    f"after {most} years a figure must be looked at again.",
                    f"Name a newer source, or add acknowledged: {today.isoformat()} "
                    "and reason: with a sentence on why it still holds.",
                )
