"""``affiche build``: the whole site, swapped into place when it is complete."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from pathlib import Path

import rich_click as click

from affiche.checks import STORE, Inspection, inspect
from affiche.cli.generator import build_languages
from affiche.cli.options import drafts_option, project_option, today_option
from affiche.cli.printing import (
    console,
    count,
    gap_count,
    poster_progress,
    print_diagnostics,
)
from affiche.press import prune
from affiche.report import must_stop

_NEXT = Path(".affiche/site-next")
_WHOLE = "all-languages"
_PREVIOUS = Path(".affiche/site-previous")


@click.command()
@project_option
@today_option
@drafts_option
@click.option(
    "--strict",
    is_flag=True,
    help="Let warnings stop the build too, as in CI; gaps in the content never do.",
)
def build(root: Path, today: dt.date | None, drafts: bool, strict: bool) -> None:
    """Build the site with all its pages and posters.

    Posters that have not changed are not made again. When anything is wrong, every problem is
    printed, the exit code is 1, and the site that was there stays as it was.
    """
    with poster_progress() as on_progress:
        inspection = inspect(root, today, drafts=drafts, on_progress=on_progress)
    found = inspection.diagnostics
    gaps = [diagnostic for diagnostic in found if diagnostic.code.is_gap]
    print_diagnostics(diagnostic for diagnostic in found if not diagnostic.code.is_gap)
    if gaps:
        console.print(f"{gap_count(gaps)} in the content; `affiche check` lists them")
    if made := inspection.made:
        console.print(f"Posters: {made.made} rendered, {made.kept} unchanged and kept")
    site = root / inspection.project.settings.site_dir
    _restore(site, root / _PREVIOUS)
    if must_stop(found, strict=strict):
        console.print(f"affiche build: {count(found)}; {site}/ stays as it was")
        sys.exit(1)
    if not _build(root, inspection, drafts=drafts):
        shutil.rmtree(root / _NEXT, ignore_errors=True)
        console.print(f"affiche build: the pages could not be built; {site}/ stays as it was")
        sys.exit(1)
    _swap(site, root / _NEXT / _WHOLE, root / _PREVIOUS)
    shutil.rmtree(root / _NEXT, ignore_errors=True)
    prune(root / STORE)
    console.print(f"The site is in {site}/")
    # `make site` runs the command from .venv/, which is not on the path of whoever reads this.
    program = "affiche" if shutil.which("affiche") else sys.argv[0]
    console.print(f"See it: {program} serve, then open http://127.0.0.1:8000/ in your browser")


def _build(root: Path, inspection: Inspection, *, drafts: bool) -> bool:
    """Build each language in a folder of its own, then put the others into the default's."""
    new = (root / _NEXT).resolve()
    shutil.rmtree(new, ignore_errors=True)
    folders = {language: new / language for language in inspection.catalogues}
    if not build_languages(inspection, folders, drafts=drafts):
        return False
    default, *others = folders
    whole = new / _WHOLE
    folders[default].rename(whole)
    for language in others:
        folders[language].rename(whole / language)
    return True


def _restore(site: Path, previous: Path) -> None:
    """Put the previous site back if a build was killed between the two renames of ``_swap``."""
    if previous.exists() and not site.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def _swap(site: Path, new: Path, previous: Path) -> None:
    if site.exists():
        site.rename(previous)
    new.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
