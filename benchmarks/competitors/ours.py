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
from affiche.posters.placing import Photo, set_with_photo
from affiche.posters.print_picture import Shelf
from affiche.posters.rendering import COMPLAINTS
from affiche.posters.typesetting import typesetter
from affiche.press import Artefact, Store
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
def opened_unchecked(_folder: Path) -> Iterator[Make]:
    """Yield a function that sets a poster's file and keeps it, and looks at it no further."""
    with TemporaryDirectory() as folder:
        store = Store(Path(folder))
        shelf = Shelf(store.folder)

        def make(poster: Poster) -> bytes:
            job = poster.planned.job
            photo = Photo(job.picture, job.focus, job.tones, is_limited=True)
            with typesetter(job.drawing) as setter:
                made, _ = set_with_photo(setter, job.drawing.data, photo, shelf, "pdf")
                assert not any(setter.said(f"<{complaint}>") for complaint in COMPLAINTS)
            store.keep(job.digest, Artefact(((POSTER, made),)))
            return made

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
