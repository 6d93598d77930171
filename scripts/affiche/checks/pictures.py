"""Every picture that a campaign, a person or the brand names must be one that can be opened.

Whether it exists is known to ``content``; whether it is large enough to ``posters``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from affiche import posters  # what it offers is imported when it is asked for
from affiche.content import Project
from affiche.model import Brand, Catalogue
from affiche.press import Memory
from affiche.report import Code, Diagnostic, Place

_VECTOR = ".svg"
_SVG_ROOT = "{http://www.w3.org/2000/svg}svg"
"""W3C SVG 2, 5.1: the element that a file of SVG consists of, with its namespace."""


def check_pictures(project: Project, catalogue: Catalogue, memory: Memory) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that is named as a picture and is none.

    Args:
        project: Where the files lie.
        catalogue: Who names them.
        memory: Knows which were opened before.
    """
    yield from _check_drawings(project, catalogue.brand)
    campaigns = project.root / project.settings.campaigns_dir
    people = project.root / project.settings.docs_dir / "people"
    named: list[tuple[Place, str, Path]] = []
    for campaign in catalogue.campaigns:
        folder = campaigns / campaign.id
        if campaign.image:
            named.append((campaign.source.place("image"), campaign.image, folder))
        named += (
            (campaign.source.place("posters", index, "image"), poster.image, folder)
            for index, poster in enumerate(campaign.posters)
            if poster.image
        )
    named += (
        (person.source.place("portrait"), person.portrait, people)
        for person in catalogue.people
        if person.portrait and not person.portrait.endswith(_VECTOR)
    )
    for place, name, folder in named:
        if not _is_picture((folder / name).read_bytes(), memory):
            yield Diagnostic.of(
                Code.NOT_A_PICTURE,
                place,
                f"'{name}' cannot be opened as a picture.",
                "Save it again as JPEG, PNG or WebP; renaming a file does not change what it is.",
            )


def _is_picture(content: bytes, memory: Memory) -> bool:
    question = f"picture\0{hashlib.sha256(content).hexdigest()}"
    return not memory.recall(question, lambda: posters.why_not_a_picture(content) or "")


def _check_drawings(project: Project, brand: Brand) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each drawing of the brand that is no SVG: it stands everywhere."""
    overrides = project.root / project.settings.overrides_dir
    for field, name in (("logo", brand.logo), ("symbol", brand.symbol)):
        try:
            tag = ElementTree.fromstring((overrides / name).read_bytes()).tag  # noqa: S314  # expat stops entity bombs
        except ElementTree.ParseError:
            tag = ""
        if tag != _SVG_ROOT:
            yield Diagnostic.of(
                Code.NOT_A_PICTURE,
                brand.source.place(field),
                f"'{name}' is not a drawing in SVG.",
                "Export it from your drawing program as SVG again; plain SVG, not compressed.",
            )
