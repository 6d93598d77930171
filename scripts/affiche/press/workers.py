"""Let several processes do jobs: handed out a few at a time, and never left behind.

Which jobs there are, and what becomes of what they make, is left to ``production``.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import chain, islice
from multiprocessing import connection
from typing import TypeVar

from affiche.press.interrupting import interrupt_held

JobType = TypeVar("JobType")
ResultType = TypeVar("ResultType")

_AHEAD = 2
"""Jobs that are handed out for each worker: one to do, and the next one ready."""

RECYCLED_AFTER = 250
"""Jobs for each worker before a fresh one takes its place and its memory is free again."""


def work(
    jobs: Iterable[JobType], do: Callable[[JobType], ResultType], workers: int
) -> Generator[tuple[JobType, ResultType], None, None]:
    """Yield each job with its result, in the order in which they are done.

    When the iteration ends early, or somebody presses Ctrl-C, each worker finishes the job that it
    is at and is gone. When this process is killed, its workers end too.

    Args:
        jobs: Taken as workers become free, so that few of them are in memory twice.
        do: A function at the top level of a module, so that a process can import it.
        workers: How many processes.

    Raises:
        BrokenProcessPool: a worker was killed.
    """
    waiting = iter(jobs)
    # Not max_tasks_per_child: a pool with it hangs (CPython issue 115634, in 3.11 to 3.14).
    for job in waiting:
        more = islice(waiting, workers * RECYCLED_AFTER - 1)
        yield from _one_generation(chain((job,), more), do, workers)


def _one_generation(
    waiting: Iterator[JobType], do: Callable[[JobType], ResultType], workers: int
) -> Generator[tuple[JobType, ResultType], None, None]:
    # Not fork: a child forked after the poster engine has run hangs.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    at_work: dict[Future[ResultType], JobType] = {}
    try:
        while True:
            for job in islice(waiting, workers * _AHEAD - len(at_work)):
                with interrupt_held():
                    at_work[pool.submit(do, job)] = job
            if not at_work:
                return
            done, _ = wait(at_work, return_when=FIRST_COMPLETED)
            for future in done:
                yield at_work.pop(future), future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Make this worker leave Ctrl-C to its parent, and end when its parent has."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent  # only workers come here
    connection.wait([parent.sentinel])
    os._exit(1)
