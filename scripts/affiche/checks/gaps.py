"""Find what the content still owes: values without programmes, audiences without campaigns, ...

How a gap is said is left to ``gap_words``; the thresholds are the brand's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TypeVar

from affiche.model import (
    Audience,
    Campaign,
    Catalogue,
    Person,
    Programme,
    Prose,
    Value,
    plain_text,
)
from affiche.report import Code, Place

Kind = TypeVar("Kind", Audience, Campaign)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Gap:
    """One thing that is not there, with all that a sentence about it needs."""

    code: Code
    """The rule; its ``is_gap`` is true."""

    place: Place
    """Where an editor can begin to fill it."""

    values: tuple[Value, ...] = ()
    """Values that it is about."""

    audiences: tuple[Audience, ...] = ()
    """Audiences that it is about, or that are told the same."""

    programmes: tuple[Programme, ...] = ()
    """Programmes that there are, or that it is about."""

    campaigns: tuple[Campaign, ...] = ()
    """Campaigns that it is about."""

    people: tuple[Person, ...] = ()
    """Sponsors whose words it is about."""

    count: int = 0
    """How many programmes there are, or how many months were looked ahead."""

    wanted: int = 0
    """How many programmes there must be."""


def find_gaps(catalogue: Catalogue, reached: Set[str]) -> tuple[Gap, ...]:
    """Return every gap in ``catalogue``, rule by rule.

    Args:
        catalogue: What there is.
        reached: Ids of the audiences that a campaign reaches in time.
    """
    return (
        *_values_lived_too_little(catalogue),
        *_values_without_sponsor(catalogue),
        *_audiences_served_too_little(catalogue),
        *_audiences_without_value(catalogue),
        *_audiences_without_campaign(catalogue, reached),
        *_programmes_with_copied_benefits(catalogue),
        *_campaigns_without_benefits(catalogue),
        *_campaigns_with_copied_benefits(catalogue),
        *_campaigns_without_own_words(catalogue),
        *_campaigns_with_each_others_words(catalogue),
    )


def _values_lived_too_little(catalogue: Catalogue) -> Iterator[Gap]:
    wanted = catalogue.brand.coverage.programmes_per_value
    for value in catalogue.values:
        programmes = catalogue.programmes_with_value(value.id)
        if len(programmes) < wanted:
            yield Gap(
                Code.VALUE_LIVED_TOO_LITTLE,
                value.source.place("name"),
                values=(value,),
                programmes=programmes,
                count=len(programmes),
                wanted=wanted,
            )


def _values_without_sponsor(catalogue: Catalogue) -> Iterator[Gap]:
    for value in catalogue.values:
        if value.sponsor is None:
            yield Gap(Code.VALUE_WITHOUT_SPONSOR, value.source.place("name"), values=(value,))


def _audiences_served_too_little(catalogue: Catalogue) -> Iterator[Gap]:
    wanted = catalogue.brand.coverage.programmes_per_audience
    for audience in catalogue.audiences:
        programmes = catalogue.programmes_for(audience.id)
        if len(programmes) < wanted:
            yield Gap(
                Code.AUDIENCE_SERVED_TOO_LITTLE,
                audience.source.place("name"),
                audiences=(audience,),
                programmes=programmes,
                count=len(programmes),
                wanted=wanted,
            )


def _audiences_without_value(catalogue: Catalogue) -> Iterator[Gap]:
    """Yield one gap for each value, however many audiences miss it: one programme may fill it.

    A programme for everyone does not count: it was not made for those who lead.
    """
    levels = catalogue.brand.coverage.levels_that_need_every_value
    audiences = tuple(a for a in catalogue.audiences if a.level in levels)
    for value in catalogue.values:
        having = {
            link.audience
            for programme in catalogue.programmes_with_value(value.id)
            for link in programme.audiences
        }
        missing = tuple(a for a in audiences if a.id not in having)
        if missing:
            yield Gap(
                Code.AUDIENCE_WITHOUT_VALUE,
                value.source.place("name"),
                values=(value,),
                audiences=missing,
            )


def _audiences_without_campaign(catalogue: Catalogue, reached: Set[str]) -> Iterator[Gap]:
    for audience in catalogue.audiences:
        if audience.id not in reached:
            yield Gap(
                Code.AUDIENCE_WITHOUT_CAMPAIGN,
                audience.source.place("name"),
                audiences=(audience,),
                count=catalogue.brand.coverage.months_ahead,
            )


def _programmes_with_copied_benefits(catalogue: Catalogue) -> Iterator[Gap]:
    for programme in catalogue.programmes:
        links = programme.audiences
        positions = {link.audience: index for index, link in enumerate(links)}
        for ids in _saying_the_same((link.audience, link.benefit) for link in links):
            yield Gap(
                Code.BENEFIT_COPIED,
                programme.source.place("audiences", positions[ids[1]], "benefit"),
                audiences=_chosen(catalogue.audiences, ids),
                programmes=(programme,),
            )


def _campaigns_without_benefits(catalogue: Catalogue) -> Iterator[Gap]:
    for campaign in catalogue.campaigns:
        missing = [each for each in campaign.audiences if campaign.benefit_for(each) is None]
        if missing:
            yield Gap(
                Code.BENEFIT_MISSING,
                campaign.source.place("benefits" if campaign.benefits else "audiences"),
                audiences=_chosen(catalogue.audiences, missing),
                campaigns=(campaign,),
            )


def _campaigns_with_copied_benefits(catalogue: Catalogue) -> Iterator[Gap]:
    for campaign in catalogue.campaigns:
        positions = {benefit.audience: index for index, benefit in enumerate(campaign.benefits)}
        for ids in _saying_the_same((each.audience, each.text) for each in campaign.benefits):
            yield Gap(
                Code.BENEFIT_COPIED,
                campaign.source.place("benefits", positions[ids[1]], "text"),
                audiences=_chosen(catalogue.audiences, ids),
                campaigns=(campaign,),
            )


def _campaigns_without_own_words(catalogue: Catalogue) -> Iterator[Gap]:
    for campaign in catalogue.campaigns:
        person = catalogue.person[campaign.sponsor]
        if campaign.endorsement is None:
            code, field = Code.ENDORSEMENT_MISSING, "sponsor"
        elif person.endorsement and _bare(campaign.endorsement) == _bare(person.endorsement):
            code, field = Code.ENDORSEMENT_GENERAL, "endorsement"
        else:
            continue
        yield Gap(code, campaign.source.place(field), campaigns=(campaign,), people=(person,))


def _campaigns_with_each_others_words(catalogue: Catalogue) -> Iterator[Gap]:
    said = ((c.id, c.endorsement) for c in catalogue.campaigns if c.endorsement)
    for ids in _saying_the_same(said):
        campaigns = _chosen(catalogue.campaigns, ids)
        yield Gap(
            Code.ENDORSEMENT_COPIED,
            campaigns[1].source.place("endorsement"),
            campaigns=campaigns,
        )


def _saying_the_same(said: Iterable[tuple[str, Prose]]) -> Iterator[list[str]]:
    """Yield the ids of each group of two or more whose text is the same."""
    groups: dict[str, list[str]] = {}
    for name, text in said:
        groups.setdefault(_bare(text), []).append(name)
    return (ids for ids in groups.values() if len(ids) > 1)


def _bare(text: Prose) -> str:
    """Return the words of ``text``: marks, capitals, spaces and full stops make no other text."""
    return " ".join(_WORD.findall(plain_text(text).casefold()))


def _chosen(entities: tuple[Kind, ...], ids: Iterable[str]) -> tuple[Kind, ...]:
    wanted = frozenset(ids)
    return tuple(entity for entity in entities if entity.id in wanted)
