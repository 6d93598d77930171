"""What a poster's PDF promises a printer and a reader's software."""

from __future__ import annotations

import dataclasses
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import segno
import zxingcpp
from PIL import Image

from affiche.content import load
from affiche.model import FORMATS, Campaign, Catalogue
from affiche.posters import POSTER, PREVIEW, PlannedPoster, go_address, open_studio, plan_posters
from affiche.posters.qr import QUIET_ZONE_MODULES
from affiche.posters.rendering import render
from affiche.press import Store, produce
from tests.posters.wall import (
    ALL_FORMATS,
    PT_PER_MM,
    ROOT,
    campaign,
    jpeg,
    measured,
    pdf_of,
    planned,
    poster_saying,
    raster,
    with_photo,
)

every_format = pytest.mark.parametrize("paper", ALL_FORMATS)


def opened(pdf: bytes, tmp_path: Path) -> pikepdf.Pdf:
    (tmp_path / "poster.pdf").write_bytes(pdf)
    return pikepdf.open(tmp_path / "poster.pdf")


@every_format
def test_the_page_is_one_and_has_the_trim_size(paper: str, tmp_path: Path) -> None:
    with opened(pdf_of(poster_saying(paper)), tmp_path) as pdf:
        (page,) = pdf.pages
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
    wanted = FORMATS[paper]
    assert (right - left) / PT_PER_MM == pytest.approx(wanted.width_mm, abs=0.1)
    assert (top - bottom) / PT_PER_MM == pytest.approx(wanted.height_mm, abs=0.1)
    assert wanted.is_landscape == (right - left > top - bottom)


