"""What the print shop gets: every colour in ink, boxes, output intent, nothing that moves."""

from __future__ import annotations

import dataclasses
import pickle
import re
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from affiche.posters.prepress import finish_for_press
from affiche.posters.prepress.pictures import inks_of
from affiche.posters.prepress.platemaking import AREA_PX, most_ink_of
from tests.posters.prepress.sheets import (
    SHEET,
    as_file,
    condition,
    finished,
    inks,
    opened,
    operators,
    photograph,
    run,
    set_sheet,
)

PT_PER_MM = 72 / 25.4

EVERYTHING = """\
#set page(background: place(top + left, rect(width: 80mm, height: 50mm, fill: rgb("#2348C9"))))
= Kop
Zwart, #text(fill: rgb("#0B1F3A"))[inkt], #text(fill: luma(40%))[grijs],
#text(fill: rgb("#1F9E86"))[ander groen], #text(fill: cmyk(10%, 20%, 30%, 5%))[een mengsel].
#place(dx: 2mm, rect(width: 8mm, height: 8mm, fill: rgb(200, 40, 90, 50%), stroke: 1pt + black))
#place(dx: 12mm, rect(width: 8mm, height: 8mm, fill: tiling(size: (2mm, 2mm),
  circle(radius: 1mm, fill: rgb("#F2573B")))))
#place(dx: 24mm, image("logo.svg", width: 8mm, alt: "Logo"))
#place(dx: 36mm, image("photo.jpg", width: 20mm, alt: "Zaal"))
#place(dx: 60mm, image("line.png", width: 8mm, alt: "Lijn"))
#let all = color.spot("All", cmyk(100%, 100%, 100%, 100%)).tint(100%)
#place(dx: 70mm, line(length: 5mm, stroke: all))
#link("https://leren.example/")[leren.example]
"""
LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><mask id="m">\
<rect width="9" height="9" fill="#808080"/></mask></defs><g mask="url(#m)"><rect width="8"\
 height="8" fill="#1F9E86"/></g><g opacity=".5"><circle r="4" fill="#F2573B"/></g></svg>"""


@pytest.fixture(scope="module")
def drawn() -> bytes:
    drawing = Image.new("RGBA", (120, 120), (35, 72, 201, 128))
    return set_sheet(
        EVERYTHING,
        logo_svg=LOGO,
        photo_jpg=as_file(photograph(), "JPEG"),
        line_png=as_file(drawing, "PNG"),
    )


@pytest.fixture(scope="module")
def pressed(drawn: bytes) -> bytes:
    return finish_for_press(drawn, SHEET, condition())


def test_no_operator_asks_for_light_any_more(drawn: bytes, pressed: bytes) -> None:
    with opened(drawn) as before, opened(pressed) as after:
        assert any(operator == "scn" for operator, _ in operators(before))
        found = list(operators(after))
    assert not [one for one in found if one[0] in {"rg", "RG", "G"}]
    # What is left of grey makes the soft mask of the logo, and prints nothing.
    assert {operands for operator, operands in found if operator == "g"} <= {(0.502,)}
    spaces = {operands[0] for operator, operands in found if operator in {"cs", "CS"}}
    assert len(spaces) == 2
    assert "/Pattern" in spaces


def test_no_colour_space_of_light_is_left_in_the_file(pressed: bytes) -> None:
    with opened(pressed) as pdf:
        named = [
            space[0]
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/ColorSpace" in item
            for space in _spaces(item["/ColorSpace"])
        ]
        groups = [item["/CS"] for item in pdf.objects if _is_group(item)]
    assert {str(name) for name in named} <= {"/Separation"}
    assert {str(group) for group in groups} <= {"/DeviceCMYK", "/DeviceGray"}


def _spaces(value: pikepdf.Object) -> list[pikepdf.Object]:
    return list(value.values()) if isinstance(value, pikepdf.Dictionary) else []


def _is_group(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Transparency"


def test_the_colours_of_the_brand_are_its_own_inks_exactly() -> None:
    body = '#text(fill: rgb("#0B1F3A"))[a]#text(fill: rgb("#2348C9"))[b]#rect(fill: rgb("#F2573B"))'
    assert inks(finished(body)) == {(1, 0.65, 0, 0.75), (0.94, 0.76, 0, 0), (0, 0.8, 0.76, 0)}


def test_inks_that_a_template_wrote_are_those_of_the_brand_though_typst_keeps_eight_bits() -> None:
    body = "#text(fill: cmyk(94%, 76%, 0%, 0%))[a]"
    (mix,) = inks(set_sheet(body))
    assert mix == pytest.approx((240 / 255, 194 / 255, 0, 0))
    assert inks(finished(body)) == {(0.94, 0.76, 0, 0)}


def test_a_mix_of_inks_that_is_none_of_the_brands_stays() -> None:
    (mix,) = inks(finished("#text(fill: cmyk(10%, 20%, 30%, 5%))[a]"))
    assert mix == pytest.approx((0.1, 0.2, 0.3, 0.05), abs=0.0025)


@pytest.mark.parametrize("black", ["black", 'rgb("#000000")', 'rgb("#080607")', "luma(0)"])
def test_black_is_black_ink_alone(black: str) -> None:
    assert inks(finished(f"#text(fill: {black})[a]")) == {(0, 0, 0, 1)}


def test_grey_is_black_ink_alone() -> None:
    assert inks(finished("#text(fill: luma(40%))[a]#text(fill: rgb(102, 102, 102))[b]")) == {
        (0, 0, 0, 0.6)
    }


def test_white_is_no_ink() -> None:
    assert inks(finished("#text(fill: white)[a]")) == {(0, 0, 0, 0)}


def test_any_other_colour_goes_through_the_profile() -> None:
    """Green is cyan and yellow; how much of each is the profile's to say."""
    ((cyan, magenta, yellow, black),) = inks(finished("#text(fill: rgb(0, 150, 60))[a]"))
    assert cyan > 0.7
    assert yellow > 0.7
    assert magenta < 0.3
    assert black < 0.2


