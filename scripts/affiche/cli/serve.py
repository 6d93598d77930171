"""``affiche serve``: the site on this computer, rebuilt at every change."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import rich_click as click

from affiche.cli.generator import LANGUAGE_VARIABLE, run_generator
from affiche.cli.options import drafts_option, project_option, today_option


@click.command()
@project_option
@today_option
@drafts_option
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Host and port; the default can be reached from this computer only.",
)
@click.option(
    "--language",
    metavar="CODE",
    envvar=LANGUAGE_VARIABLE,
    help="Show the site in this language, such as en; in its first one when left out.",
)
def serve(
    root: Path, today: dt.date | None, drafts: bool, address: str, language: str | None
) -> None:
    """Show the site in your browser and rebuild it whenever a file is saved.

    One language is shown at a time. Stop it with Ctrl-C.
    """
    command = ["serve", "--dev-addr", address]
    try:
        sys.exit(run_generator(root, command, today, drafts=drafts, language=language))
    except KeyboardInterrupt:
        sys.exit(0)
