"""Flyers on the sheets of an office printer: where they lie, how they are cut, what is read."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from affiche.model import FORMATS
from affiche.posters import POSTER
from affiche.posters.imposition import (
    IMPOSED,
    MARK_MM,
    OFFICE_REACHES_MM,
    ImpositionJob,
    cut_from,
    grid_for,
    impose,
    render_imposition,
)
from tests.posters.wall import CAMPAIGN, PT_PER_MM, made, measured, raster

A3, A4, A5 = (FORMATS[name] for name in ("a3", "a4", "a5"))
A6 = replace(A5, name="a6", width_mm=105, height_mm=148)
FORMATS_LINE = "    formats: [a4, a3, a4-landscape, a3-landscape]\n"


@pytest.fixture(scope="module")
def flyer(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    text = CAMPAIGN.replace(FORMATS_LINE, "    formats: [a5]\n    variants: [office]\n")
    posters = made(tmp_path_factory.mktemp("flyer"), text)
    assert posters.diagnostics == ()
    ((_, artefact),) = posters.posters
    return artefact.file(POSTER)


@pytest.fixture(scope="module")
def sheet(flyer: bytes) -> bytes:
    return impose(flyer, sheet=A4, trim=A5)


@pytest.mark.parametrize(
    ("trim", "sheet", "columns", "rows"),
    [
        (A5, A4, 2, 1),
        (FORMATS["a5-landscape"], A4, 1, 2),
        (A6, A4, 2, 2),
        (A4, A3, 2, 1),
        (FORMATS["a4-landscape"], FORMATS["a3-landscape"], 1, 2),
        (A4, A4, 1, 1),
    ],
)
def test_as_many_copies_as_fit_lie_on_a_sheet_upright_or_lying(
    trim: Any, sheet: Any, columns: int, rows: int
) -> None:
    grid = grid_for(trim, sheet)
    assert grid
    assert (grid.columns, grid.rows) == (columns, rows)
    assert grid.cell_mm >= (trim.width_mm, trim.height_mm)


def test_what_is_larger_than_the_sheet_is_refused(flyer: bytes) -> None:
    assert grid_for(A3, A4) is None
    with pytest.raises(ValueError, match="a3 does not fit a4"):
        impose(flyer, sheet=A4, trim=A3)


def test_only_flyers_are_cut_from_office_paper() -> None:
    cut = {name for name, size in FORMATS.items() if cut_from(size)}
    assert cut == {"a5", "a5-landscape"}
    grid = cut_from(A5)
    assert grid
    assert grid.file_name("flyer-a5-venlo") == "flyer-a5-venlo-2-up.pdf"


def test_the_sheet_is_one_page_of_a4_lying(sheet: bytes) -> None:
    with pikepdf.open(io.BytesIO(sheet)) as document:
        (page,) = document.pages
        for box in (page.mediabox, page.trimbox):
            assert [float(edge) for edge in box] == pytest.approx([0, 0, 841.89, 595.276], abs=0.01)


def test_two_copies_lie_side_by_side_at_full_size(flyer: bytes, sheet: bytes) -> None:
    alone, both = measured(flyer), measured(sheet)
    assert len(both.lines) == 2 * len(alone.lines)
    half = len(alone.lines)
    for copy, shift in ((both.lines[:half], 0.25), (both.lines[half:], 148.75)):
        for line, original in zip(copy, alone.lines, strict=True):
            assert line.left == pytest.approx(original.left + shift * PT_PER_MM, abs=0.1)
            assert line.right == pytest.approx(original.right + shift * PT_PER_MM, abs=0.1)


def test_each_copy_looks_like_the_flyer(flyer: bytes, sheet: bytes) -> None:
    # At 101.6 ppi a millimetre is four pixels: both copies begin on a whole one.
    alone, both = raster(flyer, 101.6), raster(sheet, 101.6)
    for left in (1, 595):
        copy = both.crop((left, 0, left + 592, 840))
        # The marks stand in the outermost pixels between the copies.
        difference = ImageChops.difference(copy, alone.crop((0, 0, 592, 840))).crop(
            (4, 4, 588, 836)
        )
        histogram = difference.convert("L").histogram()
        assert sum(histogram[64:]) < 0.03 * difference.width * difference.height


def test_hairlines_show_where_to_cut_where_office_printers_reach() -> None:
    marks = _marks(impose(_blank(A5.width_mm, A5.height_mm), sheet=A4, trim=A5))
    near, far = OFFICE_REACHES_MM, OFFICE_REACHES_MM + MARK_MM
    assert [(left, right) for left, _, right, _ in marks] == [(148.5, 148.5)] * 2
    assert sorted((bottom, top) for _, bottom, _, top in marks) == [
        (near, far),
        (210 - far, 210 - near),
    ]


def test_four_copies_are_cut_both_ways() -> None:
    marks = _marks(impose(_blank(105, 148), sheet=A4, trim=A6))
    assert {left for left, _, right, _ in marks if left == right} == {105}
    assert {bottom for _, bottom, _, top in marks if bottom == top} == {148.5}
    assert len(marks) == 4


def test_the_first_copy_keeps_its_tags_and_the_other_is_read_by_nobody(
    flyer: bytes, sheet: bytes
) -> None:
    with pikepdf.open(io.BytesIO(sheet)) as document, pikepdf.open(io.BytesIO(flyer)) as original:
        page = document.pages[0]
        first, twin = page.Resources.XObject.First, page.Resources.XObject.Twin
        assert b"BDC" in first.read_bytes()
        assert b"BDC" not in twin.read_bytes()
        assert "/StructParents" not in page.obj
        assert first.StructParents == original.pages[0].StructParents
        references = list(_content_references(document.Root.StructTreeRoot))
        assert len(references) == len(list(_content_references(original.Root.StructTreeRoot))) > 3
        assert all(reference.Stm.objgen == first.objgen for reference in references)
        assert document.Root.Lang == original.Root.Lang
        assert document.docinfo["/Title"] == "Leren begint bovenaan."
        assert document.Root.MarkInfo.Marked
        assert page.Contents.read_bytes().count(b"/Artifact BMC") == 1


def test_links_stay_over_the_first_copy(flyer: bytes, sheet: bytes) -> None:
    with pikepdf.open(io.BytesIO(sheet)) as document, pikepdf.open(io.BytesIO(flyer)) as original:
        links, before = document.pages[0].Annots, original.pages[0].Annots
        assert len(links) == len(before) > 0
        for link, other in zip(links, before, strict=True):
            shifted = [
                float(edge) + by for edge, by in zip(other.Rect, (0.709, 0) * 2, strict=True)
            ]
            assert [float(edge) for edge in link.Rect] == pytest.approx(shifted, abs=0.01)


def test_a_file_with_bleed_is_cut_to_its_trim_box() -> None:
    bled = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(154 * PT_PER_MM, 216 * PT_PER_MM))
        page.trimbox = [3 * PT_PER_MM, 3 * PT_PER_MM, 151 * PT_PER_MM, 213 * PT_PER_MM]
        page.Contents = document.make_stream(b"0 0 2000 2000 re f")
        document.save(bled)
    picture = raster(impose(bled.getvalue(), sheet=A4, trim=A5), 254)
    row = picture.height // 2
    # Between the cut and each copy a quarter of a millimetre stays white, and no bleed is in it.
    assert {picture.getpixel((x, row)) for x in (10, 1475, 1495, 2960)} == {(0, 0, 0)}
    assert picture.getpixel((1485, row)) == (255, 255, 255)


def test_the_same_flyer_gives_the_same_bytes(flyer: bytes, sheet: bytes) -> None:
    job = ImpositionJob(flyer, A5, A4)
    assert render_imposition(job).file(IMPOSED) == sheet
    assert job.digest == ImpositionJob(flyer, A5, A4).digest
    others = (ImpositionJob(flyer, A5, A3), ImpositionJob(flyer + b"\n", A5, A4))
    assert len({job.digest, *(other.digest for other in others)}) == 3


def _marks(pdf: bytes) -> list[tuple[float, ...]]:
    """Return the ends of the lines on the sheet in mm: left, bottom, right, top."""
    document = pypdfium2.PdfDocument(pdf)
    lines = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1)
    # The box of a stroke is wider than its line by half the stroke, or a little more.
    return [tuple(round(edge / PT_PER_MM * 2) / 2 for edge in line.get_bounds()) for line in lines]


def _blank(width_mm: float, height_mm: float) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(width_mm * PT_PER_MM, height_mm * PT_PER_MM))
        document.save(out)
    return out.getvalue()


def _content_references(element: Any) -> Any:
    """Yield references to marked content: numbers before imposing, dictionaries after."""
    kids = element.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int) or kid.get("/Type") == "/MCR":
            yield kid
        elif "/S" in kid:
            yield from _content_references(kid)
