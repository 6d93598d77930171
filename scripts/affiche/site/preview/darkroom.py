"""Make pictures and files of posters when somebody asks for them, and keep them in the store.

Which posters there are is left to ``live_edition``.
"""

from __future__ import annotations

import json
import os
import threading

from affiche.posters import (
    LOOK,
    POSTER,
    LookJob,
    PlannedPoster,
    PosterJob,
    Shelf,
    attempt,
    design_of,
    proof_of,
)
from affiche.press import KeptArtefact, Store


class Darkroom:
    """Where posters are made one by one; what is asked for twice at once is made once."""

    def __init__(self, store: Store) -> None:
        """Keep what is made in ``store``."""
        self.store = store
        # More at once would only make each of them later.
        self._places = threading.Semaphore(os.cpu_count() or 1)

    def design(self, planned: PlannedPoster) -> KeptArtefact:
        """Return ``planned`` as pages show it: to its trim edge."""
        return self._made(design_of(planned.job))

    def proof(self, planned: PlannedPoster) -> KeptArtefact:
        """Return ``planned`` as its file shows it, bleed and marks of the press left out."""
        return self._made(proof_of(planned.job))

    def file(self, planned: PlannedPoster) -> bytes | None:
        """Return ``planned`` as it is delivered; None when it did not come out."""
        artefact = self._made(planned.job)
        return artefact.file(POSTER) if POSTER in artefact.names else None

    def size_of(self, planned: PlannedPoster) -> int:
        """Return how large the file of ``planned`` is, in bytes; 0 when nobody made it yet."""
        return self.store.size_of(planned.job.digest, POSTER) or 0

    def _made(self, job: PosterJob | LookJob) -> KeptArtefact:
        with self._places:
            try:
                return self.store.make_once(
                    job.digest, lambda: attempt(job, Shelf(self.store.folder))
                )
            except OSError as error:  # the store cannot be written
                return KeptArtefact(self.store.folder, (), json.dumps({"failed": str(error)}))


def picture_in(artefact: KeptArtefact) -> bytes | None:
    """Return the picture of a look, or None when the poster did not come out."""
    return artefact.file(LOOK) if LOOK in artefact.names else None