def overprinting(body: str) -> list[tuple[str, bool, bool]]:
    """Return what is painted in ``body``, with the overprint of fills and strokes there."""
    found, states, present = [], [], (False, False)
    with opened(finished(body)) as pdf:
        page = pdf.pages[0]
        for operator, operands in operators(pdf):
            if operator == "q":
                states.append(present)
            elif operator == "Q":
                present = states.pop()
            elif operator == "gs":
                state = page.resources.ExtGState[operands[0]]
                assert state["/OPM"] == 1
                present = bool(state["/op"]), bool(state["/OP"])
            elif operator in {"TJ", "Tj", "f", "S", "B", "Do"}:
                found.append((operator, *present))
    return found


def test_black_letters_overprint_and_no_other_ones() -> None:
    found = overprinting('a#text(fill: rgb("#2348C9"))[b]c')
    assert [states for operator, *states in found] == [[True, False], [False, False], [True, False]]


def test_black_lines_overprint() -> None:
    assert overprinting("#line(length: 9mm, stroke: 1pt + black)") == [("S", False, True)]


def test_black_areas_knock_out_so_that_nothing_shines_through() -> None:
    assert overprinting("#rect(width: 9mm, height: 9mm, fill: black)") == [("f", False, False)]


def test_an_area_of_another_colour_with_a_black_edge_overprints_at_its_edge_alone() -> None:
    found = overprinting('#rect(width: 9mm, height: 9mm, fill: rgb("#F2573B"), stroke: black)')
    assert found == [("B", False, True)]


def test_boxes_are_trim_bleed_and_film(pressed: bytes) -> None:
    with opened(pressed) as pdf:
        page = pdf.pages[0]
        for name, width, height in (
            ("/TrimBox", 100, 60),
            ("/BleedBox", 106, 66),
            ("/MediaBox", 120, 80),
            ("/CropBox", 120, 80),
        ):
            left, bottom, right, top = (float(edge) for edge in page.obj[name])
            assert (right - left) / PT_PER_MM == pytest.approx(width, abs=0.01)
            assert (top - bottom) / PT_PER_MM == pytest.approx(height, abs=0.01)
        assert [float(edge) for edge in page.obj["/MediaBox"]][:2] == [0, 0]
        assert "/ArtBox" not in page.obj


