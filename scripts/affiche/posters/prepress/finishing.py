"""Make a poster as typst drew it ready for the print shop: inks, boxes, output intent, PDF/X-4.

Whether it came out well is left to ``preflight``, which reads the finished file.
"""

from __future__ import annotations

import hashlib
import io
import re
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from affiche.model import Format
from affiche.posters.prepress.boxes import set_boxes
from affiche.posters.prepress.condition import PressCondition
from affiche.posters.prepress.content import Rewriter, overprint_name, overprint_state
from affiche.posters.prepress.drawings import Drawing, drawings
from affiche.posters.prepress.inks import Separation
from affiche.posters.prepress.pdfx import VERSION, make_pdfx
from affiche.posters.prepress.pictures import separate
from affiche.posters.prepress.spaces import Space, space_of

# ISO 32000-2, 14.4: the identifiers of a file; XMP, part 2, 1.2.3: those in its metadata.
_NAMES = re.compile(rb"/ID *\[ *<[0-9a-f]*> *<[0-9a-f]*> *\]|uuid:[0-9a-f-]{36}")


def finish_for_press(pdf: bytes, format: Format, condition: PressCondition) -> bytes:  # noqa: A002
    """Return ``pdf``, a poster in ``format``, as a file for the press under ``condition``.

    Same input, same bytes. What cannot be turned into ink without changing its look (a gradient)
    stays, and preflight refuses it.
    """
    separation = Separation(condition)
    digest = hashlib.sha256(pdf + condition.digest.encode() + repr(format).encode()).digest()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = tuple(drawings(opened))
        for drawing in found:
            _separate(opened, drawing, separation)
        for drawing in found:  # last, as forms may share their resources
            _forget_light(drawing.resources)
        for page in opened.pages:
            set_boxes(page, format, marks=condition.marks)
        make_pdfx(opened, condition, digest[:16])
        opened.remove_unreferenced_resources()
        out = io.BytesIO()
        opened.save(
            out,
            force_version=VERSION,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def without_names(pdf: bytes) -> bytes:
    """Return a finished file without what tells it from every other one, to compare two of them.

    Its names come from all colours of the brand, those that it does not have among them.
    """
    return _NAMES.sub(b"", pdf)


def _separate(pdf: pikepdf.Pdf, drawing: Drawing, separation: Separation) -> None:
    """Turn the colours of ``drawing`` and the pictures that it names into inks."""
    rewriter = Rewriter(drawing, separation)
    content = rewriter.rewrite()
    if isinstance(drawing.holder, pikepdf.Stream):
        drawing.holder.write(content)
    else:
        drawing.holder.Contents = pdf.make_stream(content)
    resources = drawing.resources
    for item in resources.get("/XObject", {}).values():
        if item.get("/Subtype") == "/Image":
            separate(item, separation, is_mask=drawing.is_mask)
    if rewriter.overprints and "/ExtGState" not in resources:
        resources.ExtGState = Dictionary()
    for states in sorted(rewriter.overprints):
        resources.ExtGState[Name(overprint_name(states))] = overprint_state(states)


def _forget_light(resources: Any) -> None:
    """Take the names of colour spaces away that no operator mentions any more."""
    spaces: Any = resources.get("/ColorSpace", {})
    for name in list(spaces.keys()):
        if space_of(spaces[name]) in {Space.GRAY, Space.RGB, Space.CMYK}:
            del spaces[name]
    if "/ColorSpace" in resources and not spaces:
        del resources["/ColorSpace"]
