"""The poster with Affiche: from its job to the artefact in the store, as ``affiche posters`` does.

The photograph was prepared when the first poster was made, as the others got it prepared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from affiche.posters import POSTER, render
from affiche.posters.print_picture import Shelf
from affiche.press import Store
from benchmarks.competitors import Make
from benchmarks.poster import Poster


@contextmanager
def opened(_folder: Path) -> Iterator[Make]:
    """Yield a function that makes a poster's file."""
    with _opened(preview=False) as make:
        yield make


@contextmanager
def opened_with_preview(_folder: Path) -> Iterator[Make]:
    """Yield a function that makes a poster's file and its preview."""
    with _opened(preview=True) as make:
        yield make


@contextmanager
def _opened(*, preview: bool) -> Iterator[Make]:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        shelf = Shelf(store.folder)

        def make(poster: Poster) -> bytes:
            job = poster.planned.job
            if not preview:
                job = dataclasses.replace(job, preview=None)
            made = render(job, shelf)
            store.keep(job.digest, made)
            return made.file(POSTER)

        yield make
