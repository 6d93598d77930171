"""``affiche check``: say what is wrong; with ``--fix`` repair it, else change nothing."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import rich_click as click

from affiche.checks import inspect
from affiche.cli.fix import repair, tell_repairable
from affiche.cli.options import project_option, today_option
from affiche.cli.printing import console, count, poster_progress, print_diagnostics
from affiche.report import as_github, as_json, has_errors


@click.command()
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for remarks in a pull request.",
)
@click.option(
    "--fix",
    "fixing",
    is_flag=True,
    help="Repair what has one right answer; shows the difference and asks before it writes.",
)
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
def check(root: Path, today: dt.date | None, form: str, fixing: bool, yes: bool) -> None:
    """Check all campaigns, programmes, values, audiences, people and posters.

    Drafts are checked too. Every problem is printed with its file, line and column, and with
    what to write instead. Ends with exit code 1 when there is an error, else with 0.
    """
    if yes and not fixing:
        raise click.UsageError("--yes goes with --fix: without it nothing is written.")
    if fixing:
        repair(root, yes=yes)
    with poster_progress() as on_progress:
        found = inspect(root, today, drafts=True, on_progress=on_progress).diagnostics
    if form == "json":
        click.echo(as_json(found))
    elif form == "github":
        for diagnostic in found:
            click.echo(as_github(diagnostic))
    else:
        print_diagnostics(found)
        console.print(f"affiche check: {count(found)}")
        tell_repairable(found)
    sys.exit(1 if has_errors(found) else 0)
