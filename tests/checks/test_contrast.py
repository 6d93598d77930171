"""Contrast after WCAG 2.2, and what the brand is told about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.contrast import check_contrast
from affiche.content import load
from affiche.model import contrast
from affiche.report import Code
from tests.project import BRAND, write_project


# The values are those of WebAIM's contrast checker, which cuts off after two digits.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.47),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 3.99),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#00FF00", "#000000", 15.3),
        ("#0B1F3A", "#FFFFFF", 16.5),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.06 if ratio > 10 else 0.011)
    assert contrast(one, other) == contrast(other, one)


def told(root: Path, brand: str) -> list[tuple[str, str]]:
    project = load(write_project(root, **{"overrides/brand.yml": brand}))
    assert project.catalogue
    found = list(check_contrast(project.catalogue.brand))
    assert all(d.code is Code.CONTRAST_TOO_LOW for d in found)
    assert all(d.place.file == "overrides/brand.yml" for d in found)
    return [(brand.splitlines()[d.place.line - 1].strip(), d.message) for d in found]


def test_a_brand_that_is_legible_is_told_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, BRAND) == []


GREY = BRAND.replace("schemes:", '  grijs: {hex: "#777777", cmyk: [0, 0, 0, 60]}\nschemes:', 1)


@pytest.mark.parametrize(
    ("field", "told_at"),
    [
        ("accent: zee", "accent: grijs"),
        ("accent_dark: papier", "accent_dark: grijs"),
        ("panel: inkt", "panel: grijs"),
    ],
)
def test_small_text_needs_four_and_a_half(tmp_path: Path, field: str, told_at: str) -> None:
    ((line, message),) = told(tmp_path, GREY.replace(f"    {field}", f"    {told_at}"))
    assert line == told_at
    assert "4.5:1 is needed here." in message


def test_large_text_needs_three(tmp_path: Path) -> None:
    assert told(tmp_path / "1", GREY.replace("ground: zee", "ground: grijs")) == []
    light = GREY.replace("#777777", "#999999").replace("ground: zee", "ground: grijs")
    assert told(tmp_path / "2", light) == [
        ("text: papier", "papier on grijs has a contrast of 2.8:1; 3:1 is needed here.")
    ]


def test_a_contrast_just_under_the_least_is_not_rounded_up_to_it(tmp_path: Path) -> None:
    brand = GREY.replace("    accent: zee", "    accent: grijs")
    ((_, message),) = told(tmp_path, brand)
    assert message == "grijs on white has a contrast of 4.4:1; 4.5:1 is needed here."