def descriptors(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for number in range(1, len(pdf.objects)):
        item = pdf.objects[number]
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            if "/DescendantFonts" in item:
                for descendant in item["/DescendantFonts"]:
                    yield descendant["/FontDescriptor"]
            elif item.get("/Subtype") not in {"/CIDFontType0", "/CIDFontType2"}:
                yield item["/FontDescriptor"]


@every_format
def test_every_font_is_embedded_and_one_of_the_brands(paper: str, tmp_path: Path) -> None:
    with opened(pdf_of(poster_saying(paper)), tmp_path) as pdf:
        found = list(descriptors(pdf))
        names = {str(font["/FontName"]).split("+")[-1] for font in found}
        assert all("/FontFile2" in font or "/FontFile3" in font for font in found)
    assert any(name.startswith("Poppins") for name in names)
    assert all(name.startswith(("Poppins", "SourceSans3")) for name in names)


@every_format
def test_the_words_can_be_found_and_copied(paper: str) -> None:
    text = " ".join(measured(pdf_of(poster_saying(paper))).text.split())
    assert "Leren begint bovenaan." in text
    assert "Wie leidt, leert het eerst." in text
    assert "3 december 2026 – 31 januari 2027" in text
    assert "Kies je dagdeel" in text


def test_title_language_and_keywords_are_set(tmp_path: Path) -> None:
    with opened(pdf_of(poster_saying("a4")), tmp_path) as pdf:
        assert str(pdf.Root["/Lang"]) == "nl"
        assert str(pdf.docinfo["/Title"]) == "Leren begint bovenaan."
        assert str(pdf.docinfo["/Author"]) == "Meridiaan"
        assert str(pdf.docinfo["/Keywords"]) == "Nieuwsgierig"


def test_no_date_tells_when_it_was_made(tmp_path: Path) -> None:
    with opened(pdf_of(poster_saying("a4")), tmp_path) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert "/ModDate" not in pdf.docinfo
        metadata = pdf.Root["/Metadata"].read_bytes()
    assert b"CreateDate" not in metadata
    assert b"ModifyDate" not in metadata


def test_the_headline_is_a_heading_for_those_who_listen(tmp_path: Path) -> None:
    with opened(pdf_of(poster_saying("a4")), tmp_path) as pdf:
        kinds = [
            str(item["/S"])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
        ]
        assert pdf.Root["/MarkInfo"]["/Marked"]
    assert kinds.count("/H1") == 1


def test_the_code_leads_there_when_clicked(tmp_path: Path) -> None:
    with opened(pdf_of(poster_saying("a4")), tmp_path) as pdf:
        links = pdf.pages[0]["/Annots"]  # the code, and the call to action beside it
        assert {str(link["/A"]["/URI"]) for link in links} == {"https://leren.example/go/bovenaan/"}


def test_the_same_job_gives_the_same_bytes() -> None:
    poster = poster_saying("a4")
    assert render(poster.job) == render(poster.job)


def test_the_same_job_with_a_photograph_gives_the_same_bytes(tmp_path: Path) -> None:
    files = {"campaigns/bovenaan/zaal.jpg": jpeg(600, 500)}
    (poster,) = planned(tmp_path, with_photo(campaign()), formats=["a4"], **files)
    assert render(poster.job) == render(poster.job)


def test_worker_processes_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    jobs = [poster_saying("a4", headline=f"Poster nummer {n}.").job for n in range(9)]
    made = produce(jobs, render, Store(tmp_path))
    assert made.made == 9
    for job, artefact in (made.artefacts[0], made.artefacts[5], made.artefacts[8]):
        assert render(job) == artefact.read()


def test_a_preview_has_the_shape_of_its_poster() -> None:
    poster = poster_saying("a3-landscape")
    with Image.open(io.BytesIO(render(poster.job).file(PREVIEW))) as preview:
        assert preview.format == "WEBP"
        assert abs(preview.width - 800) <= 1
        assert preview.width / preview.height == pytest.approx(420 / 297, abs=0.01)


def sample() -> tuple[Catalogue, list[PlannedPoster]]:
    """Return the sample company and its posters: of those for many places, the first alone."""
    project = load(ROOT)
    assert project.catalogue
    catalogue = dataclasses.replace(
        project.catalogue, campaigns=tuple(map(one_place, project.catalogue.campaigns))
    )
    studio, problems = open_studio(project, catalogue.brand)
    assert problems == ()
    return catalogue, list(plan_posters(project, catalogue, studio, language="nl"))


def one_place(campaign: Campaign) -> Campaign:
    posters = tuple(
        poster.model_copy(update={"formats": ALL_FORMATS, "places": poster.places[:1]})
        for poster in campaign.posters
    )
    return campaign.model_copy(update={"posters": posters})


@pytest.mark.skipif("AFFICHE_SLOW" not in os.environ, reason="each build reads every code again")
def test_every_code_of_the_sample_company_is_read_from_a_coarse_print(tmp_path: Path) -> None:
    catalogue, posters = sample()
    assert {poster.campaign.id for poster in posters} == set(catalogue.campaign)
    assert {poster.format.name for poster in posters} == set(ALL_FORMATS)
    project = load(ROOT)
    made = produce([poster.job for poster in posters], render, Store(tmp_path))
    for poster, (_, artefact) in zip(posters, made.artefacts, strict=True):
        picture = raster(artefact.file(POSTER), 100).convert("L")
        found = [code.text for code in zxingcpp.read_barcodes(picture)]
        assert found == [go_address(project, poster.campaign)], poster.name
        assert found[0] == f"{project.settings.site_url}go/{poster.campaign.id}/"


@every_format
def test_the_code_has_a_quiet_zone_of_four_modules(paper: str) -> None:
    """ISO/IEC 18004:2015, 6.3.8; grey ground shows where the code's own white ends."""
    colours = json.loads(poster_saying(paper).job.drawing.data)["colours"] | {"paper": "#808080"}
    poster = poster_saying(paper, colours=colours)
    picture = raster(pdf_of(poster), 200)
    (code,) = zxingcpp.read_barcodes(picture)
    corners = code.position
    xs = [corners.top_left.x, corners.top_right.x, corners.bottom_left.x, corners.bottom_right.x]
    ys = [corners.top_left.y, corners.top_right.y, corners.bottom_left.y, corners.bottom_right.y]
    modules = segno.make_qr(code.text, error="m", boost_error=False).symbol_size(border=0)[0]
    assert QUIET_ZONE_MODULES == 4
    module = (max(xs) - min(xs)) / modules
    quiet = int(module * 4) - 2
    around = picture.convert("L").crop(
        (min(xs) - quiet, min(ys) - quiet, max(xs) + quiet, max(ys) + quiet)
    )
    edge = int(module / 2)
    inside = (quiet - edge, quiet - edge, around.width - quiet + edge, around.height - quiet + edge)
    around.paste(255, inside)
    assert around.getextrema()[0] > 250
