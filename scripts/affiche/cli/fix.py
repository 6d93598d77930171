"""Show what ``affiche check --fix`` would write, ask, and write it.

What can be repaired is found in ``editing``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import rich_click as click
from rich.text import Text

from affiche.cli.printing import console
from affiche.editing import Change, find_repairs

_COLOURS = {"+++": "bold", "---": "bold", "@@": "cyan", "+": "green", "-": "red"}


def repair(root: Path, *, yes: bool) -> None:
    """Repair what has one right answer in the project at ``root``; ends when nobody agrees.

    Args:
        root: The project's folder.
        yes: Whether to write without asking.
    """
    repairs = find_repairs(root)
    if not repairs.changes:
        console.print("affiche check --fix: nothing here has one right answer")
        return
    print_changes(repairs.changes)
    problems = f"{repairs.count} problem{'s' * (repairs.count != 1)}"
    console.print(f"affiche check --fix: this repairs {problems}")
    if not yes and not _agreed():
        sys.exit(1)
    write_changes(root, repairs.changes)


def _agreed() -> bool:
    if not can_ask():
        console.print("Nothing was written: nobody can be asked here. Add --yes to write it.")
        return False
    if click.confirm("Write this?", default=False, err=True):
        return True
    console.print("Nothing was written.")
    return False


def can_ask() -> bool:
    """Return whether somebody sits at a terminal, to see the question and to answer it."""
    return sys.stdin.isatty() and console.is_terminal


def print_changes(changes: Iterable[Change]) -> None:
    """Print the difference that each of ``changes`` makes, in colour."""
    for change in changes:
        for line in change.difference():
            colour = next((_COLOURS[each] for each in _COLOURS if line.startswith(each)), "")
            # Not markup: an editor's text may hold square brackets.
            console.print(Text(line, style=colour))


def write_changes(root: Path, changes: Iterable[Change]) -> None:
    """Write ``changes``; say which files somebody else saved in the meantime."""
    for change in changes:
        if not change.write(root):
            console.print(
                f"{change.file} was saved by somebody else just now; it was left alone.",
                markup=False,
            )
