"""What loading a project gives: its settings, its catalogue, and everything that is wrong.

Filling it is left to ``loading``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from affiche.content.words import Words
from affiche.model import Allowances, Catalogue, Entity
from affiche.report import Diagnostic

UNKNOWN_SITE = "https://unknown.invalid/"
"""Stands in for a site_url that is missing; no catalogue is made then (RFC 2606: no such site)."""


@dataclass(frozen=True)
class Settings:
    """Where things are, from ``mkdocs.yml``; paths are relative to the project's folder."""

    site_url: str
    """The site's address; ends in a slash."""

    docs_dir: str = "docs"
    """Holds the pages of values, audiences, people and programmes."""

    campaigns_dir: str = "campaigns"
    """Holds one folder for each campaign."""

    overrides_dir: str = "overrides"
    """Holds the brand."""

    site_dir: str = "site"
    """Where the built site goes; may lie outside the project."""

    markdown_extensions: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """What the site's Markdown knows beyond the usual: names, with options."""


@dataclass(frozen=True)
class Translation:
    """A file that says in another language what its original says."""

    kind: type[Entity] | None
    """What it describes; None for an ordinary page."""

    id: str
    """Of the entity; empty for an ordinary page."""

    language: str
    """Its code."""

    file: str
    """Path from the project's folder."""

    original: str
    """Path of what it translates."""

    digest: str
    """Of the original's texts as they are now."""

    translated_from: str | None
    """The digest of the texts that were translated, where the translator gave it."""


@dataclass(frozen=True)
class OrdinaryPage:
    """A page of the site that describes no entity: an overview's words, or the handbook."""

    file: str
    """Path of the original from the project's folder."""

    languages: tuple[str, ...]
    """Codes of the languages that it is written in, the default among them."""


@dataclass(frozen=True)
class Project:
    """A project's files, read and checked."""

    root: Path
    """The folder of ``mkdocs.yml``."""

    settings: Settings

    catalogue: Catalogue | None
    """In the default language; None when an error in the files leaves nothing to build."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """Sorted by place."""

    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    """By language, the default first; what is not translated is there in the default's words."""

    translations: tuple[Translation, ...] = ()
    """All translated files."""

    ordinary_pages: tuple[OrdinaryPage, ...] = ()
    """All other pages in the folder of the documents, by path."""

    words: Mapping[str, Words] = field(default_factory=dict)
    """The product's own words, by language."""

    allowances: Allowances = field(default_factory=Allowances)
    """Which rules need not hold for a while."""