def test_without_marks_the_film_ends_where_the_bleed_does(drawn: bytes) -> None:
    pdf = finish_for_press(drawn, SHEET, condition(marks=False))
    with opened(pdf) as read:
        page = read.pages[0].obj
        assert list(page["/MediaBox"]) == list(page["/BleedBox"])


def test_boxes_are_right_whatever_the_renderer_wrote() -> None:
    bare = "#set page(width: 100mm, height: 60mm)\n"
    with opened(finish_for_press(set_sheet("a", bare), SHEET, condition())) as pdf:
        trim, bleed = (pdf.pages[0].obj[name] for name in ("/TrimBox", "/BleedBox"))
        assert float(trim[0]) - float(bleed[0]) == pytest.approx(3 * PT_PER_MM, abs=0.01)
        assert float(trim[0]) == pytest.approx(0, abs=0.01)


def test_the_output_intent_is_the_profile_that_was_given(pressed: bytes) -> None:
    with opened(pressed) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert intent.DestOutputProfile.read_bytes() == condition().profile.content
        assert intent.DestOutputProfile.N == 4


def test_it_says_that_it_is_pdf_x_4_and_not_trapped(pressed: bytes) -> None:
    with opened(pressed) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        assert pdf.docinfo["/Trapped"] == "/False"
        assert str(pdf.docinfo["/Title"]) == "Leren begint bovenaan"
        assert pdf.pdf_version == "1.6"
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in xmp
    assert "<pdf:Trapped>False</pdf:Trapped>" in xmp
    assert ">Leren begint bovenaan</rdf:li>" in xmp
    assert re.search(r"<xmpMM:DocumentID>uuid:[0-9a-f-]{36}<", xmp)


def test_a_title_with_markup_in_it_stays_a_title() -> None:
    head = '#set document(title: "Vraag & <antwoord>")\n#set page(width: 100mm, height: 60mm)\n'
    with opened(finished("a", head)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Vraag & <antwoord>"


def test_its_date_is_the_documents_own_and_never_todays() -> None:
    dated = "#set document(date: datetime(year: 2026, month: 12, day: 3))\n"
    for head, pdf_date, xmp_date in (
        (dated, "D:20261203000000Z", "2026-12-03T00:00:00Z"),
        ("#set document(date: none)\n", "D:20000101000000Z", "2000-01-01T00:00:00Z"),
    ):
        with opened(finished("a", head)) as pdf:
            assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == pdf_date
            xmp = pdf.Root.Metadata.read_bytes().decode()
            assert xmp.count(xmp_date) == 3


def test_links_do_not_go_to_print(drawn: bytes, pressed: bytes) -> None:
    with opened(drawn) as before, opened(pressed) as after:
        assert len(before.pages[0].obj["/Annots"]) == 1
        assert "/Annots" not in after.pages[0].obj
        assert b"leren.example" not in b"".join(
            item.unparse() for item in after.objects if isinstance(item, pikepdf.Dictionary)
        )


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    ]


def test_pictures_are_in_four_inks_and_keep_their_pixels(pressed: bytes) -> None:
    with opened(pressed) as pdf:
        found = {
            (int(image.Width), int(image.Height), str(image.ColorSpace), str(image.Filter))
            for image in images(pdf)
        }
    assert found == {
        (400, 300, "/DeviceCMYK", "/DCTDecode"),
        (120, 120, "/DeviceCMYK", "/FlateDecode"),
        (120, 120, "/DeviceGray", "/FlateDecode"),  # what lets the ground through
    }


