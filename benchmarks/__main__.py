"""Measure, print the tables, and write them to ``results.md``: ``python -m benchmarks``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import many, rounds
from benchmarks.machine import conditions
from benchmarks.sample import lay_ready

RESULTS = Path(__file__).with_name("results.md")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="Posters of each competitor.")
    parser.add_argument("--cold", type=int, default=3, help="Cold starts of each competitor.")
    parser.add_argument("--many", type=int, default=100, help="Posters of a run of many.")
    parser.add_argument("--runs", type=int, default=3, help="Runs of many.")
    asked = parser.parse_args()
    RESULTS.write_text(_measured(asked), encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


def _measured(asked: argparse.Namespace) -> str:
    where = conditions()
    with_all_cores = _on_one_core()
    with TemporaryDirectory() as name:
        folder = Path(name)
        lay_ready(folder)
        taken = rounds.run_warm(folder, asked.rounds, _say)
        rounds.run_cold(taken, folder, asked.cold, _say)
    _on(with_all_cores)
    hundred = many.run_many(asked.many, asked.runs, _say)
    return f"""# Results

Written by `make benchmarks`; README.md says how to read them.

{where}

## One poster: A3, one core, one process

{asked.rounds} rounds in turn, {asked.cold} cold starts.

{rounds.table(taken)}

## Many posters, all cores

Each with file, checks and preview; {asked.runs} runs in turn, medians.

{many.table(hundred)}
"""


def _on_one_core() -> set[int]:
    """Keep this process and its children on one core, and return the cores that it had."""
    if not hasattr(os, "sched_setaffinity"):
        return set()
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    return before


def _on(cores: set[int]) -> None:
    if cores:
        os.sched_setaffinity(0, cores)


def _say(what: str) -> None:
    sys.stderr.write(f"\r{what}        ")


if __name__ == "__main__":
    main()
