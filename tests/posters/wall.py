"""A wall to hang posters on: plan and make the posters of a tiny project, and measure them.

What holds for them is left to the tests beside it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from affiche.content import Project, load
from affiche.model import Campaign, Variant
from affiche.posters import (
    POSTER,
    MadePosters,
    PlannedPoster,
    Studio,
    make_posters,
    open_studio,
    plan_posters,
    render,
)
from affiche.posters.typesetting import typesetter
from affiche.press import Store
from tests.posters.prepress.sheets import condition
from tests.project import CAMPAIGN as WHOLE_CAMPAIGN
from tests.project import write_project

ROOT = Path(__file__).parents[2]
PAGE = "campaigns/bovenaan/index.md"
TODAY = dt.date(2026, 12, 10)
PT_PER_MM = 72 / 25.4
ALL_FORMATS = ("a4", "a4-landscape", "a3", "a3-landscape")

CAMPAIGN = WHOLE_CAMPAIGN.replace("image: zaal.jpg\nimage_alt: Een volle zaal.\n", "").replace(
    """\
posters:
  - template: photo
    formats: [a3]
  - template: locations
    locations: locations.csv
""",
    """\
posters:
  - template: photo
    formats: [a4, a3, a4-landscape, a3-landscape]
""",
)
"""Drawn artwork, one template, every format."""

assert CAMPAIGN.count("image") == 0
assert CAMPAIGN.count("template") == 1


LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">
<path fill="currentColor" d="M0 0h10v10H0zM14 2h26v6H14z"/></svg>
"""
PORTRAIT_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">
<path fill="#F0AE2E" d="M0 0h8v8H0z"/><path fill="#0B1F3A" d="M2 8V4l2-3 2 3v4z"/></svg>
"""

TEMPLATES = ("photo", "type", "schedule", "quote", "value", "number", "compare")
"""What posters may be made with."""


def campaign(**fields: str) -> str:
    """Return the campaign with ``fields`` in JSON (which is YAML) instead of its own."""
    text = CAMPAIGN
    for name, value in fields.items():
        kept = [line for line in text.splitlines() if not line.startswith(f"{name}:")]
        kept.insert(1, f"{name}: {json.dumps(value, ensure_ascii=False)}")
        text = "\n".join(kept) + "\n"
    return text


def with_photo(text: str) -> str:
    """Return the campaign in ``text`` with a photograph, ``zaal.jpg``."""
    return text.replace("posters:", "image: zaal.jpg\nimage_alt: Een volle zaal.\nposters:", 1)


def opened(root: Path, text: str = CAMPAIGN, **files: str | bytes | None) -> tuple[Project, Studio]:
    """Write a project with the campaign ``text`` into ``root``; return it without a fault."""
    project = load(write_project(root, **{PAGE: text, **files}))
    assert project.diagnostics == ()
    assert project.catalogue
    studio, problems = open_studio(project, project.catalogue.brand)
    assert problems == ()
    return project, studio


def planned(
    root: Path, text: str = CAMPAIGN, *, formats: Iterable[str] | None = None, **files: str | bytes
) -> tuple[PlannedPoster, ...]:
    """Return the posters of such a project."""
    project, studio = opened(root, text, **files)
    assert project.catalogue
    return plan_posters(project, project.catalogue, studio, language="nl", formats=formats)


def made(root: Path, text: str = CAMPAIGN, **files: str | bytes | None) -> MadePosters:
    """Return the posters of such a project made, with what is wrong with them."""
    project, studio = opened(root, text, **files)
    assert project.catalogue
    posters = plan_posters(project, project.catalogue, studio, language="nl")
    return make_posters(posters, studio, Store(root / "store"))


@cache
def _tiny(paper: str, variant: Variant | None) -> PlannedPoster:
    text = CAMPAIGN.replace("[a4, a3, a4-landscape, a3-landscape]", f"[{paper}]")
    assert text != CAMPAIGN
    with tempfile.TemporaryDirectory() as folder:
        project, studio = opened(Path(folder), text, **{"overrides/logo.svg": LOGO})
        assert project.catalogue
        if variant is Variant.PRESS:
            studio = dataclasses.replace(studio, press=condition())
        (poster,) = plan_posters(
            project,
            project.catalogue,
            studio,
            language="nl",
            variants=None if variant is None else (variant,),
        )
    return poster


def poster_saying(
    paper: str, *, template: str = "photo", variant: Variant | None = None, **data: Any
) -> PlannedPoster:
    """Return the tiny project's poster on ``paper`` with ``data`` instead of what planning gave it.

    For fit alone: no file is written or read for it.
    """
    poster = _tiny(paper, variant)
    whole = json.dumps(
        json.loads(poster.job.drawing.data) | data, ensure_ascii=False, sort_keys=True
    )
    sources = (*poster.job.drawing.sources, ("portrait.svg", PORTRAIT_SVG.encode()))
    drawing = dataclasses.replace(
        poster.job.drawing, main=f"{template}.typ", sources=sources, data=whole
    )
    return dataclasses.replace(poster, job=dataclasses.replace(poster.job, drawing=drawing))


def laid_out(poster: PlannedPoster) -> tuple[bytes, list[dict[str, Any]]]:
    """Return the poster as PDF, also where it is for a screen, and what its template complains of.

    Quicker than to render it: nothing is read back and no preview is drawn.
    """
    with typesetter(poster.job.drawing) as setter:
        pdf = setter.page("pdf")
        return pdf, [*setter.said("<overflow>"), *setter.said("<missing>")]


def saying(sentence: str) -> list[dict[str, Any]]:
    """Return ``sentence`` as the tree that a template walks."""
    return [{"kind": "paragraph", "children": [{"kind": "text", "value": sentence}]}]


def proses(name: str, *sentences: str) -> dict[str, Any]:
    """Return ``sentences`` as a list called ``name``, as a tree and as text."""
    return {name: [saying(s) for s in sentences], f"{name}_text": list(sentences)}


def prose(name: str, sentence: str) -> dict[str, Any]:
    """Return ``sentence`` as a field called ``name``, as a tree and as text."""
    return {name: saying(sentence), f"{name}_text": sentence}


STORY = {
    **prose("message", "Twee dagdelen over luisteren, en over zeggen wat je bedoelt."),
    **proses("points", "Twee dagdelen, geen huiswerk", "Met mensen uit je eigen vak"),
    "small_print": "Meridiaan Academie · academie@meridiaan.example",
}
"""What the footer says."""

SESSIONS = [
    {"day": "3", "month": "dec", "weekday": "do", "time": "13.30–16.30 uur", "title": "Luisteren"},
    {"day": "12", "month": "jan", "weekday": "di", "time": "9.00–12.00 uur", "title": "Luisteren"},
    {"day": "28", "month": "jan", "weekday": "do", "time": "9.00–12.00 uur", "title": "Doorvragen"},
]

LEADS = {
    "sessions": [session | {"date": "", "place": "Utrecht, Zaal Maas"} for session in SESSIONS],
    "sponsor": {
        "name": "Noor el Amrani",
        "job_title": "Directeur Mens en Organisatie",
        **prose("quote", "Ik begin er zelf mee, op 3 december, met een vraag die ik uitstel."),
        "portrait": "portrait.svg",
        "portrait_alt": "Noor lacht.",
    },
    "value": {
        "name": "Nieuwsgierig",
        **prose("statement", "Wij vragen door, ook als het antwoord ons niet uitkomt."),
        **proses("behaviours", "Je stelt eerst een vraag.", "Je zegt: dat weet ik niet."),
    },
    "fact": {
        "figure": "34 %",
        **prose("text", "van de leidinggevenden vindt het aanbod voor hun niveau slecht."),
        "source": "HRreview, 2019",
    },
    "compare": {
        **proses("do", "Stel één vraag tegelijk", "Wacht vijf tellen"),
        **proses("avoid", "Twee vragen in één zin", "Zelf antwoorden"),
    },
}
"""What templates lead with."""


Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in pt from the lower left corner of a page."""


