"""The pages and assets of an edition as MkDocs files, in place of those that it read itself.

What stands on a page is left to ``rendering`` and the templates.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from affiche.model import Campaign
from affiche.site.edition import KIND_FOLDERS, Edition, Page

KIND_TEMPLATES = {folder: f"{kind.__name__.lower()}.html" for kind, folder in KIND_FOLDERS.items()}
"""The template of each kind of page, by folder."""

_NOT_FOR_READERS = (".md", ".csv")
"""Files in a campaign's folder that are sources, not pictures."""

_PUBLIC_OVERRIDES = "assets/"
"""Only what lies here among the overrides is part of the site: brand.yml and fonts are not."""


def add_files(files: Files, config: MkDocsConfig, edition: Edition, campaigns_dir: str) -> Files:
    """Return ``files`` with the pages, overviews, home page and assets of ``edition``."""
    _withhold_overrides(files, config)
    for entity in _entities(edition):
        _replace(files, _page_file(config, entity, campaigns_dir))
        if isinstance(entity, Campaign):
            for file in _campaign_pictures(config, entity, campaigns_dir):
                _replace(files, file)
    for folder in KIND_FOLDERS.values():
        _settle(
            files,
            config,
            f"{folder}/index.md",
            edition.words(f"overview.{folder}"),
            "overview.html",
        )
    _settle(files, config, "index.md", edition.words("home.title"), "home.html")
    # A page for owners, which care lines link to; readers need it in no menu.
    review = edition.words("review.title")
    aside = InclusionLevel.NOT_IN_NAV
    _settle(files, config, "review/index.md", review, "review.html", aside)
    for asset in edition.assets:
        _replace(files, File.generated(config, asset.path, content=asset.content))
    return files


def _entities(edition: Edition) -> Iterator[Page]:
    catalogue = edition.catalogue
    yield from catalogue.values
    yield from catalogue.audiences
    yield from catalogue.people
    yield from catalogue.programmes
    yield from catalogue.campaigns


def _page_file(config: MkDocsConfig, entity: Page, campaigns_dir: str) -> File:
    folder = KIND_FOLDERS[type(entity)]
    name = (
        f"{folder}/{entity.id}/index.md"
        if isinstance(entity, Campaign)
        else f"{folder}/{entity.id}.md"
    )
    title = entity.title if isinstance(entity, Campaign) else entity.name
    meta = {
        "title": title,
        "template": KIND_TEMPLATES[folder],
        "hide": ["navigation", "toc"],
        "affiche": {"kind": folder, "id": entity.id},
    }
    front = yaml.safe_dump(meta, allow_unicode=True)
    file = File.generated(
        config,
        name,
        content=f"---\n{front}---\n{entity.body}",
        # Everything in the navigation makes every page carry every other: quadratic in pages.
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    # Edit links start from docs/; campaigns lie beside it.
    in_docs = not isinstance(entity, Campaign)
    file.edit_uri = name if in_docs else f"../{campaigns_dir}/{entity.id}/index.md"
    return file


def _campaign_pictures(
    config: MkDocsConfig, campaign: Campaign, campaigns_dir: str
) -> Iterator[File]:
    """Yield what the story of a campaign may show: the other files in its folder."""
    root = Path(config.config_file_path).resolve().parent
    folder = root / campaigns_dir / campaign.id
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix not in _NOT_FOR_READERS:
            inside = path.relative_to(folder).as_posix()
            yield File.generated(
                config, f"campaigns/{campaign.id}/{inside}", abs_src_path=str(path)
            )


def _settle(
    files: Files,
    config: MkDocsConfig,
    name: str,
    title: str,
    template: str,
    inclusion: InclusionLevel = InclusionLevel.UNDEFINED,
) -> None:
    """Give the page called ``name`` its template; make it when no editor wrote it."""
    written = files.get_file_from_path(name)
    text = written.content_string if written else ""
    front, body = _split(text)
    meta = {"title": title, "hide": ["navigation", "toc"]} | front | {"template": template}
    meta["affiche"] = {"kind": "overview", "id": posixpath.dirname(name)}
    if inclusion is InclusionLevel.NOT_IN_NAV:
        meta["search"] = {"exclude": True}
    file = File.generated(
        config,
        name,
        content=f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{body}",
        inclusion=inclusion,
    )
    file.edit_uri = name if written else None
    _replace(files, file)


def _split(text: str) -> tuple[dict[str, object], str]:
    """Split an ordinary page as MkDocs does."""
    body, meta = get_data(text)
    return meta, body


def _replace(files: Files, file: File) -> None:
    if old := files.get_file_from_path(file.src_uri):
        files.remove(old)
    files.append(file)


def _withhold_overrides(files: Files, config: MkDocsConfig) -> None:
    """Keep sources of the brand out of the site: MkDocs would copy all that is no template."""
    if not config.theme.custom_dir:
        return
    overrides = Path(config.theme.custom_dir).resolve()
    for file in list(files):
        if not file.abs_src_path:
            continue
        path = Path(file.abs_src_path).resolve()
        if path.is_relative_to(overrides) and not (
            path.relative_to(overrides).as_posix().startswith(_PUBLIC_OVERRIDES)
        ):
            files.remove(file)
