"""Which standards a PDF says that it keeps, read from its XMP (ISO 16684-1)."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pikepdf

_PDFX = "{http://www.npes.org/pdfx/ns/id/}"
_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
_PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def standards_of(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return what ``pdf`` calls itself, for example ``("PDF/A-2A", "PDF/UA-1")``."""
    facts = _facts(pdf)
    found = []
    if version := facts.get(f"{_PDFX}GTS_PDFXVersion"):
        found.append(version)
    if part := facts.get(f"{_PDFA}part"):
        found.append(f"PDF/A-{part}{facts.get(f'{_PDFA}conformance', '')}")
    if part := facts.get(f"{_PDFUA}part"):
        found.append(f"PDF/UA-{part}")
    return tuple(found)


def _facts(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return simple properties by their full names; RDF may write them in two ways."""
    metadata: Any = pdf.Root.get("/Metadata")
    if metadata is None:
        return {}
    try:
        # The file is one that this program just made; nothing in it comes from outside.
        tree = ElementTree.fromstring(metadata.read_bytes().strip())  # noqa: S314
    except ElementTree.ParseError:
        return {}
    facts: dict[str, str] = {}
    for described in tree.iter(f"{_RDF}Description"):
        facts.update(described.attrib)
        facts.update({one.tag: (one.text or "").strip() for one in described})
    return facts
