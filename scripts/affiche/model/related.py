"""What else is worth a reader's time: what a programme or campaign shares with the others.

How that is shown, and which of it is over, is left to ``site``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from affiche.model.campaign import Campaign
from affiche.model.catalogue import Catalogue
from affiche.model.programme import Programme

RelatedType = TypeVar("RelatedType", Programme, Campaign)


@dataclass(frozen=True)
class Related(Generic[RelatedType]):
    """A programme or campaign, with all that it shares with the one that is looked at."""

    entity: RelatedType
    """The other programme or campaign."""

    skills: tuple[str, ...] = ()
    """What both teach."""

    programmes: tuple[str, ...] = ()
    """Ids of the programmes that both promote."""

    values: tuple[str, ...] = ()
    """Ids of the values that both live."""

    audiences: tuple[str, ...] = ()
    """Ids of the audiences that both are for."""

    @property
    def kinship(self) -> tuple[int, int, int]:
        """How near it is: what one learns counts most, then whom it is for, then the values."""
        return len(self.skills) + len(self.programmes), len(self.audiences), len(self.values)


def related_programmes(
    catalogue: Catalogue, programme: Programme, most: int = 3
) -> tuple[Related[Programme], ...]:
    """Return the programmes nearest to ``programme``, at most ``most``, the nearest first."""
    values, audiences = _links(programme)
    found = []
    for other in catalogue.programmes:
        if other.id != programme.id:
            their_values, their_audiences = _links(other)
            shared = Related(
                other,
                skills=_shared(programme.teaches, other.teaches),
                values=_shared(values, their_values),
                audiences=_shared(audiences, their_audiences),
            )
            found.append(shared)
    return _nearest(found, most)


def related_campaigns(
    campaigns: Iterable[Campaign], campaign: Campaign, most: int = 3
) -> tuple[Related[Campaign], ...]:
    """Return those of ``campaigns`` nearest to ``campaign``, at most ``most``, nearest first."""
    found = [
        Related(
            other,
            programmes=_shared(campaign.programmes, other.programmes),
            values=_shared(campaign.values, other.values),
            audiences=_shared(campaign.audiences, other.audiences),
        )
        for other in campaigns
        if other.id != campaign.id
    ]
    return _nearest(found, most)


def _links(programme: Programme) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        tuple(link.value for link in programme.values),
        tuple(link.audience for link in programme.audiences),
    )


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Return what is in both, in our order."""
    known = set(theirs)
    return tuple(each for each in ours if each in known)


def _nearest(found: list[Related[RelatedType]], most: int) -> tuple[Related[RelatedType], ...]:
    near = [each for each in found if any(each.kinship)]
    # Sorting is stable: of two that are equally near, the one that people see first comes first.
    return tuple(sorted(near, key=lambda each: each.kinship, reverse=True)[:most])
