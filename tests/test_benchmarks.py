"""What the benchmarks compare is the same poster: one sheet of A3 with its words and its code."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from benchmarks.competitors import COMPETITORS, Competitor
from benchmarks.poster import A3_MM
from benchmarks.sample import lay_ready, posters


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ready = tmp_path_factory.mktemp("benchmarks")
    lay_ready(ready)
    return ready


@pytest.mark.parametrize("competitor", COMPETITORS, ids=[each.name for each in COMPETITORS])
def test_every_competitor_makes_the_poster(competitor: Competitor, folder: Path) -> None:
    (poster,) = posters(1, start=7)
    try:
        opened = competitor.opened(folder)
        with opened as make:
            made = make(poster)
    except ImportError as missing:
        pytest.skip(str(missing))
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    size_mm = tuple(side / 72 * 25.4 for side in document[0].get_size())
    assert size_mm == pytest.approx(A3_MM, abs=0.3)
    page = document[0].render(scale=100 / 72).to_pil().convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(page)] == [poster.data["address"]]
    if competitor.name != "Pillow":
        said = squeezed(document[0].get_textpage().get_text_range())
        for field in ("headline", "when", "call_to_action", "small_print"):
            assert squeezed(poster.words(field)) in said
        assert all(squeezed(point) in said for point in poster.points)


def squeezed(text: str) -> str:
    """Return ``text`` without spaces, and without the dots between parts where lines end."""
    return "".join(text.replace("·", "").split())
