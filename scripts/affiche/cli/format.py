"""``affiche format``: bring the fields of all pages into one form."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from affiche.cli.fix import print_changes, write_changes
from affiche.cli.options import project_option
from affiche.cli.printing import console, print_diagnostics
from affiche.editing import find_formatting


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@project_option
@click.option("--check", "checking", is_flag=True, help="Write nothing; fail if anything differs.")
@click.option("--diff", "showing", is_flag=True, help="Write nothing; show what would change.")
def format_command(paths: tuple[Path, ...], root: Path, checking: bool, showing: bool) -> None:
    """Bring the fields of all pages, or of those in PATHS, into one form.

    Fields go into one order, with quotes only where they are needed and an item of a list on
    each line. What the fields say, the remarks at them and the text under them stay as they are.
    A file saved in the browser and one written by hand then differ only in what was changed.
    """
    found = find_formatting(root, paths)
    print_diagnostics(found.unreadable)
    if showing:
        print_changes(found.changes)
    for change in found.changes:
        if checking and not showing:
            console.print(change.file, markup=False)
    if not checking and not showing:
        write_changes(root, found.changes)
    many = len(found.changes)
    verb = "would change" if checking or showing else "changed"
    told = [f"{many} file{'s' * (many != 1)} {verb}", f"{found.unchanged} unchanged"]
    if found.unreadable:
        told.append(f"{len(found.unreadable)} left alone, because they cannot be read")
    console.print(f"affiche format: {', '.join(told)}")
    sys.exit(1 if found.unreadable or (checking and found.changes) else 0)
