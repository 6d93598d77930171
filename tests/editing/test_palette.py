"""Whatever colour a company has, everything on it can be read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from affiche.checks.contrast import check_contrast
from affiche.editing.palette import derive_palette, inks_of
from affiche.model import Brand
from tests.trying import tried

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def brand_of(colour: str) -> Brand:
    palette = derive_palette(colour)
    return Brand.model_validate(
        {
            "name": "Voorbeeld",
            "colours": {
                role: {"hex": each, "cmyk": inks_of(each)} for role, each in palette.colours.items()
            },
            "schemes": palette.schemes,
            "ink": "ink",
            "paper": "paper",
            "fonts": {"headline": "Poppins", "text": "Source Sans 3"},
            "logo": "logo.svg",
            "symbol": "symbol.svg",
        }
    )


@tried(few=120, many=5000)
@given(COLOURS)
@example("#000000")
@example("#FFFFFF")
@example("#808080")
@example("#FFFF00")
@example("#0000FF")
def test_any_colour_gives_a_brand_that_passes_the_contrast_rules(colour: str) -> None:
    brand = brand_of(colour)
    assert list(check_contrast(brand)) == []
    for scheme in brand.schemes.values():
        assert all(role in brand.colours for role in scheme.model_dump().values())


def test_a_deep_colour_is_used_as_it_is() -> None:
    palette = derive_palette("#0B5FFF")
    assert palette.notes == ()
    assert palette.schemes["main"]["text"] == "white"
    assert palette.schemes["main"]["accent"] == palette.schemes["main"]["ground"] == "main"


def test_what_stands_in_for_a_light_colour_is_told() -> None:
    palette = derive_palette("#FFD400")
    assert palette.schemes["main"]["text"] == "ink"
    dark, links = palette.notes
    assert "White cannot be read on #FFD400" in dark
    assert palette.colours["main-text"] in links


@tried(few=100, many=5000)
@given(COLOURS)
def test_no_colour_carries_more_ink_than_paper_takes(colour: str) -> None:
    inks = inks_of(colour)
    assert sum(inks) <= 300
    assert all(ink == 0 or 3 <= ink <= 100 for ink in inks)


@pytest.mark.parametrize(
    ("colour", "inks"),
    [("#FFFFFF", (0, 0, 0, 0)), ("#000000", (0, 0, 0, 100)), ("#FF0000", (0, 100, 100, 0))],
)
def test_inks_of_plain_colours(colour: str, inks: tuple[int, ...]) -> None:
    assert inks_of(colour) == inks
