"""The command ``affiche`` and its subcommands.

Each subcommand has a module of its own.
"""

from __future__ import annotations

import rich_click as click

from affiche.cli.build import build
from affiche.cli.check import check
from affiche.cli.posters import posters
from affiche.cli.serve import serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affiche")
def main() -> None:
    """Internal campaigns as code: from Markdown to an intranet site and printed posters.

    Run these commands in the folder that holds mkdocs.yml. A good first one is
    `affiche check`; it changes nothing and says what is wrong, with file and line.
    """


for command in (build, serve, check, posters):
    main.add_command(command)
