"""What makes a PDF a PDF/X-4 (ISO 15930-7:2010): output intent, metadata, and nothing that moves.

Colours are left to ``content`` and ``pictures``, boxes to ``boxes``.
"""

from __future__ import annotations

import uuid
import zlib
from functools import lru_cache
from html import escape
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from affiche.posters.prepress.condition import PressCondition
from affiche.posters.prepress.drawings import drawings

VERSION = "1.6"
"""ISO 15930-7: PDF/X-4 is based on PDF 1.6."""

_UNDATED = "D:20000101000000Z"
"""The date of a poster that has none of its own. ISO 15930-7 wants dates of creation and of
change, and the same poster shall have the same bytes whenever it is made: the clock is not asked.
Normally the template writes the first day of the campaign; this is a day that nobody takes for
the day of making."""

_REGISTRY = "http://www.color.org"
"""Of characterised printing conditions: the ICC (ISO 15930-7)."""

_NOT_IN_PRINT = (
    "/AA",
    "/AcroForm",
    "/Collection",
    "/Extensions",
    "/MarkInfo",
    "/Names",
    "/OpenAction",
    "/Outlines",
    "/PageLabels",
    "/PageMode",
    "/StructTreeRoot",
    "/ViewerPreferences",
)
"""Of the catalogue: what serves readers on screens. The structure goes with its links: the tree
would point to annotations that PDF/X does not allow."""

_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:MetadataDate>{made}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{id}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""

_PRODUCER = "Affiche"


def make_pdfx(pdf: pikepdf.Pdf, condition: PressCondition, digest: bytes) -> None:
    """Turn ``pdf`` into a PDF/X-4 as far as its catalogue, metadata and pages' furniture go.

    ``digest`` (16 bytes) stands for all that it was made from; it becomes the document's name.
    """
    _drop_what_moves(pdf)
    _blend_in_ink(pdf)
    pdf.Root.OutputIntents = Array([_intent(pdf, condition)])
    _describe(pdf, digest)


def _drop_what_moves(pdf: pikepdf.Pdf) -> None:
    """ISO 15930-7: no actions, no scripts, no annotations where there is paper."""
    for key in _NOT_IN_PRINT:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Annots", "/AA", "/StructParents", "/Tabs"):
            if key in page.obj:
                del page.obj[key]
    for drawing in drawings(pdf):
        if "/StructParents" in drawing.holder:
            del drawing.holder["/StructParents"]


def _blend_in_ink(pdf: pikepdf.Pdf) -> None:
    """Let what is transparent mix as inks do: groups in CMYK, those that make masks in grey."""
    transparent = False
    for drawing in drawings(pdf):
        group = drawing.holder.get("/Group")
        if group is not None:
            transparent = True
            group.CS = Name.DeviceGray if drawing.is_mask else Name.DeviceCMYK
        transparent = transparent or _is_transparent(drawing.resources)
    for page in pdf.pages:
        if transparent:
            page.obj.Group = Dictionary(
                Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True
            )


def _is_transparent(resources: Any) -> bool:
    states = resources.get("/ExtGState", {}).values()
    pictures = resources.get("/XObject", {}).values()
    return any(
        state.get("/SMask", Name("/None")) != Name("/None")
        or float(state.get("/ca", 1)) < 1
        or float(state.get("/CA", 1)) < 1
        or state.get("/BM", Name.Normal) != Name.Normal
        for state in states
    ) or any("/SMask" in picture for picture in pictures)


def _intent(pdf: pikepdf.Pdf, condition: PressCondition) -> Dictionary:
    profile = pdf.make_stream(_packed(condition.profile.content), Filter=Name.FlateDecode)
    profile.N = 4
    profile.Alternate = Name.DeviceCMYK
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.condition),
        OutputCondition=String(condition.condition),
        RegistryName=String(_REGISTRY),
        Info=String(condition.profile.description),
        DestOutputProfile=pdf.make_indirect(profile),
    )


@lru_cache(maxsize=2)
def _packed(profile: bytes) -> bytes:
    """Return a megabyte of profile packed, once for all the files that a worker makes."""
    return zlib.compress(profile, 9)


def _describe(pdf: pikepdf.Pdf, digest: bytes) -> None:
    """Write Info and XMP with the same facts in both, as readers may believe either."""
    info = pdf.docinfo
    made = str(info.get("/CreationDate", _UNDATED))
    facts = {
        "title": str(info.get("/Title", "")),
        "author": str(info.get("/Author", "")),
        "keywords": str(info.get("/Keywords", "")),
        "creator": str(info.get("/Creator", _PRODUCER)),
        "language": str(pdf.Root.get("/Lang", "")),
        "producer": _PRODUCER,
        "made": _as_xmp(made),
        "id": str(uuid.UUID(bytes=digest, version=5)),
    }
    info.Producer = String(_PRODUCER)
    info.CreationDate = info.ModDate = String(made)
    info.Trapped = Name("/False")
    # XMP is what counts; older readers look here.
    info.GTS_PDFXVersion = String("PDF/X-4")
    xmp = pdf.make_stream(
        _XMP.format_map({name: escape(fact, quote=False) for name, fact in facts.items()}).encode(
            "utf-8"
        )
    )
    xmp.Type, xmp.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(xmp)
    pdf.trailer.ID = Array([String(digest), String(digest)])


def _as_xmp(date: str) -> str:
    """Return a ``date`` in UTC, ``D:20261203000000Z``, as XMP writes it (ISO 8601)."""
    year, month, day = date[2:6], date[6:8], date[8:10]
    hour, minute, second = date[10:12], date[12:14], date[14:16]
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
