"""Let all competitors make posters in turn, so that a busy moment of the machine hits them all.

What is made is said in ``poster``, how in ``competitors``.
"""

from __future__ import annotations

import json
import pickle
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.competitors import BARE_TYPST, COMPETITORS, Competitor, Make
from benchmarks.once import PLAIN, PLANNED
from benchmarks.poster import Poster
from benchmarks.sample import posters

ROOT = Path(__file__).parents[1]

_BEFORE = 3
"""Posters that each makes before the clock runs."""


@dataclass
class Taken:
    """What one competitor took."""

    competitor: Competitor

    warm_s: list[float] = field(default_factory=list)
    """Seconds for each poster, when it had made some before."""

    cold_s: list[float] = field(default_factory=list)
    """Seconds from the start of a new process to the end of it, with one poster made."""

    size_bytes: int = 0
    """Of its last poster."""

    missing: str = ""
    """Why it could not take part; empty when it did."""

    @property
    def is_there(self) -> bool:
        """Whether it took part."""
        return not self.missing


def run_warm(folder: Path, rounds: int, say: Callable[[str], None]) -> list[Taken]:
    """Return what every competitor took for a poster, in ``rounds`` rounds in this process."""
    taken = [Taken(competitor) for competitor in COMPETITORS]
    with ExitStack() as open_ones:
        makers: list[tuple[Taken, Make, Iterator[Poster]]] = []
        for index, each in enumerate(taken):
            try:
                make = open_ones.enter_context(each.competitor.opened(folder))
            except ImportError as error:
                each.missing = str(error)
                continue
            # Headlines of its own: typst remembers in this process whatever it has set before.
            own = posters(rounds + _BEFORE, start=1000 * (index + 1))
            for poster in islice(own, _BEFORE):
                each.size_bytes = len(make(poster))
            makers.append((each, make, own))
        for number in range(rounds):
            # Another one begins each round: whoever follows Chromium finds cold caches.
            first = number % len(makers)
            for each, make, own in makers[first:] + makers[:first]:
                poster = next(own)
                begun = time.perf_counter()
                make(poster)
                each.warm_s.append(time.perf_counter() - begun)
            say(f"round {number + 1} of {rounds}")
    return taken


def run_cold(taken: list[Taken], folder: Path, rounds: int, say: Callable[[str], None]) -> None:
    """Note in ``taken`` how long a new process takes that makes one poster."""
    (poster,) = posters(1, start=50)
    (folder / PLAIN).write_text(json.dumps(poster.data), encoding="utf-8")
    (folder / PLANNED).write_bytes(pickle.dumps(poster))
    for number in range(rounds):
        for index, each in enumerate(taken):
            if not each.is_there:
                continue
            begun = time.perf_counter()
            command = [sys.executable, "-m", "benchmarks.once", str(index), str(folder)]
            subprocess.run(command, cwd=ROOT, check=True)
            each.cold_s.append(time.perf_counter() - begun)
        say(f"cold round {number + 1} of {rounds}")


def table(taken: list[Taken]) -> str:
    """Return the results as a table in Markdown; ratios are medians over the rounds."""
    (bare,) = (each for each in taken if each.competitor.name == BARE_TYPST)
    lines = [
        "| | posters a second | ms a poster (10 % – 90 %) | times typst alone | cold, s | KiB | |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    for each in sorted(taken, key=lambda one: statistics.median(one.warm_s or [1e9])):
        name, does = each.competitor.name, each.competitor.does
        if not each.is_there:
            lines.append(f"| {name} | | | | | | not installed: {each.missing} |")
            continue
        middle = statistics.median(each.warm_s)
        ratio = statistics.median(
            one / other for one, other in zip(each.warm_s, bare.warm_s, strict=True)
        )
        cold = f"{statistics.median(each.cold_s):.2f}" if each.cold_s else ""
        lines.append(
            f"| {name} | {1 / middle:.1f} | {middle * 1000:.0f} ({spread(each.warm_s)}) "
            f"| {ratio:.2f} | {cold} | {each.size_bytes / 1024:.0f} | {does} |"
        )
    return "\n".join(lines)


def spread(times_s: list[float]) -> str:
    """Return the first and the last tenth of ``times_s`` in ms: such as 51 to 60."""
    if len(times_s) < 2:
        return "–"
    tenths = statistics.quantiles(times_s, n=10, method="inclusive")
    return f"{tenths[0] * 1000:.0f} – {tenths[-1] * 1000:.0f}"
