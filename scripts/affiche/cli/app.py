"""The command ``affiche`` and its subcommands.

Each subcommand has a module of its own.
"""

from __future__ import annotations

import sys
from typing import Any

import rich_click as click

from affiche.cli.build import build
from affiche.cli.check import check
from affiche.cli.coverage import coverage
from affiche.cli.init import init
from affiche.cli.new import new
from affiche.cli.order import order
from affiche.cli.owners import owners
from affiche.cli.posters import posters
from affiche.cli.printing import console
from affiche.cli.serve import serve

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 + SIGINT, as shells count."""


class _Commands(click.RichGroup):
    """Says what the disk refuses or somebody stopped, where Python would print a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read along has seen enough; click ends quietly
        except KeyboardInterrupt:
            console.print("affiche: stopped; posters that were finished are kept for the next run")
            sys.exit(INTERRUPTED)
        except OSError as error:
            console.print(f"affiche: {error}", markup=False)
            console.print("Is the disk full, or is a file where a folder is wanted? What is made")
            console.print("is kept in .affiche/ and may be deleted: it is made again.")
            sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affiche")
def main() -> None:
    """Internal campaigns as code: from Markdown to an intranet site and printed posters.

    Run these commands in the folder that holds mkdocs.yml. A good first one is
    `affiche check`; it changes nothing and says what is wrong, with file and line.
    """


for command in (init, new, build, serve, check, coverage, posters, order, owners):
    main.add_command(command)
