"""``affiche coverage``: which values and audiences have programmes and campaigns, and which not.

Finding the gaps is left to ``checks``; the site's page ``coverage/`` shows the texts too.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import rich_click as click
from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from affiche.checks import Coverage, Gap, Matrix, cover, gap_sentence
from affiche.cli.options import project_option, today_option
from affiche.cli.printing import print_diagnostics
from affiche.content import load
from affiche.content.words import Words, languages, words_in
from affiche.model import plain_text

_FILLED, _EMPTY = "●", "·"

_NAME_WIDTH = 16
"""Least width of the first column, in characters: long names break before short columns do."""

_GUTTER = 2
"""Between two columns, in characters."""


@click.command()
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for programs: with what stands in every place.",
)
@click.option(
    "--language",
    type=click.Choice(languages()),
    default="en",
    show_default=True,
    help="Of headings and sentences.",
)
@click.option("--strict", is_flag=True, help="End with exit code 1 when there is a gap.")
def coverage(root: Path, today: dt.date | None, form: str, language: str, strict: bool) -> None:
    """Show which values and audiences have programmes and campaigns, and what is missing.

    Makes no posters and changes nothing. How much of everything there must be is said under
    coverage: in overrides/brand.yml. Ends with exit code 0 however many gaps there are.
    """
    project = load(root)
    whole = project.catalogue
    if whole is None:
        print_diagnostics(project.diagnostics)
        sys.exit(1)
    day = today or dt.datetime.now(whole.brand.zone).date()
    found = cover(whole.visible(day, drafts=True), day)
    words = words_in(language)
    if form == "json":
        click.echo(json.dumps(_as_data(found, day, words), ensure_ascii=False, indent=2))
    else:
        _print(found, day, words)
    sys.exit(1 if strict and found.gaps else 0)


def _print(found: Coverage, today: dt.date, words: Words) -> None:
    """Print the matrices and the gaps to standard output: they are what was asked for."""
    out = Console(highlight=False)
    period = words.date_range(today, found.until)
    for matrix, title, kind in (
        (found.lived, words("coverage.lived"), words("coverage.programme")),
        (found.served, words("coverage.served"), words("coverage.programme")),
        (found.ahead, f"{words('coverage.ahead')} ({period})", words("coverage.campaign")),
    ):
        out.print(_table(matrix, title, kind, out.width))
    if not found.gaps:
        out.print(words("coverage.no-gaps"), markup=False)
        return
    out.print(Text(words("coverage.gaps"), style="bold"))
    for gap in found.gaps:
        # Not markup: an editor's text may hold square brackets.
        out.print(Padding(Text(gap_sentence(gap, words)), (0, 0, 0, 2)))
        out.print(Text(f"  {gap.place}", style="dim"), soft_wrap=True)


def _table(matrix: Matrix, title: str, kind: str, width: int) -> Table:
    """Return ``matrix`` as a table of marks, with how many there are in its last line."""
    table = Table(
        title=Text(title, style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_footer=True,
        pad_edge=False,
        padding=(0, 1),
        collapse_padding=True,
    )
    names = max(len(kind), *(len(row.entity.name) for row in matrix.rows), 0)
    room = width - sum(len(column.name) + _GUTTER for column in matrix.columns) - _GUTTER
    table.add_column(Text(kind), width=min(names, max(_NAME_WIDTH, room)))
    for column, filled in zip(matrix.columns, matrix.filled, strict=True):
        style = "bold red" if filled == 0 else "bold"
        table.add_column(
            Text(column.name),
            Text(str(filled), style=style),
            justify="center",
            overflow="fold",
        )
    for row in matrix.rows:
        marks = (
            Text(_EMPTY, style="dim") if cell is None else Text(_FILLED, style="green")
            for cell in row.cells
        )
        table.add_row(Text(row.entity.name), *marks)
    return table


def _as_data(found: Coverage, today: dt.date, words: Words) -> dict[str, Any]:
    return {
        "today": today.isoformat(),
        "until": found.until.isoformat(),
        "programmes_by_value": _matrix_data(found.lived),
        "programmes_by_audience": _matrix_data(found.served),
        "campaigns_by_audience": _matrix_data(found.ahead),
        "gaps": [_gap_data(gap, words) for gap in found.gaps],
    }


def _matrix_data(matrix: Matrix) -> dict[str, dict[str, str | None]]:
    """Return ids of rows with ids of columns with texts; None is an empty place."""
    ids = [column.id for column in matrix.columns]
    return {
        row.entity.id: {
            column: plain_text(cell) if cell else None
            for column, cell in zip(ids, row.cells, strict=True)
        }
        for row in matrix.rows
    }


def _gap_data(gap: Gap, words: Words) -> dict[str, Any]:
    return {
        "code": gap.code.value,
        "sentence": gap_sentence(gap, words),
        "place": str(gap.place),
        "values": [each.id for each in gap.values],
        "audiences": [each.id for each in gap.audiences],
        "programmes": [each.id for each in gap.programmes],
        "campaigns": [each.id for each in gap.campaigns],
        "people": [each.id for each in gap.people],
        "count": gap.count,
        "wanted": gap.wanted,
    }
