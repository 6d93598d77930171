"""Print diagnostics in colour and show how far the posters are.

Everything goes to standard error, so that what a program reads stays clean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from affiche.cli.excerpt import excerpt
from affiche.content.files import read_text
from affiche.press import Progress as OnProgress
from affiche.report import Allowed, Diagnostic, LineAt, Place, Severity

console = Console(stderr=True, soft_wrap=True, highlight=False)
"""Where people read."""

_NARROWEST = 20
"""A line of a file is shown with at least so many characters, however narrow the terminal."""

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def print_diagnostics(diagnostics: Iterable[Diagnostic], line_at: LineAt | None = None) -> None:
    """Print each diagnostic: place, weight and code on one line, then what to do.

    Args:
        diagnostics: In the order in which they are printed.
        line_at: Gives the line that each is about, to be shown with it.
    """
    for diagnostic in diagnostics:
        line = Text(f"{diagnostic.place}  ", style="bold")
        line.append(diagnostic.severity.value, style=_COLOURS[diagnostic.severity])
        line.append(f"  {diagnostic.code}", style="dim")
        console.print(line)
        if line_at:
            _print_line(diagnostic, line_at(diagnostic.place))
        # Not markup: an editor's text may hold square brackets.
        console.print(Text(f"  {diagnostic.message}"))
        if diagnostic.hint:
            console.print(Text(f"  {diagnostic.hint}", style="green"))


def _print_line(diagnostic: Diagnostic, line: str) -> None:
    place = diagnostic.place
    # What is wrong with a file as a whole has its beginning for a place, which says nothing.
    if not line.strip() or (place.line, place.column, line.strip()) == (1, 1, "---"):
        return
    margin = f"  {place.line} | "
    shown, caret = excerpt(line, place.column, max(console.width - len(margin), _NARROWEST))
    console.print(Text(margin, style="dim").append(shown, style="not dim"))
    below = Text(f"{' ' * (len(margin) - 2)}| ", style="dim")
    console.print(below.append(caret, style=f"not dim {_COLOURS[diagnostic.severity]}"))


def lines_of(root: Path) -> LineAt:
    """Return what gives the line that a place in the project ``root`` is in."""

    @cache
    def lines(file: str) -> list[str]:
        text = read_text(root, file)
        return [] if isinstance(text, Diagnostic) else text.split("\n")

    def line_at(place: Place) -> str:
        found = lines(place.file)
        return found[place.line - 1] if place.line <= len(found) else ""

    return line_at


def allowed_count(allowed: Sequence[Allowed]) -> str:
    """Return how much is allowed to be wrong: ``, 3 allowed until 2027-02-01 at the latest``."""
    if not allowed:
        return ""
    latest = max(each.until for each in allowed)
    return f", {len(allowed)} allowed until {latest}{' at the latest' * (len(allowed) > 1)}"


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many there are of each weight: ``2 errors, 1 warning``; or ``no problems``."""
    severities = [d.severity for d in diagnostics]
    parts = [
        f"{number} {severity}{'s' * (number > 1)}"
        for severity in Severity
        if (number := severities.count(severity))
    ]
    return ", ".join(parts) or "no problems"


def print_steps(steps: Mapping[str, str]) -> None:
    """Print what to do next: what to type, and what comes of it."""
    console.print("Next:")
    width = max(len(step) for step, outcome in steps.items() if outcome)
    for step, outcome in steps.items():
        console.print(f"  {step:<{width}}  {outcome}".rstrip(), markup=False)


def gap_count(gaps: Collection[object]) -> str:
    """Return how many ``gaps`` there are: ``3 gaps``."""
    return f"{len(gaps)} gap{'s' * (len(gaps) != 1)}"


@contextmanager
def poster_progress() -> Iterator[OnProgress]:
    """Yield a function that moves a progress bar with the time that is left.

    The bar shows on terminals only, and is gone when it is done.
    """
    bar = Progress(
        TextColumn("Posters"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("left"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("posters", total=None)
        begun = False

        def move(done: int, total: int) -> None:
            nonlocal begun
            if begun:
                bar.update(task, completed=done, total=total)
            else:
                # What was kept took no time: only what is made now says how long the rest takes.
                bar.reset(task, completed=done, total=total)
            begun = True

        yield move
