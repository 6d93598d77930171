"""The pages and assets of an edition as MkDocs files, in place of those that it read itself.

What stands on a page is left to ``rendering`` and the templates.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from affiche.content.rule_words import PAGE as RULES_PAGE
from affiche.model import Campaign, PageEntity
from affiche.site.addresses import KIND_FOLDERS, KIND_NAMES
from affiche.site.edition import Edition
from affiche.site.field_page import FIELDS, field_page
from affiche.site.overviews import OVERVIEWS
from affiche.site.rule_page import rule_page
from affiche.site.translated_pages import (
    in_language,
    reference_front,
    reference_page,
    replace_file,
    translate_pages,
)

_HEADING = re.compile(r"\s*# (?P<title>.+?)(?:\s*\{[^{}\n]*\})?\s*(?:\n|$)")
"""The title of an ordinary page (Python-Markdown, attr_list)."""

_NOT_FOR_READERS = (".md", ".csv")
"""Files in a campaign's folder that are sources, not pictures."""

_PUBLIC_OVERRIDES = "assets/"
"""Only what lies here among the overrides is part of the site: brand.yml and fonts are not."""


def add_files(files: Files, config: MkDocsConfig, edition: Edition, campaigns_dir: str) -> Files:
    """Return ``files`` with the pages, overviews, home page and assets of ``edition``."""
    _withhold_overrides(files, config)
    translate_pages(files, config, edition)
    for entity in edition.catalogue.entities:
        replace_file(files, entity_page(config, entity, edition, campaigns_dir))
        if isinstance(entity, Campaign):
            for file in _campaign_pictures(config, entity, campaigns_dir):
                replace_file(files, file)
    for folder, overview in OVERVIEWS.items():
        title = edition.words(overview.title)
        lead = edition.words(overview.lead) if overview.lead else ""
        _settle(
            files,
            config,
            f"{folder}/index.md",
            title,
            overview.template,
            lead=lead,
            aside=overview.aside,
        )
    if not files.get_file_from_path(f"{RULES_PAGE}/index.md"):
        files.append(rule_page(config, edition.words))
    if not files.get_file_from_path(f"{FIELDS}/index.md"):
        files.append(field_page(config, edition.words))
    _settle(files, config, "index.md", edition.words("home.title"), "home.html")
    for asset in edition.assets:
        replace_file(files, File.generated(config, asset.path, content=asset.content))
    return files


def source_of(entity: PageEntity) -> str:
    """Return the path of the page's source; it is one in all languages."""
    folder = KIND_FOLDERS[type(entity)]
    inside = f"{entity.id}/index" if isinstance(entity, Campaign) else entity.id
    return f"{folder}/{inside}.md"


def front_of(entity: PageEntity, edition: Edition) -> dict[str, object]:
    """Return the fields of the page of ``entity``, which say whose page it is."""
    if not edition.is_here(entity):
        return reference_front(source_of(entity), entity.name, entity.language)
    folder = KIND_FOLDERS[type(entity)]
    return {
        "title": entity.name,
        "template": f"{KIND_NAMES[folder]}.html",
        "hide": ["navigation", "toc"],
        "affiche": {"kind": folder, "id": entity.id},
    }


def entity_page(
    config: MkDocsConfig, entity: PageEntity, edition: Edition, campaigns_dir: str
) -> File:
    """Return the page of ``entity``, or one that refers to it where it is in another language."""
    if edition.is_here(entity):
        return _page_file(config, entity, edition, campaigns_dir)
    return reference_page(config, source_of(entity), entity.name, entity.language)


def _page_file(
    config: MkDocsConfig, entity: PageEntity, edition: Edition, campaigns_dir: str
) -> File:
    name = source_of(entity)
    front = yaml.safe_dump(front_of(entity, edition), allow_unicode=True)
    file = File.generated(
        config,
        name,
        content=f"---\n{front}---\n{entity.body}",
        # Everything in the navigation makes every page carry every other: quadratic in pages.
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    # Edit links start from docs/; campaigns lie beside it.
    written = name if edition.is_default else in_language(name, edition.language)
    in_docs = not isinstance(entity, Campaign)
    file.edit_uri = (
        written if in_docs else f"../{campaigns_dir}/{written.removeprefix('campaigns/')}"
    )
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
    *,
    lead: str = "",
    aside: bool = False,
) -> None:
    """Give the page called ``name`` its template; make it when no editor wrote it.

    The template shows the title itself; ``lead`` is said where the editor says nothing. A page
    ``aside`` is for owners: readers need it in no menu and find it with no search.
    """
    written = files.get_file_from_path(name)
    edit_uri = written.edit_uri if written else None
    front, body = _split(written.content_string) if written else ({}, lead)
    if heading := _HEADING.match(body):
        front = {"title": heading["title"]} | front
        body = body[heading.end() :]
    meta = {"title": title, "hide": ["navigation", "toc"]} | front | {"template": template}
    meta["affiche"] = {"kind": "overview", "id": posixpath.dirname(name)}
    if aside:
        meta["search"] = {"exclude": True}
    file = File.generated(
        config,
        name,
        content=f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{body or lead}\n",
        # A navigation that somebody wrote need not name a page that nobody did.
        inclusion=InclusionLevel.NOT_IN_NAV
        if aside or (config.nav and not written)
        else InclusionLevel.UNDEFINED,
    )
    file.edit_uri = edit_uri
    replace_file(files, file)


def _split(text: str) -> tuple[dict[str, object], str]:
    """Split an ordinary page as MkDocs does."""
    body, meta = get_data(text)
    return meta, body


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
