"""Take the posters from the sample company, and lay ready what the competitors need."""

from __future__ import annotations

import dataclasses
import io
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from affiche.content import load
from affiche.model import FocalPoint, Variant
from affiche.posters import PlannedPoster, Studio, open_studio, plan_posters, prepare_picture
from affiche.posters.desk import Desk
from affiche.posters.picture_file import PictureFile
from benchmarks.poster import MAIN, PICTURE, PLACE_MM, SOURCES, Poster

ROOT = Path(__file__).parents[1]

CAMPAIGN = "namens-meridiaan"
"""Of the sample company, with one poster of the template that a photograph leads."""

PHOTO_PX = (4000, 3000)
"""12 megapixels, as telephones and cameras make them."""

_GRAIN = 0.08
"""How much of the photograph is the noise of a camera in a dim room."""


@cache
def photograph() -> bytes:
    """Return a JPEG full of fine detail, the same on every machine."""
    shape = Image.effect_mandelbrot(PHOTO_PX, (-0.78, 0.08, -0.70, 0.136), 100)
    picture = ImageOps.colorize(ImageOps.autocontrast(shape), "#0B1F3A", "#F6F0E6", "#F2573B")
    half = (PHOTO_PX[0] // 2, PHOTO_PX[1] // 2)
    grain = Image.frombytes("L", half, random.Random(5).randbytes(half[0] * half[1]))
    picture = Image.blend(picture, grain.resize(PHOTO_PX).convert("RGB"), _GRAIN)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()


def studio() -> Studio:
    """Return what the sample company's posters are made with."""
    return _planned()[1]


def lay_ready(folder: Path) -> None:
    """Write the prepared photograph and the template's sources into ``folder``."""
    (first,) = posters(1)
    picture = prepare_picture(photograph(), FocalPoint(), *PLACE_MM).content
    sources = folder / SOURCES
    sources.mkdir()
    drawing = first.planned.job.drawing
    assert drawing.main == MAIN
    Desk(sources).lay(dict(drawing.sources))
    (sources / PICTURE).write_bytes(picture)
    (folder / PICTURE).write_bytes(picture)


def posters(count: int, start: int = 0) -> Iterator[Poster]:
    """Yield ``count`` posters that were never made before, counted from ``start``."""
    planned, _ = _planned()
    job = planned.job
    assert job.preview
    picture = PictureFile.of(photograph())
    for number in range(start, start + count):
        headline = f"Vandaag ben jij het bedrijf, {number}."
        changed = {
            "headline": headline,
            "title": headline,
            "picture": {"file": None, "alt": "Een landschap", "credit": None},
        }
        data = json.loads(job.drawing.data) | changed
        preview = json.loads(job.preview.data) | changed
        new = dataclasses.replace(
            job,
            drawing=dataclasses.replace(job.drawing, data=_json(data)),
            preview=dataclasses.replace(job.preview, data=_json(preview)),
            picture=picture,
        )
        yield Poster(data, dataclasses.replace(planned, job=new))


@cache
def _planned() -> tuple[PlannedPoster, Studio]:
    project = load(ROOT)
    assert project.catalogue, project.diagnostics
    opened, _ = open_studio(project, project.catalogue.brand)
    found = plan_posters(
        project,
        project.catalogue,
        opened,
        language=project.catalogue.brand.language,
        campaigns=[CAMPAIGN],
        formats=["a3"],
        variants=[Variant.OFFICE],
    )
    return next(each for each in found if each.poster.template == "photo"), opened


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
