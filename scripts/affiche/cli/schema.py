"""``affiche schema``: what other editors' programs need to complete and explain fields."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from affiche.cli.options import project_option
from affiche.cli.printing import console
from affiche.content import load
from affiche.content.brand import load_brand
from affiche.content.project import Settings
from affiche.content.settings import load_settings
from affiche.editing import (
    SCHEMAS,
    Known,
    content_types,
    known_names,
    recommended_extensions,
    schema_files,
    workspace_settings,
)
from affiche.press import write_file


@click.command()
@project_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Write the schemas alone, into this folder; {SCHEMAS}/ with all else when left out.",
)
@click.option("--language", metavar="CODE", help="Of titles and help; the brand's when left out.")
@click.option(
    "--with-ids",
    is_flag=True,
    help="Offer the ids and names of this project too. Such schemas change with every new value.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit code 1 when a file is not current."
)
def schema(
    root: Path, output: Path | None, language: str | None, with_ids: bool, check: bool
) -> None:
    """Write JSON Schemas of all files that editors write, and settings for VS Code.

    The schemas say what fields there are, which are required and what goes into them, made from
    the same model that `affiche check` asks. VS Code's settings are written when there are none.
    """
    settings, _ = load_settings(root)
    spoken = load_brand(root, settings.overrides_dir).languages
    language = language or next(iter(spoken), "en")
    folder = output or root / SCHEMAS
    schemas = schema_files(language, _known(root) if with_ids else None)
    files = {folder / name: text for name, text in schemas.items()}
    if output is None:
        files |= _beside(root, settings, language)
    stale = [path for path, text in files.items() if _text(path) != text]
    if check:
        for path in stale:
            console.print(f"{path} is not current", markup=False, highlight=False)
        console.print("affiche schema: run it without --check" if stale else "All are current.")
        sys.exit(1 if stale else 0)
    for path in stale:
        write_file(path, files[path].encode())
    console.print(f"{len(files)} files, {len(stale)} written; schemas are in {folder}/")


def _known(root: Path) -> Known:
    catalogue = load(root).catalogue
    if catalogue is None:
        console.print("The project has errors, so its ids are not known; see `affiche check`.")
        sys.exit(1)
    return known_names(catalogue)


def _beside(root: Path, settings: Settings, language: str) -> dict[Path, str]:
    """Return what belongs to VS Code; settings that somebody wrote stay as they are."""
    files = {root / "frontmatter.json": content_types(settings, language)}
    written = {
        root / ".vscode/settings.json": workspace_settings(settings),
        root / ".vscode/extensions.json": recommended_extensions(),
    }
    return files | {path: text for path, text in written.items() if not path.exists()}


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
