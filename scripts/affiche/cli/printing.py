"""Print diagnostics in colour and show how far the posters are.

Everything goes to standard error, so that what a program reads stays clean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from affiche.press import Progress as OnProgress
from affiche.report import Diagnostic, Severity

console = Console(stderr=True, soft_wrap=True, highlight=False)
"""Where people read."""

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print each diagnostic: place, weight and code on one line, then what to do."""
    for diagnostic in diagnostics:
        line = Text(f"{diagnostic.place}  ", style="bold")
        line.append(diagnostic.severity.value, style=_COLOURS[diagnostic.severity])
        line.append(f"  {diagnostic.code}", style="dim")
        console.print(line)
        # Not markup: an editor's text may hold square brackets.
        console.print(Text(f"  {diagnostic.message}"))
        if diagnostic.hint:
            console.print(Text(f"  {diagnostic.hint}", style="green"))


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
