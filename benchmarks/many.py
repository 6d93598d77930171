"""A hundred posters at once: new and unchanged ones, made by one process and by two.

How one poster compares is left to ``rounds``.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from affiche.posters import make_posters
from affiche.press import Store
from benchmarks.sample import posters, studio


@dataclass
class Hundred:
    """Seconds for ``count`` posters, run by run."""

    count: int
    """How many posters a run makes."""

    one_s: list[float] = field(default_factory=list)
    """New ones, by one process."""

    two_s: list[float] = field(default_factory=list)
    """New ones, by two worker processes, their start included."""

    unchanged_s: list[float] = field(default_factory=list)
    """Those that the store has already."""


def run_many(count: int, runs: int, say: Callable[[str], None]) -> Hundred:
    """Return how long ``count`` posters take, with previews, checks and an empty store."""
    taken = Hundred(count)
    for number in range(runs):
        # In turn, so that a busy moment hits both.
        for workers, times in ((1, taken.one_s), (2, taken.two_s)):
            with TemporaryDirectory() as folder:
                store = Store(Path(folder) / "store")
                times.append(_seconds(count, store, workers))
                if workers == 1:
                    taken.unchanged_s.append(_seconds(count, store, workers))
        say(f"run {number + 1} of {runs}")
    return taken


def _seconds(count: int, store: Store, workers: int) -> float:
    planned = [each.planned for each in posters(count, start=1000)]
    with patch.object(os, "cpu_count", lambda: workers):
        begun = time.perf_counter()
        made = make_posters(planned, studio(), store)
        taken = time.perf_counter() - begun
    assert len(made.posters) == count, made.diagnostics
    return taken


def table(taken: Hundred) -> str:
    """Return the results as a table in Markdown; ratios are medians over the runs."""
    unchanged = statistics.median(
        kept / new for kept, new in zip(taken.unchanged_s, taken.one_s, strict=True)
    )
    faster = statistics.median(one / two for one, two in zip(taken.one_s, taken.two_s, strict=True))
    rows = (
        (f"{taken.count} new posters, one process", taken.one_s, ""),
        (
            f"{taken.count} new posters, two processes",
            taken.two_s,
            f"{faster:.2f} times as fast (wanted: 1.7)",
        ),
        (
            f"{taken.count} unchanged posters",
            taken.unchanged_s,
            f"{unchanged:.3f} of the time of new ones (wanted: under 0.1)",
        ),
    )
    lines = ["| | s | posters a second | |", "|---|--:|--:|---|"]
    for name, times, remark in rows:
        middle = statistics.median(times)
        lines.append(f"| {name} | {middle:.2f} | {taken.count / middle:.1f} | {remark} |")
    return "\n".join(lines)
