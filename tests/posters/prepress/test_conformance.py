"""The standards for reading and keeping: typst keeps to them, and we would notice if not."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest

from tests.posters.prepress.conformance import pdf_a_problems, pdf_ua_problems
from tests.posters.prepress.sheets import as_file, changed, photograph, set_sheet

HEAD = """\
#set document(title: "Leren begint bovenaan", author: "Meridiaan",
  date: datetime(year: 2026, month: 12, day: 3))
#set page(width: 100mm, height: 80mm, margin: 8mm)
#set text(font: "Poppins", lang: "nl")
"""
BODY = """\
= Leren begint bovenaan
Wie leidt, leert het *eerst*.
- Vier dagdelen
- In Utrecht
#image("photo.jpg", width: 30mm, alt: "Een volle zaal")
#link("https://leren.example/go/bovenaan/")[Kies je dagdeel]
"""


def sheet(*standards: str, body: str = BODY) -> bytes:
    return set_sheet(body, HEAD, standards, photo_jpg=as_file(photograph(), "JPEG"))


def test_an_accessible_sheet_keeps_pdf_ua() -> None:
    assert pdf_ua_problems(sheet("ua-1"), warnings=True) == []


def test_a_kept_sheet_keeps_pdf_a_and_pdf_ua_at_once() -> None:
    both = sheet("a-2a", "ua-1")
    assert pdf_a_problems(both) == []
    assert pdf_ua_problems(both, warnings=True) == []


def silenced(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


def without(key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return change


@pytest.mark.parametrize(
    "change",
    [silenced, without("/Lang"), without("/StructTreeRoot"), without("/Metadata")],
    ids=["no alternative", "no language", "no tags", "no metadata"],
)
def test_what_is_not_accessible_is_told(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert pdf_ua_problems(changed(sheet("ua-1"), change))


def with_ink(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"q 1 0 0 0 k 0 0 5 5 re f Q")


def with_script(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Annots"][0]["/A"]["/S"] = pikepdf.Name.JavaScript


def without_font_file(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (without("/Metadata"), "6.6.4"),
        (without("/OutputIntents"), "6.2.3"),
        (without("/StructTreeRoot"), "6.7.2"),
        (without("/Lang"), "6.7.4"),
        (with_ink, "6.2.4"),
        (with_script, "6.5.1"),
        (without_font_file, "6.2.11.4"),
        (lambda pdf: pdf.docinfo.__setitem__("/Title", "Iets anders"), "6.6.3"),
    ],
)
def test_what_cannot_be_kept_is_told(change: Callable[[pikepdf.Pdf], None], clause: str) -> None:
    problems = pdf_a_problems(changed(sheet("a-2a"), change))
    assert any(problem.startswith(f"{clause}: ") for problem in problems)