def test_a_picture_looks_the_same_in_ink(drawn: bytes, pressed: bytes, tmp_path: Path) -> None:
    """White stays white, dark stays dark: an inverted plate is the classic accident of CMYK."""
    grades = Image.linear_gradient("L").rotate(90).resize((256, 256)).convert("RGB")
    files = {"photo_jpg": as_file(grades, "JPEG"), "line_png": as_file(grades, "PNG")}
    for name in ("photo.jpg", "line.png"):
        pdf = finished(
            f'#place(dx: -8mm, dy: -8mm, image("{name}", width: 60mm, alt: "a"))', **files
        )
        pixels = ("gs", "-q", "-o", "out.png", "-r50", "-sDEVICE=png16m", "-dUseTrimBox", "FILE")
        run(*pixels, content=pdf, folder=tmp_path)
        with Image.open(tmp_path / "out.png") as page:
            row = [page.convert("L").getpixel((x, 60)) for x in (4, 60, 110)]
        first, middle, last = sorted(row)
        assert first < 60 < middle < 200 < last


def test_no_area_of_a_dark_saturated_picture_has_more_ink_than_the_paper_takes() -> None:
    dark = photograph().point(lambda value: value // 4)
    body = '#image("photo.jpg", width: 30mm, alt: "a")'
    for limit in (300, 260, 220):
        source = set_sheet(body, photo_jpg=as_file(dark, "JPEG"))
        with opened(finish_for_press(source, SHEET, condition(most_ink=limit))) as pdf:
            (picture,) = images(pdf)
            most = most_ink_of(inks_of(picture, AREA_PX))
        assert limit - 40 < most <= limit + 2


def test_no_other_colour_has_more_ink_than_the_paper_takes() -> None:
    source = set_sheet("#text(fill: rgb(20, 10, 0))[a]")
    ((*mix,),) = inks(finish_for_press(source, SHEET, condition(most_ink=220)))
    assert sum(mix) <= 2.2
    assert mix[3] > 0.5


def test_letters_are_still_letters(pressed: bytes, tmp_path: Path) -> None:
    assert "leren.example" in run("pdftotext", "FILE", "-", content=pressed, folder=tmp_path)


def test_qpdf_finds_nothing(pressed: bytes, tmp_path: Path) -> None:
    said = run("qpdf", "--check", "FILE", content=pressed, folder=tmp_path)
    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said


def test_ghostscript_renders_plates_of_four_inks_alone(pressed: bytes, tmp_path: Path) -> None:
    plates = ("gs", "-q", "-o", "plate.tif", "-r36", "-sDEVICE=tiffsep", "FILE")
    said = run(*plates, content=pressed, folder=tmp_path)
    assert said.strip() in {"", "%%SeparationName: Cyan, Magenta, Yellow, Black"}
    names = {path.name.partition("(")[2].partition(")")[0] for path in tmp_path.glob("plate*(*")}
    assert names == {"Cyan", "Magenta", "Yellow", "Black"}


def test_black_text_is_on_the_black_plate_alone(tmp_path: Path) -> None:
    letters = finished("#set text(20pt)\nLeren begint bovenaan")
    coverage = ("gs", "-q", "-o", "-", "-sDEVICE=inkcov", "FILE")
    said = run(*coverage, content=letters, folder=tmp_path)
    cyan, magenta, yellow, black = (float(part) for part in said.split()[:4])
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black > 0


def test_two_runs_give_the_same_bytes(drawn: bytes, pressed: bytes) -> None:
    assert finish_for_press(drawn, SHEET, condition()) == pressed


def test_what_it_is_made_for_travels_to_another_process(drawn: bytes, pressed: bytes) -> None:
    sent = pickle.loads(pickle.dumps((SHEET, condition())))
    assert finish_for_press(drawn, *sent) == pressed


@pytest.mark.parametrize(
    "other",
    [{"condition": "FOGRA51"}, {"palette": ()}, {"most_ink": 280}, {"marks": False}],
    ids=lambda other: next(iter(other)),
)
def test_every_fact_of_the_condition_counts_in_its_digest(other: dict[str, object]) -> None:
    assert dataclasses.replace(condition(), **other).digest != condition().digest  # type: ignore[arg-type]
