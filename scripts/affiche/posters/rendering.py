"""Turn a job into its files: posters, previews, artwork and cards.

Type is set by ``typesetting``, pictures are prepared by ``picture``. Every function here is pure
and importable by a worker process: same job, same bytes.
"""

from __future__ import annotations

import io
import json
from typing import Any

from PIL import Image

from affiche.model import Variant
from affiche.model.format import MM_PER_INCH, SCREEN_PPI
from affiche.posters.job import ArtworkJob, CardJob, PictureJob, PosterJob, Preview
from affiche.posters.picture import as_small_png, as_webp, prepare_picture, prepare_web_picture
from affiche.posters.preflight import look_at
from affiche.posters.typesetting import Typesetter, TypesettingError, typesetter
from affiche.press import Artefact

POSTER = "poster"
"""The file that was asked for: a PDF, or a PNG for screens."""

PREVIEW = "preview.webp"
ARTWORK = "artwork.svg"
PICTURE = "picture.webp"
CARD = "card.png"

_STANDARDS: dict[Variant, list[str]] = {
    Variant.ACCESSIBLE: ["ua-1"],
    Variant.ARCHIVE: ["a-2a"],
}
"""What typst is told to keep to."""

COMPLAINTS = ("overflow", "missing")
"""Why a template makes no poster, by the label of its metadata."""


def render(job: PosterJob | ArtworkJob | PictureJob | CardJob) -> Artefact:
    """Return what ``job`` asks for.

    A poster whose text does not fit, which lacks what its template leads with, or whose template
    does not compile, has no files; its notes say why: ``{"overflow": [{"field", "lose"}],
    "missing": [{"field"}], "failed": str}``. Those of one that came out hold ``picture_ppi`` and
    what ``preflight.look_at`` found.
    """
    match job:
        case PosterJob():
            return _render_poster(job)
        case ArtworkJob():
            with typesetter(job.drawing) as setter:
                return Artefact(((ARTWORK, setter.page("svg")),))
        case CardJob():
            return _render_card(job)
        case PictureJob():
            picture = prepare_web_picture(
                job.picture, job.focus, job.width_px, job.height_px, job.tones
            )
            return Artefact(((PICTURE, picture),))


def _render_poster(job: PosterJob) -> Artefact:
    notes: dict[str, Any] = {}
    with typesetter(job.drawing) as setter:
        try:
            if job.picture is not None and (places := setter.said("<picture-place>")):
                notes |= _place_picture(job, job.picture, places[0], setter)
            made = _page_of(job, setter)
            for complaint in COMPLAINTS:
                if found := setter.said(f"<{complaint}>"):
                    return Artefact(notes=json.dumps({complaint: found}))
            notes |= _preflight(job, made, notes, setter)
            files = [(POSTER, made)]
            if job.preview:
                files.append((PREVIEW, _preview_of(job.preview, notes, setter)))
        except TypesettingError as error:
            return Artefact(notes=json.dumps({"failed": str(error)}))
    return Artefact(tuple(files), json.dumps(notes))


def _page_of(job: PosterJob, setter: Typesetter) -> bytes:
    if job.variant is Variant.SCREEN:
        return setter.page("png", ppi=SCREEN_PPI)
    return setter.page("pdf", pdf_standards=_STANDARDS.get(job.variant, []))


def _preflight(
    job: PosterJob, made: bytes, notes: dict[str, Any], setter: Typesetter
) -> dict[str, Any]:
    """Note what is to be said of the finished file."""
    shown = job.variant is Variant.SCREEN
    return look_at(
        setter.page("pdf") if shown else made,
        json.loads(job.drawing.data),
        dict(job.drawing.sources)[job.drawing.main],
        picture_ppi=notes.get("picture_ppi"),
        screen=made if shown else None,
    )


def _preview_of(preview: Preview, notes: dict[str, Any], setter: Typesetter) -> bytes:
    setter.data = _with_picture(preview.data, notes.get("picture"))
    ppi = preview.width_px / (json.loads(preview.data)["format"]["width_mm"] / MM_PER_INCH)
    return as_webp(Image.open(io.BytesIO(setter.page("png", ppi=ppi))))


def _place_picture(
    job: PosterJob, picture: bytes, place: dict[str, float], setter: Typesetter
) -> dict[str, Any]:
    """Prepare the picture for the place that the template gave it and put it among the sources.

    Returns its file's name and its pixels per inch.
    """
    prepared = prepare_picture(picture, job.focus, place["width_mm"], place["height_mm"], job.tones)
    name = f"picture{prepared.suffix}"
    (setter.folder / name).write_bytes(prepared.content)
    setter.data = _with_picture(setter.data, name)
    return {"picture": name, "picture_ppi": prepared.ppi}


def _with_picture(data: str, name: str | None) -> str:
    """Return the poster's data with the name of its picture's file filled in."""
    if name is None:
        return data
    poster = json.loads(data)
    poster["picture"]["file"] = name
    return json.dumps(poster, ensure_ascii=False)


def _render_card(job: CardJob) -> Artefact:
    with typesetter(job.drawing) as setter:
        if job.picture is not None:
            place = json.loads(job.drawing.data)["picture"]
            picture = prepare_web_picture(
                job.picture, job.focus, place["width_px"], place["height_px"], job.tones
            )
            (setter.folder / PICTURE).write_bytes(picture)
        # The page is as many points as the card has pixels.
        png = setter.page("png", ppi=SCREEN_PPI)
    return Artefact(((CARD, as_small_png(png)),))
