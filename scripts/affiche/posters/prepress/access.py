"""What makes a finished PDF readable for everybody, and for a long time: tags, title, language.

The whole of PDF/UA and PDF/A is more; what is checked here are the mistakes that a template can
make. The tests ask tools that know the standards further.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from affiche.model import Variant
from affiche.posters.prepress.finding import Finding
from affiche.posters.prepress.metadata import standards_of
from affiche.report import Code

_STANDARDS = {Variant.ACCESSIBLE: "PDF/UA-1", Variant.ARCHIVE: "PDF/A-2A"}


def check_access(pdf: pikepdf.Pdf, variant: Variant, language: str) -> Iterator[Finding]:
    """Yield what keeps ``pdf`` from being read aloud or kept."""
    stated = standards_of(pdf)
    if (wanted := _STANDARDS.get(variant)) and wanted not in stated:
        yield Finding(Code.WRONG_STANDARD, ", ".join(stated) or "no standard", wanted)
    root: Any = pdf.Root
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked", False):
        yield Finding(Code.UNTAGGED, "no tags")
    shows = variant is not Variant.ACCESSIBLE or root.get("/ViewerPreferences", {}).get(
        "/DisplayDocTitle", False
    )
    if not str(pdf.docinfo.get("/Title", "")).strip() or not shows:
        yield Finding(Code.UNTITLED_FILE, "no title")
    said = str(root.get("/Lang", ""))
    if not said or (language and said.partition("-")[0] != language.partition("-")[0]):
        yield Finding(Code.NO_LANGUAGE, said, language)
    if silent := sum(_is_silent(item) for item in _elements(root.get("/StructTreeRoot"))):
        yield Finding(Code.NO_ALTERNATIVE, f"{silent} of its pictures")


def _is_silent(element: Any) -> bool:
    return (
        element.get("/S") in ("/Figure", "/Formula")
        and not str(element.get("/Alt", element.get("/ActualText", ""))).strip()
    )


def _elements(element: Any) -> Iterator[Any]:
    """Yield every structure element below ``element`` (ISO 32000-1, 14.7.2)."""
    waiting = [element] if element is not None else []
    while waiting:
        present = waiting.pop()
        if isinstance(present, pikepdf.Array):
            waiting.extend(present)
        elif isinstance(present, pikepdf.Dictionary):
            if "/S" in present:
                yield present
            if (below := present.get("/K")) is not None:
                waiting.append(below)
