"""Which looks of a poster there are: for those who write it, and for those who compare two states.

Drawing them is left to ``rendering``, what two of them differ in to ``difference``.
"""

from __future__ import annotations

import json
from dataclasses import replace

from affiche.posters.job import Drawing, LookJob, PosterJob


def design_of(job: PosterJob) -> LookJob:
    """Return the job that draws the design of ``job``, which carries a preview, for pages."""
    return LookJob(_design_of(job), "webp", job.picture, job.focus, job.tones)


def proof_of(job: PosterJob) -> LookJob:
    """Return the job that draws the file of ``job`` to its trim edge, with its border and inks."""
    return LookJob(job.drawing, "webp", job.picture, job.focus, job.tones)


def look_of(job: PosterJob) -> LookJob:
    """Return the job that draws the design of ``job``, which carries a preview, to compare it."""
    return LookJob(_design_of(job), "png", job.picture, job.focus, job.tones)


def outline_of(job: PosterJob) -> LookJob:
    """Return the job that sets the design of ``job`` without its photograph: five times as fast."""
    return LookJob(_design_of(job), "pdf")


def file_of(job: PosterJob) -> LookJob:
    """Return the job that sets the file of ``job``: inks, edges, marks, words read aloud."""
    return LookJob(job.drawing, "pdf", job.picture, job.focus, job.tones)


def same_photograph(ours: PosterJob, theirs: PosterJob) -> bool:
    """Return whether both have the same photograph, shown in the same way."""
    return (ours.picture, ours.focus, ours.tones) == (theirs.picture, theirs.focus, theirs.tones)


def same_finish(ours: PosterJob, theirs: PosterJob) -> bool:
    """Return whether the same design would become the same file: inks, edges, marks, press."""
    old, new = (json.loads(job.drawing.data) for job in (ours, theirs))
    parts = all(old[key] == new[key] for key in ("variant", "colours"))
    return parts and _press_of(ours) == _press_of(theirs)


def _design_of(job: PosterJob) -> Drawing:
    assert job.preview  # the first file of a poster in a format has one
    return replace(job.drawing, data=job.preview.data)


def _press_of(job: PosterJob) -> str:
    return job.press.digest if job.press else ""
