"""The small project, loaded, and an edition of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.content import load
from affiche.content.words import words_in
from affiche.model import Catalogue
from affiche.site.edition import Edition
from tests.project import write_project

TODAY = dt.date(2026, 12, 3)
SITE = "https://leren.example/"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    project = load(write_project(tmp_path))
    assert project.catalogue
    return project.catalogue


@pytest.fixture
def edition(catalogue: Catalogue) -> Edition:
    return edition_of(catalogue)


def edition_of(catalogue: Catalogue, language: str = "nl") -> Edition:
    """Return an edition of ``catalogue`` without anything drawn."""
    return Edition(
        catalogue,
        {language: catalogue},
        (language,),
        {},
        SITE,
        words_in(language),
        TODAY,
        sheets={},
        artwork={},
        assets=(),
        fonts=(),
        logo="",
        symbol="",
    )
