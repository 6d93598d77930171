"""``affiche order``: everything that is needed to approve, print and deliver posters."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

import rich_click as click

from affiche.checks import STORE, Inspection, inspect
from affiche.cli.options import formats_option, output_option, project_option, today_option
from affiche.cli.printing import console, poster_progress, print_diagnostics
from affiche.cli.refusing import refuse_wish
from affiche.posters import POSTER, Paperwork, make_paperwork, plan_order
from affiche.press import Store, write_file
from affiche.report import has_errors


@click.command()
@click.argument("campaigns", nargs=-1, metavar="[CAMPAIGN]...")
@project_option
@today_option
@formats_option
@click.option(
    "--language",
    metavar="CODE",
    help="Order the posters in this language, such as en, and show no others on the contact "
    "sheet; the site's first language when left out, with all languages on the contact sheet.",
)
@output_option
def order(
    campaigns: tuple[str, ...],
    root: Path,
    today: dt.date | None,
    formats: tuple[str, ...],
    language: str | None,
    output: Path,
) -> None:
    """Make what goes to the print shop for CAMPAIGN (the name of its folder), or for all campaigns.

    In the folder of each campaign: contact-sheet.pdf (and .webp) with all posters, to approve them;
    print-order.csv, which opens in Excel: who needs how many of what, printed where and on what;
    delivery-list.pdf to tick off; A5 flyers in pairs on A4 (-2-up.pdf), to cut; and the posters
    that the order names. How many a place needs stands in locations.csv, under quantity. Example:

    affiche order week-van-de-feedback --format a3 --format a5
    """
    with poster_progress() as on_progress:
        inspection = inspect(
            root,
            today,
            drafts=True,
            campaigns=campaigns or None,
            formats=formats or None,
            language=language,
            on_progress=on_progress,
        )
    print_diagnostics(inspection.diagnostics)
    if inspection.catalogue:
        refuse_wish(inspection.catalogue, campaigns, formats, language)
    if has_errors(inspection.diagnostics):
        sys.exit(1)
    spoken = language or next(iter(inspection.catalogues))
    paperwork = _paperwork(inspection, spoken, root)
    print_diagnostics(paperwork.diagnostics)
    # As in the site: other languages lie in a folder of their own.
    folder = output if spoken == next(iter(inspection.catalogues)) else output / spoken
    count = 0
    for name, content in (*_posters(inspection, spoken), *_papers(paperwork)):
        write_file(folder / name, content)
        click.echo(folder / name)
        count += 1
    console.print(f"{count} file{'s' * (count != 1)} in {folder}/")
    sys.exit(1 if has_errors(paperwork.diagnostics) else 0)


def _paperwork(inspection: Inspection, language: str, root: Path) -> Paperwork:
    # There are no errors, so both are there.
    assert inspection.made
    assert inspection.studio
    return make_paperwork(
        inspection.made,
        inspection.catalogues[language],
        inspection.project.words[language],
        inspection.studio,
        Store(root / STORE),
    )


def _posters(inspection: Inspection, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the posters that the order names, by campaign and file name."""
    assert inspection.made
    files = {id(planned): artefact for planned, artefact in inspection.made.posters}
    spoken = (p for p, _ in inspection.made.posters if p.language == language)
    for line in plan_order(spoken):
        planned = line.planned
        yield f"{planned.campaign.id}/{planned.file_name}", files[id(planned)].file(POSTER)


def _papers(paperwork: Paperwork) -> Iterator[tuple[str, bytes]]:
    for paper in paperwork.papers:
        yield f"{paper.campaign.id}/{paper.file_name}", paper.content
