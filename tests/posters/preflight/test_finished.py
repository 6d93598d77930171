"""What is noted on a finished page: small type, type at the edge, faint type, and its code."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from affiche.posters.preflight import look_at, measure
from tests.posters.preflight.proof import (
    ADDRESS,
    HEIGHT_MM,
    WIDTH_MM,
    code,
    data,
    looked_at,
    page,
    split,
)

PT_PER_MM = 72 / 25.4


def at(dx: str, dy: str, words: str) -> str:
    return f"#place(dx: {dx}, dy: {dy})[{words}]\n"


# ---- Measuring ----


def test_a_page_is_measured_from_the_corner_of_its_trim_size() -> None:
    found = measure(page(at("20mm", "30mm", "Hier staat het")))
    assert (found.width_pt, found.height_pt) == pytest.approx(
        (WIDTH_MM * PT_PER_MM, HEIGHT_MM * PT_PER_MM), abs=0.01
    )
    (line,) = found.lines
    assert line.text == "Hier staat het"
    assert line.size_pt == pytest.approx(12, abs=0.01)
    assert line.box.left / PT_PER_MM == pytest.approx(20, abs=0.6)
    # Letters begin at the height of capitals and end below the line only where one has a tail.
    assert line.box.top / PT_PER_MM == pytest.approx(30, abs=0.5)
    assert line.box.bottom / PT_PER_MM == pytest.approx(33, abs=0.5)


def test_type_that_the_page_scales_is_measured_as_it_is_seen() -> None:
    (line,) = measure(page("#scale(50%, reflow: true, text(size: 20pt)[Half])")).lines
    assert line.size_pt == pytest.approx(10, abs=0.01)


def test_turned_type_keeps_its_size() -> None:
    (line,) = measure(page("#place(center + horizon, rotate(90deg)[Gedraaid])")).lines
    assert line.size_pt == pytest.approx(12, abs=0.01)


def test_each_size_is_a_line_of_its_own() -> None:
    lines = measure(page(at("10mm", "20mm", "Groot #text(size: 6pt)[klein] groot"))).lines
    assert [(line.text, round(line.size_pt)) for line in lines] == [
        ("Groot", 12),
        ("klein", 6),
        ("groot", 12),
    ]


def test_a_picture_is_measured_at_the_size_in_which_it_stands() -> None:
    body = '#place(dx: 10mm, dy: 10mm, image("two.png", width: 50.8mm))'
    (picture,) = measure(page(body, two_png=split("red", "blue"))).pictures
    assert picture.ppi == pytest.approx(200, abs=0.5)
    assert picture.box.left / PT_PER_MM == pytest.approx(10, abs=0.1)


# ---- Type ----


def test_a_page_without_fault_gives_no_notes() -> None:
    assert look_at(page(at("20mm", "20mm", "Goed")), data(), b"") == {}


def test_the_smallest_type_is_noted_with_its_size() -> None:
    body = at("20mm", "20mm", "#text(size: 9pt)[klein]") + at(
        "20mm", "30mm", "#text(size: 7.5pt)[nog kleiner]"
    )
    assert look_at(page(body), data(), b"")["small"] == {"text": "nog kleiner", "size_pt": 7.5}


@pytest.mark.parametrize(
    ("where", "mm"),
    [
        ("place(dx: 2mm, dy: 70mm)", 2),
        ("place(bottom + right, dx: -3mm, dy: -60mm)", 3),
        ("place(bottom + left, dx: 30mm, dy: -2mm)", 2),
    ],
)
def test_type_within_the_safe_area_is_noted_with_its_distance(where: str, mm: float) -> None:
    body = f'#set text(bottom-edge: "bounds")\n#{where}[Hijg]'
    noted = look_at(page(body), data(), b"")["outside"]
    assert noted["text"] == "Hijg"
    assert noted["mm"] == pytest.approx(mm, abs=0.5)


def test_a_long_text_is_noted_by_its_beginning() -> None:
    body = at("20mm", "20mm", f"#text(size: 4pt)[{'woord ' * 20}]")
    noted = look_at(page(body), data(), b"")["small"]["text"]
    assert len(noted) <= 40
    assert noted.endswith("…")


# ---- Type on pictures ----


def on_picture(ink: str, size: int = 12) -> str:
    return (
        '#place(dx: 10mm, dy: 30mm, image("two.png", width: 80mm))\n'
        f'#place(dx: 20mm, dy: 50mm, text(size: {size}pt, fill: rgb("{ink}"))[Op het beeld])'
    )


def test_type_on_a_picture_is_held_against_the_pixels_under_it() -> None:
    dark = split("#102030", "#102030")
    assert "faint" not in look_at(page(on_picture("#FFFFFF"), two_png=dark), data(), b"")
    faint = look_at(page(on_picture("#405060"), two_png=dark), data(), b"")["faint"]
    assert faint["text"] == "Op het beeld"
    assert faint["needed"] == 4.5
    assert 1.5 < faint["ratio"] < 2.5


def test_half_a_line_on_the_wrong_ground_is_enough() -> None:
    halves = split("#102030", "#F0F0F0", (40, 400))
    noted = look_at(page(on_picture("#FFFFFF", 40), two_png=halves), data(), b"")
    assert noted["faint"]["needed"] == 3
    assert noted["faint"]["ratio"] < 1.5


def test_type_beside_a_picture_is_not_held_against_it() -> None:
    body = '#place(image("two.png", width: 80mm))\n' + at("20mm", "120mm", "Naast het beeld")
    assert "faint" not in look_at(page(body, two_png=split("white", "white")), data(), b"")


# ---- The code ----


def test_a_code_is_measured_without_its_quiet_zone_and_read() -> None:
    drawn, svg = code("41mm")
    noted = looked_at(drawn, qr_svg=svg)["code"]
    modules = len(data()["code"])
    assert noted["read"] is True
    assert noted["module_mm"] == pytest.approx(41 / (modules + 8), abs=0.01)
    assert noted["width_mm"] == pytest.approx(41 * modules / (modules + 8), abs=0.1)


def test_a_code_with_something_over_it_is_not_read() -> None:
    drawn, svg = code("41mm")
    body = f"{drawn}\n#place(center + horizon, circle(radius: 12mm, fill: white))"
    assert looked_at(body, qr_svg=svg)["code"]["read"] is False


def test_a_code_that_says_another_address_is_not_read() -> None:
    drawn, svg = code("41mm")
    other = data() | {"address": "https://elders.example/"}
    pdf = page(drawn.replace(ADDRESS, "https://elders.example/"), qr_svg=svg)
    assert look_at(pdf, other, b"")["code"]["read"] is False


def test_a_pale_code_is_not_read() -> None:
    drawn, svg = code("41mm", "#FFFBE0")
    assert looked_at(drawn, qr_svg=svg)["code"]["read"] is False


def test_a_light_code_on_dark_is_not_read() -> None:
    drawn, svg = code("41mm")
    swapped = svg.replace(b"#ffffff", b"#123456").replace(b"#000000", b"#ffffff")
    swapped = swapped.replace(b"#000", b"#fff").replace(b'#fff"', b'#fff"')
    noted = looked_at(
        f'#place(rect(width: 100%, height: 100%, fill: rgb("#123456")))\n{drawn}', qr_svg=swapped
    )
    assert noted["code"]["read"] is False


def test_a_code_without_a_link_is_searched_for() -> None:
    body = '#place(center + horizon, image("qr.svg", width: 41mm))'
    noted = looked_at(body, qr_svg=code("41mm")[1])["code"]
    assert noted == {"width_mm": None, "module_mm": None, "read": True}


def test_a_template_that_draws_no_code_needs_none() -> None:
    assert "code" not in look_at(page(at("20mm", "20mm", "Zonder")), data(), b"#headline(room)")


def test_a_template_that_promises_a_code_must_show_one() -> None:
    assert (
        look_at(page(at("20mm", "20mm", "Zonder")), data(), b"#code(20mm)")["code"]["read"] is False
    )


def test_a_format_without_room_for_a_code_needs_none() -> None:
    assert "code" not in look_at(page("Zonder"), data(parts=["headline"]), b"#code(20mm)")


def test_a_code_on_a_screen_is_read_from_its_pixels() -> None:
    drawn, svg = code("60mm")
    pdf, png = page(drawn, qr_svg=svg), page(drawn, "png", qr_svg=svg)
    assert look_at(pdf, data(), b"", screen=png)["code"]["read"] is True
    picture = Image.open(io.BytesIO(png))
    empty = io.BytesIO()
    Image.new("RGB", picture.size, "white").save(empty, "PNG")
    assert look_at(pdf, data(), b"", screen=empty.getvalue())["code"]["read"] is False


def test_measuring_gives_plain_values() -> None:
    found = measure(page(at("20mm", "20mm", "Goed")))
    assert dataclasses.is_dataclass(found)
    assert found == measure(page(at("20mm", "20mm", "Goed")))
