"""Which printed posters are no longer true, and which printed codes lead nowhere.

A campaign that was approved counts as printed until it is over: nobody writes down that a poster
was hung up. Whether a poster shows a fact is not guessed from its template: it is drawn with that
fact alone changed, and looked at.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from affiche.model import Campaign, Catalogue, Location, State, Status, plain_text
from affiche.posters import (
    ChangedFact,
    Fact,
    LookJob,
    PlannedPoster,
    changed_facts,
    go_address,
    outline_of,
    with_fact,
)
from affiche.review.hanging import CodeFault, DeadCode, FactChange, HangingPlace, Recall
from affiche.review.looks import Gallery
from affiche.review.pages import reference
from affiche.review.sheets import SheetKey, SheetPair
from affiche.review.states import State as ProjectState

_OVER = frozenset({State.DRAFT, State.ENDED, State.EXPIRED})
_HIDDEN = frozenset({State.DRAFT, State.EMBARGOED})

_ALIKE = 0.8
"""How much of its story a campaign keeps that got another name."""


def renamed_campaigns(head: Catalogue) -> dict[str, str]:
    """Return the ids that campaigns had before, each with the one it has now."""
    return {old: campaign.id for campaign in head.campaigns for old in campaign.formerly}


def find_recalls(
    pairs: Iterable[SheetPair],
    head: ProjectState,
    renamed: Mapping[str, str],
    alike: Collection[SheetKey],
    gallery: Gallery,
) -> tuple[Recall, ...]:
    """Return the printed posters that say what no longer holds.

    Args:
        pairs: All posters of both states.
        head: The new state.
        renamed: New ids of campaigns, by old id.
        alike: Those that look as they did, whatever is behind them.
        gallery: Where they are drawn.
    """
    hanging = [pair for pair in pairs if pair.was and _hangs(pair.was.first, head.today)]
    kept = {_whose(pair, pair.now.first) for pair in hanging if pair.now}
    kept |= {_whose(pair, pair.was.first) for pair in hanging if pair.now and pair.was}
    other = (pair for pair in hanging if pair.key not in alike)
    suspects = [suspect for pair in other if (suspect := _suspect(pair, renamed))]
    gallery.draw(job for suspect in suspects for job in suspect.jobs)
    said: dict[tuple[str, str, str, tuple[FactChange, ...]], list[PlannedPoster]] = {}
    for suspect in suspects:
        if facts := tuple(suspect.shown(gallery)):
            language, campaign, _ = suspect.pair.key
            poster = suspect.was.poster.file_name
            said.setdefault((language, campaign, poster, facts), []).append(suspect.was)
    live = {c.id for c in _of(head).campaigns if c.status is Status.APPROVED}
    for pair in hanging:
        assert pair.was  # it hangs
        language, campaign, _ = pair.key
        if campaign in live and _whose(pair, pair.was.first) not in kept:
            gone = (FactChange(fact=None),)
            poster = pair.was.first.poster.file_name
            said.setdefault((language, campaign, poster, gone), []).append(pair.was.first)
    return tuple(_recall(key, posters, head) for key, posters in said.items())


def find_dead_codes(
    base: ProjectState, head: ProjectState, renamed: Mapping[str, str]
) -> tuple[DeadCode, ...]:
    """Return the printed codes of ``base`` that lead nowhere in ``head``."""
    return tuple(
        DeadCode(
            campaign=reference(campaign),
            fault=fault,
            address=go_address(base.project, campaign),
            places=_places(campaign),
            renamed_to=_same_campaign(campaign, base, head) if fault is CodeFault.REMOVED else "",
        )
        for campaign in (_of(base).campaigns if base.project.catalogue else ())
        if campaign.status is Status.APPROVED
        if (fault := _fault(campaign, base, head, renamed))
    )


def _of(state: ProjectState) -> Catalogue:
    assert state.project.catalogue  # only states that could be read are compared
    return state.project.catalogue


def _hangs(poster: PlannedPoster, today: dt.date) -> bool:
    return not poster.format.is_screen and poster.campaign.state(today) not in _OVER


def _whose(pair: SheetPair, poster: PlannedPoster) -> tuple[str, str, str, str]:
    place = poster.location.id if poster.location else ""
    return *pair.key[:2], poster.poster.file_name, place


@dataclass(frozen=True)
class _Suspect:
    """A poster that hangs, and facts that are otherwise now, whether it shows them or not."""

    pair: SheetPair
    was: PlannedPoster
    now: PlannedPoster
    facts: tuple[ChangedFact, ...]

    @property
    def jobs(self) -> Iterator[LookJob]:
        yield outline_of(self.was.job)
        for each in self.facts:
            yield self._with(each.fact)

    def shown(self, gallery: Gallery) -> Iterator[FactChange]:
        """Yield the facts that the poster shows."""
        for each in self.facts:
            if not gallery.alike(outline_of(self.was.job), self._with(each.fact)):
                was, now = _only_otherwise(each.was, each.now)
                yield FactChange(fact=each.fact, was=was, now=now)

    def _with(self, fact: Fact) -> LookJob:
        return outline_of(with_fact(self.was.job, self.now.job, fact))


def _suspect(pair: SheetPair, renamed: Mapping[str, str]) -> _Suspect | None:
    if pair.was is None or pair.now is None or not pair.differs:
        return None
    was, now = pair.was.first, pair.now.first
    facts = changed_facts(was.job, now.job)
    if was.campaign.id in renamed:
        # The old code still leads to the campaign: see the field ``formerly``.
        facts = tuple(each for each in facts if each.fact is not Fact.ADDRESS)
    return _Suspect(pair, was, now, facts) if facts else None


def _only_otherwise(was: str, now: str) -> tuple[str, str]:
    """Return the lines that are in one of the two only."""
    old, new = was.splitlines(), now.splitlines()
    return (
        "\n".join(line for line in old if line not in new),
        "\n".join(line for line in new if line not in old),
    )


def _recall(
    key: tuple[str, str, str, tuple[FactChange, ...]],
    posters: list[PlannedPoster],
    head: ProjectState,
) -> Recall:
    language, campaign, poster, facts = key
    now = head.project.catalogues[language].campaign.get(campaign)
    first = posters[0]
    places = (p.location for p in posters if p.location)
    return Recall(
        campaign=reference(first.campaign),
        poster=poster,
        language=language,
        formats=tuple(dict.fromkeys(p.format.name for p in posters)),
        facts=facts,
        places=tuple(dict.fromkeys(map(_place, places))),
        correction=plain_text(now.correction) if now and now.correction else "",
        code_opens=json.loads(first.job.drawing.data)["address"],
    )


def _places(campaign: Campaign) -> tuple[HangingPlace, ...]:
    return tuple(
        dict.fromkeys(_place(place) for poster in campaign.posters for place in poster.places)
    )


def _place(place: Location) -> HangingPlace:
    return HangingPlace(
        id=place.id,
        name=place.name,
        room=place.room,
        contact=place.contact,
        quantity=place.quantity,
    )


def _fault(
    campaign: Campaign, base: ProjectState, head: ProjectState, renamed: Mapping[str, str]
) -> CodeFault | None:
    now = _of(head).campaign.get(renamed.get(campaign.id, campaign.id))
    if now is None:
        return CodeFault.REMOVED
    was_seen = campaign.state(head.today) not in _HIDDEN
    if now.state(head.today) in _HIDDEN and (was_seen or now.status is Status.DRAFT):
        return CodeFault.WITHDRAWN
    if base.project.settings.site_url != head.project.settings.site_url:
        return CodeFault.MOVED
    return None


def _same_campaign(campaign: Campaign, base: ProjectState, head: ProjectState) -> str:
    """Return the id of the new campaign that looks like ``campaign``; empty when there is none."""
    known = _of(base).campaign
    fresh = (c for c in _of(head).campaigns if c.id not in known)
    rated = [(_likeness(campaign, other), other.id) for other in fresh]
    likeness, name = max(rated, default=(0.0, ""))
    return name if likeness >= _ALIKE else ""


def _likeness(one: Campaign, other: Campaign) -> float:
    if one.title == other.title:
        return 1
    return SequenceMatcher(None, one.body, other.body, autojunk=False).ratio() if one.body else 0
