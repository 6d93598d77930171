"""The small project, loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.content import load
from affiche.model import Catalogue
from tests.project import write_project


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    project = load(write_project(tmp_path))
    assert project.catalogue
    return project.catalogue
