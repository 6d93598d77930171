"""A logo is outlines in one colour, whatever the company is called."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from affiche.editing.mark import draw_logo, draw_symbol, initials

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Noorderzon", "N"), ("Jansen & Zoon", "JZ"), ("’t Veld bv", "TV"), ("&", ""), ("één", "É")],
)
def test_initials_are_those_of_the_first_two_words(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize("draw", [draw_logo, draw_symbol])
@pytest.mark.parametrize("name", ["Noorderzon", "Jansen & Zoon <bv>", "شركة", "学习", "&"])
def test_a_drawing_holds_outlines_and_no_text(draw, name: str) -> None:
    root = ET.fromstring(draw(name))
    assert root.get("fill") == "currentColor"
    assert root.findtext(f"{SVG}title") == name
    assert {each.tag for each in root} == {f"{SVG}title", f"{SVG}path"}
    assert all(path.get("d", "").startswith("M") for path in root.iter(f"{SVG}path"))


def test_a_name_stands_beside_the_symbol() -> None:
    width = float(ET.fromstring(draw_logo("Noorderzon")).get("viewBox", "").split()[2])
    assert width > 300
    assert ET.fromstring(draw_symbol("Noorderzon")).get("viewBox") == "0 0 100 100"
