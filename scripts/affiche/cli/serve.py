"""``affiche serve``: the site on this computer, following every file that is saved."""

from __future__ import annotations

import datetime as dt
import os
from importlib import import_module
from pathlib import Path

import rich_click as click

from affiche.cli.options import project_option, today_option
from affiche.cli.printing import console

PREVIEW = "affiche.site.preview.program"
"""Module that serves; known by name only, as the site generator is."""


def _host_and_port(
    _context: click.Context, _option: click.Parameter, value: str
) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise click.BadParameter("Write host and port with a colon, such as 127.0.0.1:8000.")
    return host.strip("[]"), int(port)


@click.command()
@project_option
@today_option
@click.option(
    "--as-readers",
    is_flag=True,
    help="Leave out drafts and campaigns that are not out yet, which are shown otherwise.",
)
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    callback=_host_and_port,
    help="Host and port; the default can be reached from this computer only.",
)
def serve(root: Path, today: dt.date | None, as_readers: bool, address: tuple[str, int]) -> None:
    """Show the site in your browser; pages and posters follow every file that you save.

    All languages are shown, and drafts, marked as such. What is wrong stands above the page. Stop
    it with Ctrl-C.
    """
    preview = import_module(PREVIEW)
    host, port = address
    code = preview.serve(
        root,
        host,
        port,
        today,
        drafts=not as_readers,
        say=lambda line: console.print(line, markup=False),
    )
    # Posters may be in the making: nobody waits for them any more.
    os._exit(code)
