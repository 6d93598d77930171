"""Look at what somebody is looking at, while nobody saves: its rules, and its finished posters.

The rules themselves are left to ``checks`` and ``posters``.
"""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from affiche.checks import check_entities
from affiche.posters import make_posters
from affiche.report import Diagnostic, has_errors, in_order
from affiche.site.preview.live_edition import Moment

_QUIET_S = 0.8
"""How long nobody may have saved or asked for anything: pages and pictures go first."""


@dataclass
class Notes:
    """What was found out about one campaign."""

    moment: Moment

    rules: tuple[Diagnostic, ...] = ()
    """About its fields, files and translations."""

    posters: dict[tuple[str, str], tuple[Diagnostic, ...]] = field(default_factory=dict)
    """About each finished poster, by its language and the name of its file."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All of it, sorted by place."""
        return in_order((*self.rules, *(d for found in self.posters.values() for d in found)))


class Proofreader:
    """Makes the posters of one campaign after the other, and notes what is wrong with them."""

    def __init__(self, tell: Callable[[], None]) -> None:
        """Begin to wait; ``tell`` is called when something was noted."""
        self._tell = tell
        self._notes: dict[str, Notes] = {}
        self._wanted: tuple[Moment, str] | None = None
        self._last = 0.0
        self._ended = False
        self._asked = threading.Condition()
        threading.Thread(target=self._work, daemon=True).start()

    def stop(self) -> None:
        """Look at nothing more than what is being looked at."""
        with self._asked:
            self._ended = True
            self._asked.notify()

    def busy(self) -> None:
        """Note that somebody wants something now: what is looked at can wait."""
        self._last = time.monotonic()

    def look_at(self, moment: Moment, campaign_id: str) -> None:
        """Look at a campaign as soon as there is time, and at no other that waited."""
        known = self._notes.get(campaign_id)
        if known is None or known.moment is not moment:
            with self._asked:
                self._wanted = moment, campaign_id
                self._asked.notify()

    def notes(self, moment: Moment, campaign_id: str) -> Notes | None:
        """Return what was found out about a campaign as it is at ``moment``."""
        known = self._notes.get(campaign_id)
        return known if known and known.moment is moment else None

    def _work(self) -> None:
        while True:
            with self._asked:
                self._asked.wait_for(lambda: self._wanted is not None or self._ended)
                if self._wanted is None or self._ended:
                    return
                (moment, campaign_id), self._wanted = self._wanted, None
            try:
                self._read(moment, campaign_id)
            except (OSError, ValueError):
                continue  # a file went while it was looked at: its page is told of that

    def _read(self, moment: Moment, campaign_id: str) -> None:
        self._wait_until_quiet()
        notes = Notes(moment, tuple(_rules(moment, campaign_id)))
        self._notes[campaign_id] = notes
        self._tell()
        if has_errors(notes.rules):
            return
        for language in moment.languages:
            for planned in moment.posters(language, campaign_id):
                self._wait_until_quiet()
                if self._wanted is not None or self._ended:
                    return
                made = make_posters([planned], moment.dress.studio, moment.darkroom.store)
                notes.posters[language, planned.file_name] = made.diagnostics
                if made.diagnostics:
                    self._tell()
        self._tell()

    def _wait_until_quiet(self) -> None:
        while (left := self._last + _QUIET_S - time.monotonic()) > 0:
            time.sleep(left)


def _rules(moment: Moment, campaign_id: str) -> list[Diagnostic]:
    """Return what the rules say of a campaign alone."""
    alone = {
        language: dataclasses.replace(
            catalogue, campaigns=tuple(c for c in catalogue.campaigns if c.id == campaign_id)
        )
        for language, catalogue in moment.catalogues.items()
    }
    first = next(iter(alone.values()))
    files = {campaign.source.file for campaign in first.campaigns}
    project = dataclasses.replace(
        moment.project,
        translations=tuple(t for t in moment.project.translations if t.original in files),
        ordinary_pages=(),
    )
    folders = {file.rpartition("/")[0] + "/" for file in files}
    found = check_entities(project, alone, moment.today)
    return [each for each in found if each.place.file.startswith(tuple(folders))]
