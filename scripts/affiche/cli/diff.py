"""``affiche diff``: what a change does, before anybody else sees it.

Comparing is left to ``review``; this asks, writes and prints.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import rich_click as click

from affiche.checks import STORE
from affiche.cli.options import project_option, today_option
from affiche.cli.printing import console, poster_progress, print_diagnostics
from affiche.content import Snapshot, SnapshotError, take_snapshot
from affiche.content.words import Words, languages, words_in
from affiche.press import prune, write_file
from affiche.review import (
    Comparison,
    Named,
    State,
    as_json,
    as_markdown,
    as_plain,
    compare_states,
    open_state,
    report_page,
    schema_json,
)

_DATA, _PICTURES = "diff.json", "pictures"


@click.command()
@click.argument("base")
@click.argument("head", required=False, default="")
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="text for people, markdown for a comment, json for programs.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Also write a report with pictures into this folder: index.html, summary.md, diff.json.",
)
@click.option(
    "--link",
    metavar="URL",
    help="Where the report can be opened, for the comment; such as the job's artefact.",
)
@click.option(
    "--language",
    metavar="CODE",
    help="Of headings and sentences, such as en; the site's first language when left out.",
)
@click.option(
    "--fail-on-recall",
    is_flag=True,
    help="End with exit code 1 when something that was printed is no longer true.",
)
def diff(
    base: str,
    head: str,
    root: Path,
    today: dt.date | None,
    form: str,
    output: Path | None,
    link: str | None,
    language: str | None,
    fail_on_recall: bool,
) -> None:
    """Show which pages, posters and sessions change, and which printed posters are out of date.

    BASE is a branch, a tag or a commit: what there was. HEAD is what there will be; the files as
    they are now when left out. Of two branches, what changed since they parted counts. Example:

    affiche diff main --output review
    """
    _refuse_other_folder(output)
    with ExitStack() as stack:

        def folder() -> Path:
            return Path(stack.enter_context(TemporaryDirectory(prefix="affiche-diff-")))

        try:
            snapshot = take_snapshot(root, base, folder(), parted_from=head or "HEAD")
            there = take_snapshot(root, head, folder()).root if head else root
        except SnapshotError as error:
            console.print(f"affiche diff: {error}", markup=False)
            sys.exit(1)
        new = _head(there, today)
        words = _words(language, new)
        comparison = _compare(snapshot, new, Named(base, head, words.language), root)
    found = comparison.diff
    if output:
        _write(output, dict(_files(comparison, words, new, link)))
        console.print(f"The report is in {output}/index.html", markup=False)
    if form == "json":
        click.echo(as_json(found))
    elif form == "markdown":
        click.echo(as_markdown(found, words, link=link), nl=False)
    else:
        click.echo(as_plain(found, words))
    prune(root / STORE)
    sys.exit(1 if fail_on_recall and found.needs_recall else 0)


def _head(root: Path, today: dt.date | None) -> State:
    """Return the new state; there is nothing to show of one with errors but these."""
    state = open_state(root, today)
    if state.errors:
        print_diagnostics(state.errors)
        console.print("affiche diff: mend this first; see affiche check")
        sys.exit(1)
    return state


def _compare(snapshot: Snapshot, new: State, named: Named, root: Path) -> Comparison:
    old = open_state(snapshot.root, new.today)
    with poster_progress() as on_progress:
        return compare_states(old, new, snapshot, named, root, on_progress=on_progress)


def _words(language: str | None, state: State) -> Words:
    """Return the words of ``language``: the site's own, with what the company says otherwise."""
    own = state.project.words
    if language is None:
        return next(iter(own.values()))
    if language not in own and language not in languages():
        known = ", ".join(sorted({*own, *languages()}))
        raise click.UsageError(f"There are no words in '{language}'; there are in {known}.")
    return own.get(language) or words_in(language)


def _files(
    comparison: Comparison, words: Words, new: State, link: str | None
) -> Iterator[tuple[str, bytes]]:
    catalogue = new.project.catalogue
    assert catalogue  # there are no errors
    yield from comparison.pictures.items()
    yield from report_page(comparison.diff, words, catalogue.brand, new.studio)
    yield "summary.md", as_markdown(comparison.diff, words, link=link).encode()
    yield "diff.schema.json", schema_json().encode()
    yield _DATA, as_json(comparison.diff).encode()


def _refuse_other_folder(output: Path | None) -> None:
    """Refuse a folder that holds something else than a report.

    Raises:
        click.UsageError: it does.
    """
    if output and output.is_dir() and any(output.iterdir()) and not (output / _DATA).is_file():
        raise click.UsageError(
            f"{output}/ holds other files. Name a new folder: --output review, for example."
        )


def _write(output: Path, files: dict[str, bytes]) -> None:
    """Write the report, and remove the pictures of the previous one."""
    for name, content in files.items():
        write_file(output / name, content)
    kept = {output / name for name in files}
    for picture in (output / _PICTURES).glob("*.webp"):
        if picture not in kept:
            picture.unlink()
