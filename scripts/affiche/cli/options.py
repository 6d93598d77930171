"""Options that several subcommands share.

What they do is left to the subcommands.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

Command = TypeVar("Command", bound=Callable[..., Any])

TODAY_VARIABLE = "AFFICHE_TODAY"
"""Environment variable with the day to build for; mkdocs.yml reads it too."""

DRAFTS_VARIABLE = "AFFICHE_DRAFTS"
"""Environment variable that shows drafts; mkdocs.yml reads it too."""


def project_option(command: Command) -> Command:
    """Add ``--project``."""
    return click.option(
        "--project",
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        show_default=True,
        help="The folder that holds mkdocs.yml.",
    )(command)


def today_option(command: Command) -> Command:
    """Add ``--today``; gives a date, or None."""
    return click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        envvar=TODAY_VARIABLE,
        metavar="YYYY-MM-DD",
        callback=lambda _context, _option, value: value.date() if value else None,
        help="Act as if it were this day: see next month's site now.",
    )(command)


def drafts_option(command: Command) -> Command:
    """Add ``--drafts``."""
    return click.option(
        "--drafts",
        is_flag=True,
        envvar=DRAFTS_VARIABLE,
        help="Show drafts and campaigns that are not out yet, marked as such.",
    )(command)


def formats_option(command: Command) -> Command:
    """Add ``--format``, as often as it is given; gives names as ``formats``."""
    return click.option(
        "--format",
        "formats",
        metavar="NAME",
        multiple=True,
        help="Only this format, such as a3; may be given more than once. All formats of each "
        "poster when left out.",
    )(command)


def output_option(command: Command) -> Command:
    """Add ``--output``; gives the folder that files go into."""
    return click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        default="posters",
        show_default=True,
        help="Where the files go, in a folder for each campaign.",
    )(command)
