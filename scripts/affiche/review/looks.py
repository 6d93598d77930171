"""Draw the posters of two states, and only those that may differ.

What the difference means is left to ``verdicts`` and ``recall``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from affiche.posters import (
    LOOK,
    POSTER,
    LookJob,
    PosterJob,
    Shelf,
    attempt,
    without_names,
)
from affiche.press import KeptArtefact, Progress, Store, produce


class Gallery:
    """What posters look like, drawn once and kept in the store that builds use."""

    def __init__(self, store: Store, on_progress: Progress) -> None:
        """Keep what is drawn in ``store``, and tell ``on_progress`` how far it is."""
        self._store, self._on_progress = store, on_progress
        self._drawn: dict[str, KeptArtefact] = {}
        # A photograph that is none stops no comparison.
        self._draw = partial(attempt, shelf=Shelf(store.folder))

    def draw(self, jobs: Iterable[LookJob]) -> None:
        """Draw ``jobs``, together on all cores, so that they can be asked for one by one."""
        missing = [job for job in jobs if job.digest not in self._drawn]
        made = produce(missing, self._draw, self._store, on_progress=self._on_progress)
        self._drawn |= {job.digest: artefact for job, artefact in made.artefacts}

    def same_file(self, one: PosterJob, other: PosterJob) -> bool:
        """Return whether the two become the same file; it is made as for a build, so ask last."""
        made = produce((one, other), self._draw, self._store, on_progress=self._on_progress)
        files = [a.file(POSTER) for _, a in made.artefacts if POSTER in a.names]
        return len(files) == 2 and without_names(files[0]) == without_names(files[1])

    def look(self, job: LookJob) -> bytes | None:
        """Return what ``job`` looks like, or None where it cannot be drawn."""
        artefact = self._artefact(job)
        return artefact.file(LOOK) if LOOK in artefact.names else None

    def failure(self, job: LookJob) -> str:
        """Return why ``job`` cannot be drawn; empty when it can."""
        notes: dict[str, Any] = json.loads(self._artefact(job).notes)
        for reason, found in notes.items():
            return found if isinstance(found, str) else f"{reason}: {found[0]['field']}"
        return ""

    def alike(self, one: LookJob, other: LookJob) -> bool:
        """Return whether the two look the same, to the pixel or to the byte."""
        if one.digest == other.digest:
            return True
        ours, theirs = self._artefact(one), self._artefact(other)
        return bool(ours.sums) and ours.sums == theirs.sums

    def _artefact(self, job: LookJob) -> KeptArtefact:
        if job.digest not in self._drawn:
            self.draw([job])
        return self._drawn[job.digest]
