"""Who keeps which page, and by when they look at it again.

The notice on a page itself is left to the templates, the warning to ``checks.review``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from affiche.content.naming import id_from
from affiche.model import Catalogue, PageEntity


@dataclass(frozen=True)
class Keeper:
    """An owner with the pages that are theirs."""

    owner: str | None
    """As the pages write it; None for the pages that name nobody."""

    pages: tuple[PageEntity, ...]
    """The one that is due first comes first; those without a date come last."""

    @property
    def anchor(self) -> str:
        """Where the owner's list begins on the page: ``part-meridiaan-academie``."""
        return owner_anchor(self.owner)

    def overdue(self, today: dt.date) -> int:
        """Return how many of the pages are overdue on ``today``."""
        return sum(page.review_overdue(today) for page in self.pages)


def keepers(catalogue: Catalogue) -> tuple[Keeper, ...]:
    """Return every owner: the one with the page that is due first comes first, nobody last."""
    pages: dict[str | None, list[PageEntity]] = {}
    for entity in catalogue.entities:
        pages.setdefault(entity.owner, []).append(entity)
    found = [Keeper(owner, tuple(sorted(theirs, key=_due))) for owner, theirs in pages.items()]
    return tuple(sorted(found, key=lambda k: (k.owner is None, _due(k.pages[0]), k.owner or "")))


def owner_anchor(owner: str | None) -> str:
    """Return the id of the list of ``owner`` on the page of reviews."""
    return f"part-{id_from(owner or '') or 'nobody'}"


def _due(entity: PageEntity) -> dt.date:
    return entity.review_by or dt.date.max
