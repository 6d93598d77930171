"""Drawings of the brand are looked at once, not on every poster."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.checks import inspect
from tests.project import LOGO, write_project

TODAY = dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    "drawing", ["<svg", "no drawing at all", '<html xmlns="http://www.w3.org/1999/xhtml"/>']
)
@pytest.mark.parametrize("name", ["logo", "symbol"])
def test_a_drawing_that_is_no_svg_is_told_once_where_it_is_named(
    name: str, drawing: str, tmp_path: Path
) -> None:
    root = write_project(tmp_path, **{f"overrides/{name}.svg": drawing})
    found = [d for d in inspect(root, TODAY, drafts=False).diagnostics if "drawing" in d.message]
    brand = (root / "overrides/brand.yml").read_text().split("\n")
    line = brand.index(f"{name}: {name}.svg") + 1
    assert [str(each.place) for each in found] == [f"overrides/brand.yml:{line}:{len(name) + 3}"]


def test_a_drawing_with_a_prologue_is_one(tmp_path: Path) -> None:
    drawing = f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n{LOGO}'
    root = write_project(tmp_path, **{"overrides/logo.svg": drawing})
    said = [each.message for each in inspect(root, TODAY, drafts=False).diagnostics]
    assert not any("drawing" in message for message in said)
