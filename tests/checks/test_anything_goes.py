"""Whatever is in the files: the rules over the whole catalogue have an answer too.

No posters are made: a headline of a thousand words takes its time, and is told by ``fitted``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from affiche.checks import inspect
from tests.anything import FILES_THAT_CHANGE, slips
from tests.posters.test_picture import PORTRAIT
from tests.posters.wall import TODAY
from tests.project import BILINGUAL, write_project
from tests.trying import assert_helpful, changed, tried, without_a_hang


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in two languages, whose files each example changes and puts back."""
    files = {**FILES_THAT_CHANGE, **PORTRAIT, "overrides/brand.yml": BILINGUAL}
    return write_project(tmp_path_factory.mktemp("anything"), **files)


@tried(few=25, many=1000)
@given(slips())
def test_looking_at_everything_tells_what_is_wrong(root: Path, files: dict[str, bytes]) -> None:
    with changed(root, files):
        with without_a_hang():
            seen = inspect(root, TODAY, drafts=True, campaigns=())
        assert_helpful(root, seen.diagnostics)
