"""What is in it for whom: benefits by audience, offers to choose from, changes after feedback.

How they are shown is left to the templates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from affiche.model import Audience, Campaign, Catalogue, Level, Programme, Prose


@dataclass(frozen=True)
class Gain:
    """What is in something for one audience."""

    audience: Audience

    text: Prose
    """Said to them."""

    @property
    def for_everyone(self) -> bool:
        """Whether it is for whoever finds nothing of their own."""
        return self.audience.level is Level.EVERYONE


@dataclass(frozen=True)
class Offer:
    """A campaign or programme with all that is in it for people."""

    entity: Campaign | Programme

    gains: tuple[Gain, ...]
    """From the top of the organisation down."""

    @property
    def is_campaign(self) -> bool:
        """Whether it is a campaign, which has a beginning and an end."""
        return isinstance(self.entity, Campaign)


def gains_of(catalogue: Catalogue, entity: Campaign | Programme) -> tuple[Gain, ...]:
    """Return what is in ``entity`` for each of its audiences.

    A campaign without a benefit for an audience says its message instead.
    """
    texts: dict[str, Prose]
    if isinstance(entity, Campaign):
        texts = {each: entity.benefit_for(each) or entity.message for each in entity.audiences}
    else:
        texts = {link.audience: link.benefit for link in entity.audiences}
    return tuple(Gain(a, texts[a.id]) for a in catalogue.audiences if a.id in texts)


def offers(catalogue: Catalogue, current: Iterable[Campaign], most: int = 6) -> tuple[Offer, ...]:
    """Return what people can choose from now: the first ``most`` for each audience.

    Args:
        catalogue: What readers may see.
        current: The campaigns that run or are to come, in the order to show them.
        most: How many each audience needs to see.
    """
    campaigns = tuple(current)
    promoted = {programme for campaign in campaigns for programme in campaign.programmes}
    others = (p for p in catalogue.programmes if p.id not in promoted)
    return tuple(_first_for_each(catalogue, (*campaigns, *others), most))


def _first_for_each(
    catalogue: Catalogue, entities: Iterable[Campaign | Programme], most: int
) -> Iterator[Offer]:
    seen: Counter[str] = Counter()
    for entity in entities:
        gains = gains_of(catalogue, entity)
        if any(seen[gain.audience.id] < most for gain in gains):
            seen.update(gain.audience.id for gain in gains)
            yield Offer(entity, gains)


def changed(
    catalogue: Catalogue, current: Iterable[Campaign], most: int = 3
) -> tuple[Programme, ...]:
    """Return programmes of which people said something that was acted upon, at most ``most``.

    Those of the campaigns in ``current`` come first, in their order.
    """
    promoted = (catalogue.programme[p] for campaign in current for p in campaign.programmes)
    ordered = {p.id: p for p in (*promoted, *catalogue.programmes)}
    heard = (
        p
        for p in ordered.values()
        if p.feedback and p.feedback.actions and (p.feedback.before or p.feedback.after)
    )
    return tuple(heard)[:most]
