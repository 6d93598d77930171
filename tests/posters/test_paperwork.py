"""The papers of a campaign: which there are, what they show, and that they are made once."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from affiche.content import Project
from affiche.model import Catalogue, Format
from affiche.posters import (
    Paper,
    PaperKind,
    Paperwork,
    PlannedPoster,
    Studio,
    make_paperwork,
    make_posters,
    paperwork,
    plan_order,
    plan_posters,
)
from affiche.posters.contact_sheet import plan_contact_sheet
from affiche.posters.delivery_list import plan_delivery_list
from affiche.posters.paper_document import (
    DOCUMENT,
    PICTURE_WIDTH_PX,
    DocumentJob,
    render_document,
)
from affiche.posters.rendering import PREVIEW
from affiche.press import Artefact, Store
from affiche.report import Code
from tests.posters.prepress.conformance import elements_of, pdf_ua_problems
from tests.posters.wall import CAMPAIGN, opened
from tests.project import ENGLISH

FORMATS_LINE = "    formats: [a4, a3, a4-landscape, a3-landscape]\n"
FLYERS = CAMPAIGN.replace(
    FORMATS_LINE, "    formats: [a5, a5-landscape]\n    locations: locations.csv\n"
)
ROWS = "id,name,room,contact,quantity,entrance\n" + "".join(
    f"{town.lower()},{town},Zaal 1,Balie {town},{count},Poort {count}\n"
    for town, count in (("Zwolle", 3), ("Gent", 12))
)
LOCATIONS = "campaigns/bovenaan/locations.csv"


@dataclass(frozen=True)
class Workshop:
    """A bilingual project with flyers for two places, drawn by nobody."""

    project: Project
    studio: Studio
    store: Store
    posters: tuple[tuple[PlannedPoster, Artefact], ...]

    def catalogue(self, language: str) -> Catalogue:
        return self.project.catalogues[language]

    def paperwork(self, language: str = "nl", **changed: Studio) -> Paperwork:
        made = replace(make_posters((), self.studio, self.store), posters=self.posters)
        return make_paperwork(
            made,
            self.catalogue(language),
            self.project.words[language],
            changed.get("studio", self.studio),
            self.store,
        )


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    root = tmp_path_factory.mktemp("workshop")
    english = {path: text for path, text in ENGLISH.items() if "image_alt" not in str(text)}
    translated = str(ENGLISH["campaigns/bovenaan/index.en.md"]).replace(
        "image_alt: A full hall.\n", ""
    )
    files = {**english, LOCATIONS: ROWS, "campaigns/bovenaan/index.en.md": translated}
    project, studio = opened(root, FLYERS, **files)
    pdf = _blank_flyer()
    posters = tuple(
        (planned, Artefact((("poster", pdf), (PREVIEW, _grey_preview(planned.format))), "{}"))
        for language, catalogue in project.catalogues.items()
        for planned in plan_posters(project, catalogue, studio, language=language)
    )
    return Workshop(project, studio, Store(root / "store"), posters)


@pytest.fixture(scope="module")
def papers(workshop: Workshop) -> dict[str, Paper]:
    paperwork = workshop.paperwork()
    assert paperwork.diagnostics == ()
    return {paper.file_name: paper for paper in paperwork.papers}


def text_of(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [
        page.get_textpage().get_text_range().replace("\r\n", "\n")
        for page in pypdfium2.PdfDocument(pdf)
    ]


def test_a_campaign_gets_all_its_papers(papers: dict[str, Paper]) -> None:
    assert sorted(papers) == [
        "contact-sheet.pdf",
        "contact-sheet.webp",
        "delivery-list.pdf",
        "photo-a5-gent-2-up.pdf",
        "photo-a5-landscape-gent-2-up.pdf",
        "photo-a5-landscape-zwolle-2-up.pdf",
        "photo-a5-zwolle-2-up.pdf",
        "print-order.csv",
    ]
    assert {paper.campaign.id for paper in papers.values()} == {"bovenaan"}
    flyer = papers["photo-a5-gent-2-up.pdf"]
    assert (flyer.kind, flyer.copies) == (PaperKind.IMPOSED, 2)
    assert flyer.planned
    assert flyer.planned.name == "photo-a5-gent"


def test_the_order_is_in_one_language_and_the_contact_sheet_shows_all(
    workshop: Workshop, papers: dict[str, Paper]
) -> None:
    order = papers["print-order.csv"].content.decode("utf-8-sig").splitlines()
    assert len(order) == 1 + 4
    assert all("Nederlands" in line for line in order[1:])
    (page,) = text_of(papers["contact-sheet.pdf"].content)
    assert page.index("Nederlands") < page.index("Engels")
    assert page.count("Nederlands") == page.count("Engels") == 4
    english = {paper.file_name: paper for paper in workshop.paperwork("en").papers}
    assert english["print-order.csv"].content.decode("utf-8-sig").startswith("Campaign,Poster,")
    (page,) = text_of(english["contact-sheet.pdf"].content)
    assert "Contact sheet" in page
    assert page.index("English") < page.index("Dutch")


def test_a_contact_sheet_says_what_is_approved_by_whom(papers: dict[str, Paper]) -> None:
    (page,) = text_of(papers["contact-sheet.pdf"].content)
    for words in (
        "Leren begint bovenaan",
        "3 december 2026 – 31 januari 2027",
        "Noor el Amrani",
        "A5 liggend",
        "Gent",
        "Akkoord",
        "Handtekening",
    ):
        assert words in page
    assert "photo-a5-zwolle.pdf" in page


def test_a_contact_sheet_has_words_for_each_picture(papers: dict[str, Paper]) -> None:
    with pikepdf.open(io.BytesIO(papers["contact-sheet.pdf"].content)) as document:
        alternatives = _alternatives(document.Root.StructTreeRoot)
        assert document.Root.Lang == "nl"
    assert len(alternatives) == 8
    assert alternatives[0].startswith("Leren begint bovenaan")


def test_thumbnails_keep_their_proportion(papers: dict[str, Paper]) -> None:
    page = pypdfium2.PdfDocument(papers["contact-sheet.pdf"].content)[0]
    pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    ratios = set()
    for picture in pictures:
        left, bottom, right, top = picture.get_bounds()
        ratios.add(round((right - left) / (top - bottom), 2))
    assert ratios == {round(148 / 210, 2), round(210 / 148, 2)}


def test_the_contact_sheet_as_a_picture_is_all_of_it(papers: dict[str, Paper]) -> None:
    picture = Image.open(io.BytesIO(papers["contact-sheet.webp"].content))
    assert (picture.format, picture.width) == ("WEBP", PICTURE_WIDTH_PX)
    assert picture.height > 0.4 * picture.width


def test_a_long_contact_sheet_is_one_picture_all_the_same(workshop: Workshop) -> None:
    campaign = workshop.catalogue("nl").campaigns[0]
    posters = [(planned, _thumbnail()) for planned, _ in workshop.posters] * 3
    job = plan_contact_sheet(
        campaign, posters, workshop.catalogue("nl"), workshop.project.words["nl"], workshop.studio
    )
    artefact = render_document(job)
    pages = text_of(artefact.file(DOCUMENT))
    assert len(pages) == 2
    assert "2/2" in pages[1]
    assert "Contactblad · Leren begint bovenaan" in pages[1]
    assert dict(artefact.files)["document.webp"]


def test_a_poster_stands_on_the_contact_sheet_once_whatever_its_variants(
    workshop: Workshop, papers: dict[str, Paper]
) -> None:
    twice = tuple(
        (replace(planned, job=replace(planned.job, preview=None)) if again else planned, artefact)
        for planned, artefact in workshop.posters
        for again in (False, True)
    )
    found = {p.file_name: p for p in replace(workshop, posters=twice).paperwork().papers}
    assert found["contact-sheet.pdf"].content == papers["contact-sheet.pdf"].content


def test_a_delivery_list_names_place_after_place(papers: dict[str, Paper]) -> None:
    (page,) = text_of(papers["delivery-list.pdf"].content)
    gent, zwolle = page.index("Gent"), page.index("Zwolle")
    assert gent < zwolle
    assert "2 locaties · 30 stuks" in page
    assert "Zaal 1 · Balie Gent · entrance: Poort 12" in page
    assert "6 × A4 van photo-a5-gent-2-up.pdf" in page
    assert "24 stuks" in page[gent:zwolle]
    assert "Totaal" in page


def test_a_long_delivery_list_repeats_its_head_and_numbers_its_pages(workshop: Workshop) -> None:
    pages = text_of(render_document(_long_list(workshop, 80)).file(DOCUMENT))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in page
        assert "Bezorgd" in page
        assert ("Afleverlijst · Leren begint bovenaan" in page) is (number > 1)
    places = [f"Plaats {number:02}" for number in range(80)]
    assert all(any(place in page for page in pages) for place in places)
    assert "160 stuks" in pages[-1]


def test_a_delivery_list_is_tagged_as_heading_and_table(papers: dict[str, Paper]) -> None:
    with pikepdf.open(io.BytesIO(papers["delivery-list.pdf"].content)) as document:
        kinds = [str(element.S) for element in elements_of(document.Root.StructTreeRoot)]
        assert document.docinfo["/Title"] == "Afleverlijst: Leren begint bovenaan"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    assert kinds.count("/H1") == 1
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") >= 5 + 2
    assert kinds.count("/THead") >= 1


@pytest.mark.parametrize("name", ["contact-sheet.pdf", "delivery-list.pdf"])
def test_screen_readers_get_a_whole_document(papers: dict[str, Paper], name: str) -> None:
    assert pdf_ua_problems(papers[name].content) == []


def test_text_is_set_in_the_brands_typefaces(papers: dict[str, Paper]) -> None:
    with pikepdf.open(io.BytesIO(papers["delivery-list.pdf"].content)) as document:
        fonts = {str(font.BaseFont) for font in document.pages[0].Resources.Font.values()}
    assert any("Poppins" in font for font in fonts)
    assert all("Poppins" in font or "SourceSans3" in font for font in fonts)


def test_an_editors_text_is_never_taken_for_markup(workshop: Workshop) -> None:
    rows = 'id,name,contact\nx,"#panic() $x$ <lab> @ref",*a* _b_ `c`\n'
    (page,) = text_of(render_document(_list_of(workshop, rows)).file(DOCUMENT))
    assert "#panic() $x$ <lab> @ref" in page
    assert "*a* _b_ `c`" in page


def test_a_character_that_no_typeface_has_keeps_nobody_from_a_list(workshop: Workshop) -> None:
    """PDF/UA-1 forbids it, and a name is no reason for a build to stop."""
    rows = "id,name,contact\nx,Zaal \N{PARTY POPPER} 1,\N{PARTY POPPER}\n"
    (page,) = text_of(render_document(_list_of(workshop, rows)).file(DOCUMENT))
    assert "Zaal 1" in page


def test_papers_are_made_once(
    workshop: Workshop, papers: dict[str, Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paperwork, "render_document", None)
    monkeypatch.setattr(paperwork, "render_imposition", None)
    monkeypatch.setattr(paperwork, "render_thumbnail", None)
    again = workshop.paperwork()
    assert {paper.file_name: paper.content for paper in again.papers} == {
        name: paper.content for name, paper in papers.items()
    }


def test_the_same_papers_are_the_same_bytes(workshop: Workshop) -> None:
    job = _long_list(workshop, 3)
    assert render_document(job).files == render_document(job).files


def test_a_template_of_the_brands_own_stands_in(
    workshop: Workshop, papers: dict[str, Paper]
) -> None:
    own = b'#set document(title: "x")\n#set text(lang: "nl", font: "Source Sans 3")\nVan ons'
    sources = dict(workshop.studio.sources) | {"delivery-list.typ": own}
    studio = replace(workshop.studio, sources=tuple(sorted(sources.items())))
    found = {paper.file_name: paper.content for paper in workshop.paperwork(studio=studio).papers}
    assert text_of(found["delivery-list.pdf"]) == ["Van ons"]


def test_a_template_that_does_not_work_is_told(workshop: Workshop) -> None:
    sources = dict(workshop.studio.sources) | {"contact-sheet.typ": b"#nonsense"}
    studio = replace(workshop.studio, sources=tuple(sorted(sources.items())))
    paperwork = workshop.paperwork(studio=studio)
    (problem,) = paperwork.diagnostics
    assert (problem.code, problem.place.file) == (
        Code.TEMPLATE_FAILED,
        "overrides/posters/contact-sheet.typ",
    )
    assert "unknown variable: nonsense" in problem.message
    assert PaperKind.CONTACT_SHEET not in {paper.kind for paper in paperwork.papers}


def test_a_campaign_that_is_not_translated_has_no_papers_in_that_language(
    workshop: Workshop,
) -> None:
    dutch = workshop.catalogue("nl")
    made = replace(make_posters((), workshop.studio, workshop.store), posters=workshop.posters)
    paperwork = make_paperwork(
        made, dutch, workshop.project.words["en"], workshop.studio, workshop.store
    )
    assert paperwork.papers == ()


def _list_of(workshop: Workshop, rows: str) -> DocumentJob:
    """Return the job of a delivery list for the places in ``rows``."""
    root = workshop.project.root / f"list-{len(rows)}"
    root.mkdir(exist_ok=True)
    project, studio = opened(
        root, FLYERS.replace("a5, a5-landscape", "a3, a4"), **{LOCATIONS: rows}
    )
    catalogue = project.catalogues["nl"]
    lines = plan_order(plan_posters(project, catalogue, studio, language="nl"))
    return plan_delivery_list(catalogue.campaigns[0], lines, catalogue, project.words["nl"], studio)


def _long_list(workshop: Workshop, places: int) -> DocumentJob:
    rows = "".join(f"plaats-{number},Plaats {number:02}\n" for number in range(places))
    return _list_of(workshop, f"id,name\n{rows}")


def _blank_flyer() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(148 * 72 / 25.4, 210 * 72 / 25.4))
        document.save(out)
    return out.getvalue()


def _grey_preview(size: Format) -> bytes:
    out = io.BytesIO()
    pixels = (round(size.width_mm), round(size.height_mm))
    Image.new("RGB", pixels, "#888888").save(out, "WEBP")
    return out.getvalue()


def _thumbnail() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (148, 210), "#888888").save(out, "JPEG")
    return out.getvalue()


def _alternatives(root: pikepdf.Object) -> list[str]:
    return [str(element.Alt) for element in elements_of(root) if "/Alt" in element]
