"""Measure `affiche serve`: from saving a campaign to the new page and the new poster.

`python -m benchmarks.serve` copies the sample company until it has a thousand campaigns.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import conditions
from benchmarks.sample import ROOT

TODAY = "2026-11-27"

_STARTED_S = 600
_CAMPAIGN = "namens-meridiaan"
_POSTER = "posters/photo-a3.webp"
_HEADLINE = re.compile(r"^(\s+headline: ).*$", re.MULTILINE)
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)


@dataclass
class Saved:
    """Seconds after a campaign was saved, save by save."""

    told_s: list[float] = field(default_factory=list)
    """Until the browser is told to load the page again."""

    page_s: list[float] = field(default_factory=list)
    """Until the whole page is there."""

    overview_s: list[float] = field(default_factory=list)
    """What the page with all campaigns takes after that."""

    poster_s: list[float] = field(default_factory=list)
    """Until the picture of the new poster is there, asked for when the page was."""


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serve", description=__doc__)
    parser.add_argument("--campaigns", type=int, default=1000, help="How many there are.")
    parser.add_argument("--saves", type=int, default=20, help="How often one of them is saved.")
    parser.add_argument("--port", type=int, default=8764)
    asked = parser.parse_args()
    with TemporaryDirectory() as name:
        root = Path(name) / "project"
        write_large_project(root, asked.campaigns)
        taken, started_s = measure(root, asked.port, asked.saves)
    print(conditions())
    print(f"\n{asked.campaigns} campaigns, {asked.saves} saves; started in {started_s:.1f} s.\n")
    print(table(taken))


def write_large_project(root: Path, campaigns: int) -> None:
    """Write the sample company into ``root``, its campaigns copied until there are enough."""
    for folder in ("docs", "overrides", "campaigns"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    originals = sorted(path for path in (root / "campaigns").iterdir() if path.is_dir())
    for number in range(campaigns - len(originals)):
        original = originals[number % len(originals)]
        copy = original.with_name(f"{original.name}-{number}")
        shutil.copytree(original, copy)
        for page in copy.glob("index*.md"):
            text = page.read_text(encoding="utf-8")
            text = _TITLE.sub(partial(_numbered, number=number), text, count=1)
            page.write_text(text, encoding="utf-8")


def _numbered(found: re.Match[str], *, number: int) -> str:
    return f'title: "{found[1].strip(chr(34))} {number}"'


def measure(root: Path, port: int, saves: int) -> tuple[Saved, float]:
    """Save a campaign of the project in ``root`` again and again."""
    taken, page = Saved(), root / "campaigns" / _CAMPAIGN / "index.md"
    text = page.read_text(encoding="utf-8")
    begun = time.perf_counter()
    with serving(root, port):
        address = f"/campaigns/{_CAMPAIGN}/"
        _get(port, address)
        started_s = time.perf_counter() - begun
        for path in ("", "campaigns/", _POSTER):
            _get(port, f"{address if path == _POSTER else '/'}{path}")
        for number in range(saves):
            # As an editor: a look at the page between two saves.
            time.sleep(1)
            seen = re.search(r"issue=([^\"]+)", _get(port, address).decode())
            assert seen
            with _events(port, seen[1]) as next_event:
                words = f"Vandaag ben jij het bedrijf, {number}."
                begun = time.perf_counter()
                page.write_text(_HEADLINE.sub(rf"\g<1>{words}", text), encoding="utf-8")
                assert next_event() == "pages"
                taken.told_s.append(time.perf_counter() - begun)
            _get(port, address)
            taken.page_s.append(time.perf_counter() - begun)
            assert _get(port, f"{address}{_POSTER}").startswith(b"RIFF")
            taken.poster_s.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            _get(port, "/campaigns/")
            taken.overview_s.append(time.perf_counter() - begun)
    return taken, started_s


@contextmanager
def serving(root: Path, port: int) -> Iterator[None]:
    """Run `affiche serve` for the project in ``root``."""
    command = [sys.executable, "-m", "affiche", "serve", "--today", TODAY, "--project", str(root)]
    with subprocess.Popen(
        [*command, "--address", f"127.0.0.1:{port}"],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if "Ctrl-C" in line:
                break
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)


def _get(port: int, path: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=_STARTED_S)
    connection.request("GET", path)
    answer = connection.getresponse()
    content = answer.read()
    assert answer.status == 200, (path, answer.status)
    connection.close()
    return content


@contextmanager
def _events(port: int, seen: str) -> Iterator[Callable[[], str]]:
    """Wait for news as a browser does."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"/_affiche/events?seen={seen}")
    answer: HTTPResponse = connection.getresponse()

    def next_event() -> str:
        while True:
            line = answer.readline().decode().strip()
            # What else was found out about the page that is shown is no news of it.
            if line.startswith("event: ") and line != "event: notes":
                return line.removeprefix("event: ")

    yield next_event
    connection.close()


def table(taken: Saved) -> str:
    """Return the results as a table in Markdown."""
    rows = (
        ("the browser is told", taken.told_s, ""),
        ("the new page is there", taken.page_s, "under 0.3"),
        ("the new poster is there", taken.poster_s, "0.5 after the page"),
        ("the page with all campaigns takes", taken.overview_s, ""),
    )
    lines = ["| after saving a campaign | median s | worst s | wanted |", "|---|--:|--:|---|"]
    for name, times, wanted in rows:
        lines.append(f"| {name} | {statistics.median(times):.2f} | {max(times):.2f} | {wanted} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