@dataclasses.dataclass(frozen=True)
class Line:
    """Letters on one line of a page, in pt from its top left corner."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


@dataclasses.dataclass(frozen=True)
class Sheet:
    """A page of one poster, measured."""

    width: float
    height: float
    text: str
    lines: tuple[Line, ...]

    def headline(self) -> tuple[Line, ...]:
        """Return the lines in the largest size."""
        largest = max(line.size for line in self.lines)
        return tuple(line for line in self.lines if abs(line.size - largest) < 0.1)


def pdf_of(poster: PlannedPoster) -> bytes:
    """Return the poster as PDF; it must have come out well."""
    artefact = render(poster.job)
    assert artefact.files, artefact.notes
    return artefact.file(POSTER)


def _apart(one: Box, other: Box, size: float) -> bool:
    """Whether the second box is no letter after the first: in another column or line."""
    return other[0] - one[2] > 0.9 * size or other[3] < one[1] or other[1] > one[3] + size


def measured(pdf: bytes) -> Sheet:
    """Return where the text of the first page stands."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    width, height = page.get_size()
    text = page.get_textpage()
    lines: list[Line] = []
    current: list[tuple[str, float, Box]] = []

    def close() -> None:
        if current:
            boxes = [box for _, _, box in current]
            lines.append(
                Line(
                    "".join(letter for letter, _, _ in current),
                    max(size for _, size, _ in current),
                    min(box[0] for box in boxes),
                    height - max(box[3] for box in boxes),
                    max(box[2] for box in boxes),
                    height - min(box[1] for box in boxes),
                )
            )
            current.clear()

    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter in {"\r", "\n", "", "\r\n"}:
            close()
            continue
        size = pypdfium2.raw.FPDFText_GetFontSize(text, index)
        box = text.get_charbox(index)
        if not letter.strip():
            # Spaces are wide where a column ends: they belong to a line and have no edge.
            if current:
                current.append((letter, size, current[-1][2]))
            continue
        if current and _apart(current[-1][2], box, size):
            close()
        current.append((letter, size, box))
    close()
    whole = text.get_text_range().replace("\r\n", "\n")
    return Sheet(width, height, whole, tuple(lines))


def raster(pdf: bytes, ppi: float) -> Image.Image:
    """Return the first page as an RGB picture."""
    page = pypdfium2.PdfDocument(pdf)[0]
    picture: Image.Image = page.render(scale=ppi / 72).to_pil()
    return picture.convert("RGB")


def campaign_of(project: Project) -> Campaign:
    """Return the project's only campaign."""
    assert project.catalogue
    (only,) = project.catalogue.campaigns
    return only


def jpeg(width: int, height: int, colour: str = "#808080") -> bytes:
    """Return a JPEG of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def torn_png() -> bytes:
    """Return a PNG that begins well; what follows, Pillow calls a syntax error."""
    out = io.BytesIO()
    Image.effect_noise((600, 600), 80).save(out, "PNG")
    content = out.getvalue()
    second = content.index(b"IDAT", content.index(b"IDAT") + 4)
    return content[:second] + bytes(4) + content[second + 4 :]
