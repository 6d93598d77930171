"""Documents that go along with posters: their common data, and how they are set.

What a delivery list says is decided in ``delivery_list``, what a contact sheet shows in
``contact_sheet``; what both look like, in ``templates/paperwork.typ``.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from PIL import Image

from affiche.content.words import Words
from affiche.model import Campaign, Catalogue
from affiche.model.format import MM_PER_INCH
from affiche.posters.job import RENDERER, Drawing
from affiche.posters.picture import as_webp
from affiche.posters.studio import Studio
from affiche.posters.template_data import artwork_of
from affiche.posters.typesetting import Typesetter, TypesettingError, typesetter
from affiche.posters.variant_data import colours_of
from affiche.press import Artefact

DOCUMENT = "document.pdf"
"""The document as PDF/UA-1 (ISO 14289-1)."""

PICTURE = "document.webp"
"""The document as one picture, where that was asked for."""

PICTURE_WIDTH_PX = 1600
"""Enough to read the names of files on a screen of ordinary density."""

_SHEET_WIDTH_MM = 297


@dataclass(frozen=True)
class DocumentJob:
    """A document about posters, and perhaps one picture of all of it."""

    drawing: Drawing
    """What is set."""

    thumbnails: tuple[bytes, ...] = field(default=(), repr=False)
    """Small pictures of posters; the template reads them as ``thumbnail-0.jpg`` and on."""

    pictured: bool = False
    """Whether the document is wanted as one picture too."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        digest = hashlib.sha256(f"document\0{RENDERER}\0{self.pictured}\0".encode())
        self.drawing.hash_into(digest)
        for thumbnail in self.thumbnails:
            digest.update(hashlib.sha256(thumbnail).digest())
        return digest.hexdigest()


def document_drawing(
    main: str,
    campaign: Campaign,
    catalogue: Catalogue,
    words: Words,
    studio: Studio,
    data: dict[str, Any],
) -> Drawing:
    """Return the drawing of ``main`` with ``data`` and what all documents know of a campaign."""
    brand = catalogue.brand
    sponsor = catalogue.person[campaign.sponsor]
    common = {
        "language": words.language,
        "brand": brand.name,
        "campaign": campaign.title,
        "runs": words.date_range(campaign.starts, campaign.ends),
        "sponsor": {"name": sponsor.name, "job_title": sponsor.job_title},
        "colours": colours_of(brand, catalogue.scheme_of(campaign)),
        "artwork": artwork_of(campaign),
        "pictured": False,
    }
    whole = studio.printable(common | data, words.language)
    fonts = studio.choose_fonts(whole, whole["campaign"], words.language)
    return Drawing(
        main,
        studio.sources,
        json.dumps(whole | {"fonts": fonts.by_role}, ensure_ascii=False, sort_keys=True),
        fonts.typefaces,
    )


def render_document(job: DocumentJob) -> Artefact:
    """Return the document that ``job`` asks for.

    One whose template does not work has no files; its notes say why: ``{"failed": str}``.
    """
    with typesetter(job.drawing) as setter:
        for index, thumbnail in enumerate(job.thumbnails):
            setter.add(f"thumbnail-{index}.jpg", thumbnail)
        try:
            files = [(DOCUMENT, setter.page("pdf", pdf_standards=["ua-1"]))]
            if job.pictured:
                files.append((PICTURE, _pictured(setter)))
        except TypesettingError as error:
            return Artefact(notes=json.dumps({"failed": str(error)}))
    return Artefact(tuple(files))


def _pictured(setter: Typesetter) -> bytes:
    """Return the whole document as one WebP."""
    setter.data = json.dumps(json.loads(setter.data) | {"pictured": True}, ensure_ascii=False)
    ppi = PICTURE_WIDTH_PX / (_SHEET_WIDTH_MM / MM_PER_INCH)
    return as_webp(Image.open(io.BytesIO(setter.page("png", ppi=ppi))))
