"""Posters look as they looked: one small picture for each template and format.

``pytest --update-golden`` rewrites the pictures in ``golden/``. What differs is written to
``tests/failures/``: what was drawn, what should have been, and where they part (brighter: more).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from affiche.posters import PlannedPoster
from tests.posters.test_picture import saved
from tests.posters.wall import (
    CAMPAIGN,
    LEADS,
    LOGO,
    STORY,
    TEMPLATES,
    laid_out,
    pdf_of,
    planned,
    poster_saying,
    prose,
    raster,
    with_photo,
)

GOLDEN = Path(__file__).parent / "golden"
FAILURES = Path(__file__).parents[1] / "failures"
PPI = 40

MOST_MEAN = 0.04
"""Of 255, over all pixels: what another rasteriser does to edges, and less than a moved line."""

TEXT = CAMPAIGN.replace(
    "posters:",
    """\
points:
  - Twee dagdelen, geen huiswerk
  - Met mensen uit je eigen vak
  - Maandag al te gebruiken
artwork: arcs
posters:""",
)


def photograph() -> bytes:
    """A hill under a sky, without any noise for a decoder to round."""
    sky = Image.linear_gradient("L").resize((800, 600))
    picture = Image.merge("RGB", (sky, sky.point(lambda v: 120 + v // 3), sky.point(lambda _: 200)))
    picture.paste((40, 90, 60), (0, 380, 800, 600))
    picture.paste((240, 200, 80), (560, 90, 680, 210))
    return saved(picture, "PNG")


def posters(folder: Path, text: str, *formats: str) -> tuple[PlannedPoster, ...]:
    files = {"overrides/logo.svg": LOGO, "campaigns/bovenaan/zaal.jpg": photograph()}
    return planned(folder, text, formats=formats, **files)


def check(name: str, drawn: Image.Image, *, update: bool) -> None:
    path = GOLDEN / f"{name}.png"
    if update:
        GOLDEN.mkdir(exist_ok=True)
        drawn.save(path, optimize=True)
        return
    with Image.open(path) as file:
        expected = file.convert("RGB")
    if drawn.size == expected.size:
        difference = ImageChops.difference(drawn, expected)
        mean = sum(ImageStat.Stat(difference).mean) / 3
        if mean <= MOST_MEAN:
            return
    else:
        difference, mean = Image.new("RGB", expected.size, "white"), 255.0
    FAILURES.mkdir(exist_ok=True)
    drawn.save(FAILURES / f"{name}-actual.png")
    expected.save(FAILURES / f"{name}-expected.png")
    difference.point(lambda v: min(255, v * 4)).save(FAILURES / f"{name}-difference.png")
    pytest.fail(f"{name}: a mean difference of {mean:.2f}; look at {FAILURES}")


def drawn(poster: PlannedPoster) -> Image.Image:
    """Return the poster as a picture; nothing may be wrong with it."""
    pdf, complaints = laid_out(poster)
    assert complaints == []
    return raster(pdf, PPI * 420 / max(poster.format.width_mm, poster.format.height_mm))


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("paper", ["a3", "a4-landscape", "screen"])
def test_a_template_looks_as_it_looked(template: str, paper: str, update_golden: bool) -> None:
    poster = poster_saying(paper, template=template, **LEADS, **STORY)
    check(f"{template}-{paper}", drawn(poster), update=update_golden)


@pytest.mark.parametrize("paper", ["a4", "a4-landscape"])
def test_a_poster_with_a_photograph_looks_as_it_looked(
    paper: str, tmp_path: Path, update_golden: bool
) -> None:
    (poster,) = posters(tmp_path, with_photo(TEXT), paper)
    check(f"photo-{paper}-photograph", raster(pdf_of(poster), PPI), update=update_golden)


def test_one_other_word_in_a_small_line_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tolerance is not so wide that it would let everything pass."""
    monkeypatch.setattr(f"{__name__}.FAILURES", tmp_path / "failures")
    other = STORY | prose("message", "Twee dagdelen over luisteren, en over zeggen wat je denkt.")
    picture = drawn(poster_saying("a3", **LEADS, **other))
    with pytest.raises(pytest.fail.Exception, match="photo-a3: a mean difference"):
        check("photo-a3", picture, update=False)
    names = {path.name for path in (tmp_path / "failures").iterdir()}
    assert names == {f"photo-a3-{what}.png" for what in ("actual", "expected", "difference")}
