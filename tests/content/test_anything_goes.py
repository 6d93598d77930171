"""Whatever is in the files: loading never gives up, and every finding has a place and a way out.

With ``AFFICHE_SLOW=1`` thousands of projects are tried, and other ones each time.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from affiche.content import load
from tests.anything import FILES_THAT_CHANGE, changes
from tests.project import BILINGUAL, write_project
from tests.trying import assert_helpful, changed, tried, without_a_hang


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in two languages, whose files each example changes and puts back."""
    files = {**FILES_THAT_CHANGE, "overrides/brand.yml": BILINGUAL}
    return write_project(tmp_path_factory.mktemp("anything"), **files)


def test_the_project_that_is_changed_is_good(root: Path) -> None:
    assert load(root).diagnostics == ()


@tried(few=50, many=4000)
@given(changes())
def test_loading_tells_what_is_wrong_and_goes_on(root: Path, files: dict[str, bytes]) -> None:
    with changed(root, files):
        with without_a_hang():
            project = load(root)
        assert_helpful(root, project.diagnostics)
