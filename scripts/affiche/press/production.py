"""Make what is not in the store yet, one by one or on several cores, and count it.

What a job's result means is left to the storey that planned it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, TypeVar

from affiche.press.artefact import Artefact, Job, KeptArtefact
from affiche.press.store import Store

JobType = TypeVar("JobType", bound=Job)

Progress = Callable[[int, int], None]
"""Called with the number of finished jobs and of all jobs."""

_WORTH_A_POOL = 8
"""Fewer jobs are done before a second process has started (measured: 0.6 s to start)."""


@dataclass(frozen=True)
class Production(Generic[JobType]):
    """What came out of a run."""

    artefacts: tuple[tuple[JobType, KeptArtefact], ...]
    """Every job with its artefact, in the order of the jobs."""

    made: int
    """How many were made now."""

    kept: int
    """How many were in the store already."""


def produce(
    jobs: Iterable[JobType],
    render: Callable[[JobType], Artefact],
    store: Store,
    *,
    notes_only: bool = False,
    on_progress: Progress = lambda _done, _total: None,
) -> Production[JobType]:
    """Return the artefacts of ``jobs``, making only those that ``store`` lacks.

    Each is in the store as soon as it is made, so a run that is stopped loses at most what its
    workers were at.

    Args:
        jobs: What is wanted; of two jobs with one digest the first is made.
        render: A pure function at the top level of a module, so that a process can import it.
        store: Where artefacts are kept.
        notes_only: Whether nobody wants the files of what is kept, so that they are not read.
        on_progress: Told how far it is, from this process.
    """
    wanted = tuple(jobs)
    found: dict[str, KeptArtefact] = {}
    missing: dict[str, JobType] = {}
    for job in wanted:
        if job.digest in found or job.digest in missing:
            continue
        artefact = store.find(job.digest, notes_only=notes_only)
        if artefact is None:
            missing[job.digest] = job
        else:
            found[job.digest] = artefact
    count, made_here = len(found) + len(missing), 0
    on_progress(len(found), count)

    def is_missing(job: JobType) -> bool:
        """Look again: the build of another language may have made it meanwhile."""
        artefact = store.find(job.digest, notes_only=notes_only)
        if artefact:
            found[job.digest] = artefact
        return artefact is None

    with closing(_render_all(tuple(missing.values()), is_missing, render)) as rendered:
        for job, made in rendered:
            found[job.digest] = store.keep(job.digest, made)
            made_here += 1
            on_progress(len(found), count)
    artefacts = tuple((job, found[job.digest]) for job in wanted)
    return Production(artefacts, made_here, count - made_here)


def _render_all(
    jobs: Sequence[JobType],
    is_missing: Callable[[JobType], bool],
    render: Callable[[JobType], Artefact],
) -> Generator[tuple[JobType, Artefact], None, None]:
    cores = os.cpu_count() or 1
    done: set[str] = set()
    if len(jobs) >= _WORTH_A_POOL and cores > 1:
        # Most runs make little or nothing: they need no processes, and do not wait for them.
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        from affiche.press.workers import work  # noqa: PLC0415

        try:
            with closing(work(filter(is_missing, jobs), render, cores)) as rendered:
                for job, artefact in rendered:
                    done.add(job.digest)
                    yield job, artefact
        except BrokenProcessPool:
            pass  # A worker was killed (memory, perhaps): what is left is done here, one by one.
    for job in jobs:
        if job.digest not in done and is_missing(job):
            yield job, render(job)
