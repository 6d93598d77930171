"""What loading a project gives: its settings, its catalogue, and everything that is wrong.

Filling it is left to ``loading``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from affiche.model import Catalogue
from affiche.report import Diagnostic


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


@dataclass(frozen=True)
class Project:
    """A project's files, read and checked."""

    root: Path
    """The folder of ``mkdocs.yml``."""

    settings: Settings

    catalogue: Catalogue | None
    """None when anything in the files is an error."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """Sorted by place."""
