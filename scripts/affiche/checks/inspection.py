"""Look at a whole project: load it, check the catalogue, make its posters, collect what is wrong.

What becomes of the result is left to ``cli`` and ``site``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from affiche import posters  # what it offers is imported when it is asked for
from affiche.checks.allowances import apply_allowances
from affiche.checks.artwork import check_artwork
from affiche.checks.claims import check_claims
from affiche.checks.contrast import check_contrast
from affiche.checks.coverage import Coverage, cover
from affiche.checks.former_names import check_former_names
from affiche.checks.gap_words import check_coverage
from affiche.checks.pictures import check_pictures
from affiche.checks.poster_verdicts import PosterVerdicts
from affiche.checks.press import check_press
from affiche.checks.review import check_reviews
from affiche.checks.translations import check_translations
from affiche.content import Project, load
from affiche.model import Catalogue, Variant
from affiche.press import Memory, Progress, Store
from affiche.report import Allowed, Diagnostic, has_errors, in_order

if TYPE_CHECKING:
    from affiche.posters import MadePosters, Studio

STORE = Path(".affiche/store")
"""Where artefacts are kept, from the project's folder."""


@dataclass(frozen=True)
class Inspection:
    """A project, what is made of it, and what is wrong with it."""

    project: Project

    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""

    catalogue: Catalogue | None = None
    """What may be seen, in the default language; None when the project could not be loaded."""

    studio: Studio | None = None
    """What the posters were made with; None when they were not."""

    made: MadePosters | None = None
    """The posters; None when the catalogue has errors, or only the verdict was asked for."""

    today: dt.date | None = None
    """The day that was looked at; None when the project could not be loaded."""

    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    """What may be seen, by language, the default first."""

    coverage: Coverage | None = None
    """What there is for whom, and the gaps; None when the project could not be loaded."""

    allowed: tuple[Allowed, ...] = ()
    """What breaks a rule and is not among the diagnostics, since ``rules.yml`` allows it."""


def inspect(
    root: Path,
    today: dt.date | None,
    *,
    drafts: bool,
    campaigns: Iterable[str] | None = None,
    formats: Iterable[str] | None = None,
    variants: Iterable[Variant] | None = None,
    language: str | None = None,
    verdict_only: bool = False,
    on_progress: Progress = lambda _done, _total: None,
) -> Inspection:
    """Return the project in the folder ``root`` with all its problems.

    Args:
        root: The folder with mkdocs.yml.
        today: The day to look at; the day that it now is in the brand's timezone when None.
        drafts: Whether campaigns that readers may not see yet count.
        campaigns: Ids of the campaigns whose posters are wanted; all when None.
        formats: Names of the formats wanted; all when None.
        variants: What paper is made for, whatever posters and brand say; theirs when None.
        language: The one language whose posters are wanted; all when None.
        verdict_only: Whether only what is wrong is wanted: posters that are kept are not read.
        on_progress: Told how many posters are done.
    """
    memory = Memory(root / STORE)
    project = load(root, memory.recall)
    if project.catalogue is None:
        # No brand, no timezone: a day more or less does not matter to what cannot be built.
        day = today or dt.datetime.now(dt.UTC).date()
        verdict = apply_allowances(project.diagnostics, project.allowances, day)
        return Inspection(project, in_order(verdict.told), allowed=verdict.allowed)
    brand = project.catalogue.brand
    day = today or dt.datetime.now(brand.zone).date()
    catalogues = {
        language: catalogue.visible(day, drafts=drafts)
        for language, catalogue in project.catalogues.items()
    }
    catalogue = catalogues[brand.language]
    coverage = cover(catalogue, day, project.catalogue.campaigns)
    store = Store(root / STORE)
    verdicts = PosterVerdicts(project, catalogues, brand, store) if verdict_only else None
    studio: Studio | None = None
    if verdicts:
        problems = verdicts.of_studio()
    else:
        studio, problems = posters.open_studio(project, brand)
    found = [
        *project.diagnostics,
        *problems,
        *check_contrast(brand),
        *check_former_names(project.catalogue),
        *check_entities(project, catalogues, day, memory),
        *check_coverage(coverage.gaps),
    ]
    seen = Inspection(project, (), catalogue, today=day, catalogues=catalogues, coverage=coverage)
    verdict = apply_allowances(found, project.allowances, day)
    if has_errors(verdict.told):
        return replace(seen, diagnostics=in_order(verdict.told), allowed=verdict.allowed)
    made: MadePosters | None = None
    if verdicts:
        found += verdicts.of_posters(on_progress)
    else:
        assert studio
        spoken = {each: catalogues[each] for each in catalogues if language in (None, each)}
        planned = posters.plan_in_languages(
            project,
            spoken,
            studio,
            campaigns=campaigns,
            formats=formats,
            variants=variants,
            memory=memory,
        )
        made = posters.make_posters(planned, studio, store, on_progress=on_progress)
        found += made.diagnostics
    verdict = apply_allowances(found, project.allowances, day)
    is_whole = drafts and campaigns is formats is variants is language is None
    told = (*verdict.told, *(verdict.idle if is_whole else ()))
    return replace(
        seen, diagnostics=in_order(told), studio=studio, made=made, allowed=verdict.allowed
    )


def check_entities(
    project: Project,
    catalogues: Mapping[str, Catalogue],
    today: dt.date,
    memory: Memory = Memory(),  # noqa: B008  # it is frozen
) -> list[Diagnostic]:
    """Return what is wrong with the entities of ``catalogues``, each looked at by itself.

    Args:
        project: Where their files are; its translations are looked at too.
        catalogues: What may be seen, by language, the default first.
        today: The day to look at.
        memory: Knows which pictures were opened before.
    """
    catalogue = next(iter(catalogues.values()))
    return [
        *check_claims(catalogue, today),
        *check_reviews(catalogue, today),
        *check_artwork(catalogue),
        *check_press(catalogue),
        *check_pictures(project, catalogue, memory),
        *check_translations(project, catalogues, today),
    ]
