"""The small project, loaded, and an edition of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.content import load
from affiche.model import Catalogue
from affiche.site.edition import Edition
from tests.project import write_project
from tests.site.editions import edition_of

TODAY = dt.date(2026, 12, 3)
SITE = "https://leren.example/"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    project = load(write_project(tmp_path))
    assert project.catalogue
    return project.catalogue


@pytest.fixture
def edition(catalogue: Catalogue) -> Edition:
    return edition_of(catalogue, TODAY)
