"""Jobs and render functions that a spawned process can import.

What is expected of them is left to the tests.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from affiche.press import Artefact


@dataclass(frozen=True)
class Job:
    """A job that says what to make, and where its maker leaves a trace."""

    digest: str
    traces: Path | None = None


def make(job: Job) -> Artefact:
    """Return an artefact and leave a trace with the process that made it."""
    if job.traces:
        with (job.traces / job.digest).open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
    return Artefact((("made.txt", job.digest.encode() * 3),), f'{{"digest": "{job.digest}"}}')


def die_in_a_worker(job: Job) -> Artefact:
    """Kill the process for one job, as a lack of memory would; but not the first process."""
    if job.digest == "job05" and multiprocessing.parent_process() is not None:
        os._exit(1)
    return make(job)


def refuse(job: Job) -> Artefact:
    """Raise for one job."""
    if job.digest == "job05":
        raise ValueError("this one cannot be made")
    return make(job)


def process_of(_job: Job) -> int:
    """Return the number of the process that does the job."""
    return os.getpid()


def wait_for_ever(_job: Job) -> Artefact:
    """Say that the job has begun, and never finish it."""
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    threading.Event().wait()
    raise AssertionError
