"""A state of a project, read and planned: what it says, and which posters come of it.

Comparing two of them is left to ``comparison``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from affiche.checks import inspect
from affiche.content import Project
from affiche.model import Catalogue
from affiche.posters import PlannedPoster, Studio, plan_in_languages
from affiche.report import Code, Diagnostic, Severity

_UNPLANNABLE = frozenset({Code.UNKNOWN_FONT, Code.UNKNOWN_ARTWORK})
"""Without fonts and artwork it cannot even be said what a poster would be drawn with."""


@dataclass(frozen=True)
class State:
    """A project at one time."""

    project: Project
    """Its files."""

    catalogues: Mapping[str, Catalogue]
    """What is not over yet, drafts included, by language; empty when it cannot be read."""

    planned: tuple[PlannedPoster, ...]
    """All its posters, of all languages; none when they cannot be drawn."""

    studio: Studio | None
    """What its posters are made with; None when it cannot be read."""

    errors: tuple[Diagnostic, ...]
    """What is wrong with it."""

    today: dt.date
    """The day that it is looked at."""


def open_state(root: Path, today: dt.date | None) -> State:
    """Return the project in the folder ``root`` as it is, without making anything."""
    found = inspect(root, today, drafts=True, campaigns=())
    errors = tuple(d for d in found.diagnostics if d.severity is Severity.ERROR)
    planned: tuple[PlannedPoster, ...] = ()
    studio = found.studio
    if studio and not {error.code for error in errors} & _UNPLANNABLE:
        planned = tuple(
            poster
            for poster in plan_in_languages(found.project, found.catalogues, studio)
            # What is wrong with a template is told by whoever makes the poster.
            if poster.poster.template in studio.templates
        )
    day = found.today or today or dt.datetime.now(dt.UTC).date()
    return State(found.project, found.catalogues, planned, studio, errors, day)
