"""The catalogue: everything known, linked both ways, never changed.

Loading it is left to ``content``; rules over it to ``checks``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from affiche.model.audience import Audience, Level
from affiche.model.brand import Brand
from affiche.model.campaign import Campaign, State
from affiche.model.entity import Entity
from affiche.model.palette import Scheme
from affiche.model.person import Person
from affiche.model.programme import Programme
from affiche.model.value import Value

PageEntity = Value | Audience | Person | Programme | Campaign
"""An entity of one of the five kinds that have pages."""

EntityType = TypeVar("EntityType", bound=Entity)

_LEVELS = tuple(Level)


@dataclass(frozen=True)
class Catalogue:
    """All entities of one company, each list in the order in which people see it."""

    brand: Brand

    values: tuple[Value, ...] = ()
    """By name."""

    audiences: tuple[Audience, ...] = ()
    """From the top of the organisation down."""

    people: tuple[Person, ...] = ()
    """By name."""

    programmes: tuple[Programme, ...] = ()
    """By name."""

    campaigns: tuple[Campaign, ...] = ()
    """By their first day."""

    @property
    def entities(self) -> tuple[PageEntity, ...]:
        """Everything with a page, kind by kind."""
        return (
            *self.values,
            *self.audiences,
            *self.people,
            *self.programmes,
            *self.campaigns,
        )

    def of_kind(self, kind: type[Entity]) -> tuple[PageEntity, ...]:
        """Return all entities of ``kind``."""
        return tuple(each for each in self.entities if isinstance(each, kind))

    @cached_property
    def value(self) -> dict[str, Value]:
        """Values by id."""
        return _by_id(self.values)

    @cached_property
    def audience(self) -> dict[str, Audience]:
        """Audiences by id."""
        return _by_id(self.audiences)

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by id."""
        return _by_id(self.people)

    @cached_property
    def programme(self) -> dict[str, Programme]:
        """Programmes by id."""
        return _by_id(self.programmes)

    @cached_property
    def campaign(self) -> dict[str, Campaign]:
        """Campaigns by id."""
        return _by_id(self.campaigns)

    def scheme_of(self, campaign: Campaign) -> Scheme:
        """Return the colours of ``campaign``: those of its first value."""
        return self.brand.scheme(self.value[campaign.values[0]].colour)

    def programmes_with_value(self, value: str) -> tuple[Programme, ...]:
        """Return the programmes that live ``value`` (an id)."""
        return tuple(p for p in self.programmes if any(v.value == value for v in p.values))

    def programmes_for(self, audience: str) -> tuple[Programme, ...]:
        """Return the programmes that have something for ``audience`` (an id)."""
        return tuple(p for p in self.programmes if any(a.audience == audience for a in p.audiences))

    def programmes_of(self, person: str) -> tuple[Programme, ...]:
        """Return the programmes that ``person`` (an id) sponsors."""
        return tuple(p for p in self.programmes if p.sponsor == person)

    def values_of(self, person: str) -> tuple[Value, ...]:
        """Return the values that ``person`` (an id) sponsors."""
        return tuple(v for v in self.values if v.sponsor == person)

    def campaigns_with_value(self, value: str) -> tuple[Campaign, ...]:
        """Return the campaigns that stand for ``value`` (an id)."""
        return tuple(c for c in self.campaigns if value in c.values)

    def campaigns_for(self, audience: str) -> tuple[Campaign, ...]:
        """Return the campaigns that are for ``audience`` (an id)."""
        return tuple(c for c in self.campaigns if audience in c.audiences)

    def campaigns_with_programme(self, programme: str) -> tuple[Campaign, ...]:
        """Return the campaigns that promote ``programme`` (an id)."""
        return tuple(c for c in self.campaigns if programme in c.programmes)

    def campaigns_of(self, person: str) -> tuple[Campaign, ...]:
        """Return the campaigns that ``person`` (an id) sponsors."""
        return tuple(c for c in self.campaigns if c.sponsor == person)

    def visible(self, today: dt.date, *, drafts: bool = False) -> Catalogue:
        """Return the catalogue as readers may see it on ``today``.

        Args:
            today: The day in the brand's timezone.
            drafts: Whether drafts, embargoed campaigns included, are shown too (a preview).
        """
        hidden = {State.EXPIRED} if drafts else {State.DRAFT, State.EMBARGOED, State.EXPIRED}
        return Catalogue(
            self.brand,
            self.values,
            self.audiences,
            self.people,
            self.programmes,
            tuple(c for c in self.campaigns if c.state(today) not in hidden),
        )


def in_reading_order(entities: Iterable[EntityType]) -> tuple[EntityType, ...]:
    """Return ``entities`` of one kind in the order in which people see them.

    Audiences go from the top of the organisation down, campaigns by their first day, all else by
    name.
    """
    return tuple(sorted(entities, key=_order))


def _order(entity: Entity) -> tuple[int, str, str]:
    match entity:
        case Audience():
            return _LEVELS.index(entity.level), entity.name.casefold(), entity.id
        case Campaign():
            return 0, entity.starts.isoformat(), entity.id
        case Value() | Person() | Programme():
            return 0, entity.name.casefold(), entity.id
        case _:
            return 0, "", entity.id


def _by_id(entities: tuple[EntityType, ...]) -> dict[str, EntityType]:
    return {entity.id: entity for entity in entities}
