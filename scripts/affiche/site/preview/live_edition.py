"""The edition of a project that is being written: nothing is made before a page or browser asks.

Making it is left to ``darkroom``; pages to ``desk``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from affiche.checks import cover
from affiche.content import Project
from affiche.model import Campaign, Catalogue
from affiche.posters import Paperwork, PlannedPoster, Studio, plan_papers, plan_posters
from affiche.site.assembly import (
    artwork_paths,
    hung,
    inline_svg,
    offered,
    ordinary_pages,
    write_brand,
)
from affiche.site.edition import Edition
from affiche.site.papers import Papers, papers_of
from affiche.site.preview.darkroom import Darkroom
from affiche.site.sheets import Asset, Sheet
from affiche.site.webfonts import WebFontJob, plan_web_fonts

Found = TypeVar("Found")


@dataclass(frozen=True)
class Dress:
    """What hangs on the brand alone, and is made once."""

    studio: Studio
    fonts: tuple[WebFontJob, ...]
    assets: tuple[Asset, ...]

    @classmethod
    def of(cls, project: Project, studio: Studio) -> Dress:
        """Return what the pages of ``project`` wear."""
        fonts = plan_web_fonts(studio.headline_fonts, studio.text_fonts)
        return cls(studio, fonts, write_brand(project, studio.brand, fonts))


class OnDemand(Mapping[str, Found]):
    """Values by id, each found when it is asked for."""

    def __init__(self, ids: tuple[str, ...], find: Callable[[str], Found]) -> None:
        """Answer for ``ids`` with what ``find`` gives."""
        self._ids, self._find = dict.fromkeys(ids), find

    def __getitem__(self, entity_id: str) -> Found:
        if entity_id not in self._ids:
            raise KeyError(entity_id)
        return self._find(entity_id)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True)
class _Plan:
    """The posters of a campaign, and all that they were planned from."""

    sources: tuple[Any, ...]
    posters: tuple[PlannedPoster, ...]


class Planner:
    """Plans the posters of one campaign at a time, and again when anything on them changed."""

    def __init__(self) -> None:
        """Begin with nothing planned."""
        self._plans: dict[tuple[str, str], _Plan] = {}
        self._lock = Lock()

    def posters(self, moment: Moment, language: str, campaign_id: str) -> tuple[PlannedPoster, ...]:
        """Return the posters of a campaign in ``language``."""
        catalogue = moment.catalogues[language]
        campaign = catalogue.campaign.get(campaign_id)
        if campaign is None or campaign.language != language:
            return ()
        sources = _sources(catalogue, campaign, moment)
        key = language, campaign_id
        kept = self._plans.get(key)
        if kept and _same(kept.sources, sources):
            return kept.posters
        with self._lock:
            posters = plan_posters(
                moment.project,
                catalogue,
                moment.dress.studio,
                language=language,
                campaigns=[campaign_id],
            )
            self._plans[key] = _Plan(sources, posters)
        return posters


def _sources(catalogue: Catalogue, campaign: Campaign, moment: Moment) -> tuple[Any, ...]:
    return (
        campaign,
        *(catalogue.programme[each] for each in campaign.programmes),
        *(catalogue.value[each] for each in campaign.values),
        *catalogue.audiences,
        *catalogue.people,
        moment.dress,
        moment.pictures,
    )


def _same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Return whether these are the very same things: they never change, so nor does a plan."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


@dataclass(frozen=True)
class Moment:
    """The project as it was last right."""

    project: Project

    catalogues: Mapping[str, Catalogue]
    """What may be seen, by language, the default first."""

    today: dt.date

    dress: Dress

    pictures: object
    """Another one whenever a picture or list beside a page was saved."""

    planner: Planner

    darkroom: Darkroom

    _editions: dict[str, Edition] = field(default_factory=dict, repr=False, compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages, the default first."""
        return tuple(self.catalogues)

    def posters(self, language: str, campaign_id: str) -> tuple[PlannedPoster, ...]:
        """Return the posters of a campaign in ``language``."""
        return self.planner.posters(self, language, campaign_id)

    def edition(self, language: str) -> Edition:
        """Return what pages in ``language`` are written from."""
        if language not in self._editions:
            self._editions[language] = self._edition(language)
        return self._editions[language]

    def _edition(self, language: str) -> Edition:
        catalogue, project = self.catalogues[language], self.project
        whole = project.catalogues[language].campaigns
        return Edition(
            catalogue,
            self.catalogues,
            self.languages,
            ordinary_pages(project),
            project.settings.site_url,
            project.words[language],
            self.today,
            self._sheets(language),
            artwork_paths(catalogue),
            (),
            self.dress.fonts,
            inline_svg(project, catalogue.brand.logo),
            inline_svg(project, catalogue.brand.symbol),
            lambda: cover(catalogue, self.today, whole),
            other_sheets={
                other: self._sheets(other) for other in self.languages if other != language
            },
            project=project,
            papers=self._papers(language),
            studio=self.dress.studio,
        )

    def _papers(self, language: str) -> OnDemand[Papers]:
        def papers(campaign_id: str) -> Papers:
            planned = plan_papers(self.posters(language, campaign_id))
            return papers_of(Paperwork(tuple(planned)))[0][campaign_id]

        return OnDemand(self._with_posters(language), papers)

    def _sheets(self, language: str) -> OnDemand[tuple[Sheet, ...]]:
        def sheets(campaign_id: str) -> tuple[Sheet, ...]:
            planned = self.posters(language, campaign_id)
            return hung(offered(each, self.darkroom.size_of(each)) for each in planned)

        return OnDemand(self._with_posters(language), sheets)

    def _with_posters(self, language: str) -> tuple[str, ...]:
        """Return the ids of campaigns that have posters in ``language``."""
        campaigns = self.catalogues[language].campaigns
        return tuple(c.id for c in campaigns if c.language == language and c.posters)
