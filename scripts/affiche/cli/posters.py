"""``affiche posters``: make posters without building the site."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import rich_click as click

from affiche.checks import STORE, Inspection, inspect
from affiche.cli.options import formats_option, output_option, project_option, today_option
from affiche.cli.printing import console, poster_progress, print_diagnostics
from affiche.cli.refusing import refuse_wish
from affiche.content.watching import saved_files
from affiche.model import PAPER_VARIANTS, Variant
from affiche.posters import POSTER
from affiche.press import prune, write_file
from affiche.report import has_errors


@click.command()
@click.argument("campaigns", nargs=-1, metavar="[CAMPAIGN]...")
@project_option
@today_option
@formats_option
@click.option(
    "--variant",
    "variants",
    type=click.Choice([str(variant) for variant in PAPER_VARIANTS]),
    multiple=True,
    help="Make formats on paper for this, whatever the poster says; may be given more than once.",
)
@click.option(
    "--language",
    metavar="CODE",
    help="Only in this language, such as nl; all languages of the site when left out.",
)
@output_option
@click.option(
    "--watch",
    is_flag=True,
    help="Go on, and make posters anew whenever a file is saved: a page, a picture, a template.",
)
def posters(
    campaigns: tuple[str, ...],
    root: Path,
    today: dt.date | None,
    formats: tuple[str, ...],
    variants: tuple[str, ...],
    language: str | None,
    output: Path,
    watch: bool,
) -> None:
    """Make the posters of CAMPAIGN (the name of its folder), or of all campaigns.

    Drafts are made too: a poster is often wanted before its campaign is approved. Example:

    affiche posters leren-begint-bovenaan --format a3
    """

    def make() -> Inspection:
        with poster_progress() as on_progress:
            inspection = inspect(
                root,
                today,
                drafts=True,
                campaigns=campaigns or None,
                formats=formats or None,
                variants=[Variant(variant) for variant in variants] or None,
                language=language,
                on_progress=on_progress,
            )
        print_diagnostics(inspection.diagnostics)
        return inspection

    if watch:
        _watch(root, output, make)
        return
    inspection = make()
    if inspection.catalogue:
        refuse_wish(inspection.catalogue, campaigns, formats, language)
    if inspection.made:
        _write(inspection, output)
    prune(root / STORE)
    sys.exit(1 if has_errors(inspection.diagnostics) else 0)


def _watch(root: Path, output: Path, make: Callable[[], Inspection]) -> None:
    """Make posters each time that a file of the project is saved, until Ctrl-C."""
    watched = (path for path in sorted(root.iterdir()) if path.is_dir() and _is_source(path))
    folders = [path for path in watched if path.resolve() != output.resolve()]
    try:
        for _ in saved_files(folders):
            inspection = make()
            if inspection.made:
                _write(inspection, output, only_changed=True)
            names = ", ".join(folder.name for folder in folders)
            console.print(f"Watching {names}; Ctrl-C ends it.")
    except KeyboardInterrupt:
        console.print("No longer watching.")


def _is_source(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name != "site"


def _write(inspection: Inspection, output: Path, *, only_changed: bool = False) -> None:
    """Write the posters that came out well, and name them: all, or only those that changed."""
    made = inspection.made
    assert made  # the caller has looked
    default = next(iter(inspection.catalogues))
    for planned, artefact in made.posters:
        # As in the site: other languages lie in a folder of their own.
        folder = output if planned.language == default else output / planned.language
        path = folder / planned.campaign.id / planned.file_name
        content = artefact.file(POSTER)
        # A viewer that shows it is not to blink for nothing.
        changed = not path.is_file() or path.read_bytes() != content
        if changed:
            write_file(path, content)
        if changed or not only_changed:
            click.echo(path)
    console.print(
        f"{len(made.posters)} poster{'s' * (len(made.posters) != 1)} in {output}/ "
        f"({made.made} rendered, {made.kept} unchanged and kept)"
    )
