"""One repository for all tests: each changes a copy, and shares what was drawn before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.review.repository import write


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("original"))


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(original, root)
    (original / ".affiche").mkdir(exist_ok=True)
    (root / ".affiche").mkdir(exist_ok=True)
    shutil.rmtree(root / ".affiche")
    # Pictures of the state that nobody changed are drawn once.
    (root / ".affiche").symlink_to(original / ".affiche", target_is_directory=True)
    return root
