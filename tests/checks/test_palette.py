"""The matrix of a brand's colours: each on each, and what the pair is good for."""

from __future__ import annotations

from pathlib import Path

from affiche.checks import palette_contrast
from affiche.content import load
from affiche.model import Brand, Legibility, contrast, legibility
from tests.project import BRAND, write_project


def brand(folder: Path) -> Brand:
    grey = BRAND.replace("schemes:", '  grijs: {hex: "#777777", cmyk: [0, 0, 0, 60]}\nschemes:', 1)
    catalogue = load(write_project(folder, **{"overrides/brand.yml": grey})).catalogue
    assert catalogue
    return catalogue.brand


def test_every_colour_meets_every_other_as_text_and_as_ground(tmp_path: Path) -> None:
    rows = palette_contrast(brand(tmp_path))
    names = ["inkt", "papier", "zee", "grijs"]
    assert [row[0].text for row in rows] == names
    assert all([cell.ground for cell in row] == names for row in rows)


def test_a_ratio_is_rounded_down_so_that_it_never_promises_too_much(tmp_path: Path) -> None:
    (cell,) = (
        cell
        for row in palette_contrast(brand(tmp_path))
        for cell in row
        if (cell.text, cell.ground) == ("grijs", "papier")
    )
    assert 4.45 < contrast("#777777", "#FFFFFF") < 4.5
    assert (cell.ratio, cell.good_for) == (4.4, Legibility.HEADLINES)


def test_what_a_ratio_is_good_for_follows_the_standard() -> None:
    ratios = {21.0: "text", 4.5: "text", 4.49: "headlines", 3.0: "headlines", 2.99: "nothing"}
    assert {ratio: legibility(ratio).value for ratio in ratios} == ratios
