"""``affiche editor``: edit in the browser, on this computer."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from affiche.cli.options import project_option
from affiche.cli.printing import console
from affiche.editing import LOCAL_PORT, NotInstalledError, install_editor, start_server


@click.command()
@project_option
@click.option("--install", is_flag=True, help="Only fetch the editor, through npm; then end.")
@click.option(
    "--port",
    default=LOCAL_PORT,
    show_default=True,
    help="Where the editor reads and writes; as editor: local_port: in mkdocs.yml.",
)
def editor(root: Path, install: bool, port: int) -> None:
    """Let the browser editor at /admin/ write in the files of this project.

    Run it beside `affiche serve`, and open http://127.0.0.1:8000/admin/. What is saved there
    stands in the files at once. Stop it with Ctrl-C when you have done: while it runs, any page
    that you open in this browser could write in the project.
    """
    try:
        install_editor(root)
        if install:
            console.print("The browser editor is installed; the next build shows it at /admin/")
            return
        server = start_server(root, port)
    except NotInstalledError as error:
        console.print(f"affiche editor: {error}", markup=False)
        console.print("Without it, the site is built without /admin/ and nothing else changes.")
        sys.exit(1)
    console.print("The browser editor may write in this project's files; stop it with Ctrl-C")
    console.print("Open http://127.0.0.1:8000/admin/ while `affiche serve` runs")
    try:
        sys.exit(server.wait())
    except KeyboardInterrupt:
        server.terminate()
        server.wait()
        sys.exit(0)
