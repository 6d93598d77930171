"""The project as it was last saved: what is wrong with it, and the moment that pages show.

Reading files is left to ``content.rereading``, writing pages to ``newsroom``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from affiche.checks import STORE, apply_allowances, check_contrast
from affiche.content import Project
from affiche.content.rereading import Reading, Reread
from affiche.content.words import Words, words_in
from affiche.model import Brand
from affiche.posters import open_studio
from affiche.press import Store
from affiche.report import Diagnostic, in_order
from affiche.site.preview.darkroom import Darkroom
from affiche.site.preview.live_edition import Dress, Moment, Planner


class Manuscript:
    """A project that is being written; one thread at a time may tell it of news."""

    def __init__(self, root: Path, today: dt.date | None, *, drafts: bool) -> None:
        """Read the project in ``root``.

        Args:
            root: The folder with mkdocs.yml.
            today: The day to look at; the day that it is in the brand's timezone when None.
            drafts: Whether what readers may not see yet is shown.
        """
        self._today, self._drafts = today, drafts
        self._darkroom, self._planner = Darkroom(Store(root / STORE)), Planner()
        self._moment: Moment | None = None
        self._brand_problems: tuple[Diagnostic, ...] = ()
        self._pictures = object()
        self._worn: Dress | None = None
        self._reading = Reading(root)
        self.settle()

    @property
    def moment(self) -> Moment | None:
        """The project as it was last right; None as long as it never was."""
        return self._moment

    @property
    def words(self) -> Words:
        """The product's own words, also where nothing was right yet."""
        return next(iter(self._reading.project.words.values()), None) or words_in("nl")

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files, and with the brand, sorted by place."""
        project = self._reading.project
        found = (*project.diagnostics, *self._brand_problems)
        return in_order(apply_allowances(found, project.allowances, self._day()).told)

    def reread(self, paths: Iterable[Path]) -> Reread | None:
        """Read again what depends on files that were saved; None when nothing does.

        ``moment`` stays what it was until ``settle``.
        """
        reread = self._reading.reread(paths)
        if not (reread.everything or reread.files):
            return None
        if reread.everything:
            self._worn = None
        if any(not name.endswith(".md") for name in reread.files):
            self._pictures = object()
        return reread

    def settle(self) -> None:
        """Let ``moment`` be what was read, if it is right."""
        project = self._reading.last_good
        if project.catalogue is None:
            return
        today = self._day()
        self._moment = Moment(
            project,
            {
                language: catalogue.visible(today, drafts=self._drafts)
                for language, catalogue in project.catalogues.items()
            },
            today,
            self._dress(project, project.catalogue.brand),
            self._pictures,
            self._planner,
            self._darkroom,
        )

    def _dress(self, project: Project, brand: Brand) -> Dress:
        if self._worn is None or self._worn.studio.brand is not brand:
            studio, problems = open_studio(project, brand)
            self._brand_problems = (*problems, *check_contrast(brand))
            self._worn = Dress.of(project, studio)
        return self._worn

    def _day(self) -> dt.date:
        catalogue = self._reading.last_good.catalogue
        zone = catalogue.brand.zone if catalogue else None
        return self._today or dt.datetime.now(zone).date()
