"""Ask tools that know the standards what they think of a finished PDF.

veraPDF, the reference for PDF/UA and PDF/A, is not to be had as a package. So PDF/UA-1 is asked of
``outloud``, and of PDF/A-2a is checked here what pikepdf shows.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import outloud
import pikepdf

from affiche.posters.prepress.metadata import standards_of
from tests.posters.prepress.sheets import opened, operators

ALLOWED_ACTIONS = ("/URI", "/GoTo")
PRINTED = 4
"""ISO 32000-1, table 165: the bit of an annotation that is printed."""


def pdf_ua_problems(pdf: bytes, *, warnings: bool = False) -> list[str]:
    """Return what keeps ``pdf`` from PDF/UA-1 (ISO 14289-1), by outloud's rules.

    It goes through the 31 checkpoints of the Matterhorn Protocol as far as a machine can, and
    through some criteria of WCAG 2.2 besides.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "poster.pdf"
        path.write_bytes(pdf)
        result = outloud.check(str(path))
    assert result.error is None, result.error
    weights = {"error", "warning"} if warnings else {"error"}
    return [f"{one.rule}: {one.message}" for one in result.findings if one.severity in weights]


def pdf_a_problems(pdf: bytes) -> list[str]:
    """Return what keeps ``pdf`` from PDF/A-2a (ISO 19005-2), as far as it is looked at here."""
    with opened(pdf) as read:
        rules = (_catalogue, _metadata, _streams, _fonts, _colours, _actions)
        return [problem for rule in rules for problem in rule(read)]


def elements_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the structure elements under ``element``, in reading order."""
    found = []
    kids = element.get("/K", [])
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *elements_of(kid)]
    return found


def _catalogue(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if "PDF/A-2A" not in standards_of(pdf):
        yield "6.6.4: it does not say that it is PDF/A-2a"
    if pdf.is_encrypted:
        yield "6.1.3: it is locked"
    if "/ID" not in pdf.trailer:
        yield "6.1.3: it has no ID"
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "6.7.2: it is not tagged"
    if not str(root.get("/Lang", "")):
        yield "6.7.4: it has no language"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as xmp:
        for key, named in (("/Title", "dc:title"), ("/CreationDate", "xmp:CreateDate")):
            if (key in pdf.docinfo) != (named in xmp):
                yield f"6.6.3: {key} is in one of Info and XMP alone"
        if str(pdf.docinfo.get("/Title", "")) != xmp.get("dc:title", ""):
            yield "6.6.3: Info and XMP have different titles"


def _streams(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield from (f"6.1: {problem}" for problem in pdf.check_pdf_syntax())
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and {"/F", "/FFilter"} & set(item.keys()):
            yield "6.1.7: a stream lies outside the file"
        if isinstance(item, pikepdf.Stream) and "/LZWDecode" in str(item.get("/Filter", "")):
            yield "6.1.7: LZW"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        name = str(item.get("/BaseFont", "a font"))
        if "/FontDescriptor" in item and not any(
            key in item["/FontDescriptor"] for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            yield f"6.2.11.4: {name} is not embedded"
        if item.get("/Subtype") == "/Type0" and "/ToUnicode" not in item:
            yield f"6.2.11.7: {name} does not tell its letters"


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents: Any = pdf.Root.get("/OutputIntents", pikepdf.Array())
    ours = [one for one in intents if one.get("/S") == "/GTS_PDFA1"]
    if len(ours) != 1 or "/DestOutputProfile" not in ours[0]:
        yield "6.2.3: it has no output intent with a profile"
    if any(operator in {"k", "K"} for operator, _ in operators(pdf)):
        yield "6.2.4: ink, though its output intent is of light"


def _actions(pdf: pikepdf.Pdf) -> Iterator[str]:
    if {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys()):
        yield "6.5: the file acts by itself"
    for page in pdf.pages:
        annotations: Any = page.obj.get("/Annots", pikepdf.Array())
        for one in annotations:
            if not int(one.get("/F", 0)) & PRINTED:
                yield "6.3.2: an annotation is not printed"
            if "/A" in one and one["/A"]["/S"] not in ALLOWED_ACTIONS:
                yield f"6.5.1: {one['/A']['/S']}"
