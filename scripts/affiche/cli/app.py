"""The command ``affiche`` and its subcommands.

Each subcommand has a module of its own.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress
from pkgutil import resolve_name
from typing import Any

import rich_click as click

# Pydantic looks for plugins of others in everything that is installed; none of them is for us.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 + SIGINT, as shells count."""


COMMANDS = {
    "init": "affiche.cli.init:init",
    "new": "affiche.cli.new:new",
    "build": "affiche.cli.build:build",
    "serve": "affiche.cli.serve:serve",
    "check": "affiche.cli.check:check",
    "explain": "affiche.cli.explain:explain",
    "format": "affiche.cli.format:format_command",
    "coverage": "affiche.cli.coverage:coverage",
    "posters": "affiche.cli.posters:posters",
    "order": "affiche.cli.order:order",
    "owners": "affiche.cli.owners:owners",
    "editor": "affiche.cli.editor:editor",
    "schema": "affiche.cli.schema:schema",
    "diff": "affiche.cli.diff:diff",
}
"""Where each subcommand is, in the order of the help."""


class _Commands(click.RichGroup):
    """Says what the disk refuses or somebody stopped, where Python would print a traceback.

    Imports a command when it is called: what one of them needs, the others do not wait for.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        # What is imported stays: looking for garbage in it takes a tenth of the time.
        gc.disable()
        command: click.Command = resolve_name(COMMANDS[cmd_name])
        gc.freeze()
        gc.enable()
        # At the end all of it goes: some modules say so on standard error when they are left.
        atexit.register(gc.unfreeze)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read along has seen enough; click ends quietly
        except KeyboardInterrupt:
            _tell("affiche: stopped; posters that were finished are kept for the next run")
            sys.exit(INTERRUPTED)
        except OSError as error:
            _tell(f"affiche: {error}")
            _tell("Is the disk full, or is a file where a folder is wanted? What is made")
            _tell("is kept in .affiche/ and may be deleted: it is made again.")
            sys.exit(1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affiche")
def main() -> None:
    """Internal campaigns as code: from Markdown to an intranet site and printed posters.

    Run these commands in the folder that holds mkdocs.yml. A good first one is
    `affiche check`; it changes nothing and says what is wrong, with file and line.
    """


def run() -> None:
    """Run ``main`` as the whole of this process, and leave it as soon as it is done.

    To take apart all that was imported costs Python a fifth of a second, and nobody sees it.

    Raises:
        SystemExit: something is still running that Python has to wait for.
    """
    try:
        main(prog_name="affiche")
    except SystemExit as end:
        code = 0 if end.code is None else end.code
        if not isinstance(code, int) or threading.active_count() > 1:
            raise
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)
