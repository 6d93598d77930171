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
from affiche.posters.job import (
    POSTER,
    ArtworkJob,
    CardJob,
    PictureJob,
    PosterJob,
    Preview,
    ProofJob,
)
from affiche.posters.picture import PRINT_PPI, as_small_png, as_webp, prepare_web_picture
from affiche.posters.placing import SHOWN_PPI, Photo, set_with_photo
from affiche.posters.preflight import look_at
from affiche.posters.prepress import Finding, finish_for_press, inspect
from affiche.posters.print_picture import Shelf
from affiche.posters.template_data import format_of
from affiche.posters.typesetting import Typesetter, TypesettingError, typesetter
from affiche.press import Artefact

PREVIEW = "preview.webp"
ARTWORK = "artwork.svg"
PICTURE = "picture.webp"
CARD = "card.png"

_STANDARDS: dict[Variant, list[str]] = {
    Variant.ACCESSIBLE: ["ua-1"],
    Variant.ARCHIVE: ["a-2a", "ua-1"],
}
"""What typst is told to keep to."""

NO_SHELF = Shelf()
"""Every photograph is prepared anew."""

COMPLAINTS = ("overflow", "missing")
"""Why a template makes no poster, by the label of its metadata."""


AnyJob = PosterJob | ProofJob | ArtworkJob | PictureJob | CardJob


def render(job: AnyJob, shelf: Shelf = NO_SHELF) -> Artefact:
    """Return what ``job`` asks for: the same whatever lies on ``shelf``.

    A poster whose text does not fit, which lacks what its template leads with, or whose template
    does not compile, has no files; its notes say why: ``{"overflow": [{"field", "lose"}],
    "missing": [{"field"}], "failed": str}``. Those of one that came out hold ``picture_ppi``, what
    ``preflight.look_at`` found, and as ``findings`` what ``prepress.inspect`` found. A proof has a
    picture and such complaints, and nothing else is found out for it.
    """
    match job:
        case PosterJob():
            return _render_poster(job, shelf)
        case ProofJob():
            return _render_proof(job, shelf)
        case ArtworkJob():
            with typesetter(job.drawing) as setter:
                return Artefact(((ARTWORK, setter.page("svg")),))
        case CardJob():
            return _render_card(job)
        case PictureJob():
            picture = prepare_web_picture(
                job.picture.read(), job.focus, job.width_px, job.height_px, job.tones
            )
            return Artefact(((PICTURE, picture),))


def _render_poster(job: PosterJob, shelf: Shelf) -> Artefact:
    with typesetter(job.drawing) as setter:
        try:
            made, picture_ppi = _page_of(job, setter, shelf)
            for complaint in COMPLAINTS:
                if found := setter.said(f"<{complaint}>"):
                    return Artefact(notes=json.dumps({complaint: found}))
            notes: dict[str, Any] = {} if picture_ppi is None else {"picture_ppi": picture_ppi}
            notes |= _preflight(job, made, notes, setter)
            made, findings = _finish(job, made)
            if findings:
                notes["findings"] = [finding.as_note() for finding in findings]
            files = [(POSTER, made)]
            if job.preview:
                files.append((PREVIEW, _preview_of(job, job.preview, setter, shelf)))
        except TypesettingError as error:
            return Artefact(notes=json.dumps({"failed": str(error)}))
    return Artefact(tuple(files), json.dumps(notes))


def _render_proof(job: ProofJob, shelf: Shelf) -> Artefact:
    with typesetter(job.poster.drawing) as setter:
        try:
            picture = _preview_of(job.poster, job.picture, setter, shelf)
            for complaint in COMPLAINTS:
                if found := setter.said(f"<{complaint}>"):
                    return Artefact(notes=json.dumps({complaint: found}))
        except TypesettingError as error:
            return Artefact(notes=json.dumps({"failed": str(error)}))
    return Artefact(((PREVIEW, picture),), "{}")


def _page_of(job: PosterJob, setter: Typesetter, shelf: Shelf) -> tuple[bytes, float | None]:
    """Return the file that is asked for, and the pixels per inch of its photograph."""
    shown = job.variant is Variant.SCREEN
    kind = "png" if shown else "pdf"
    options: dict[str, Any] = (
        {"ppi": SCREEN_PPI} if shown else {"pdf_standards": _STANDARDS.get(job.variant, [])}
    )
    if job.picture is None:
        return setter.page(kind, **options), None
    limited = job.variant not in (Variant.PRESS, Variant.SCREEN)
    ppi = SHOWN_PPI if shown else PRINT_PPI
    photo = Photo(job.picture, job.focus, job.tones, ppi, limited)
    return set_with_photo(setter, job.drawing.data, photo, shelf, kind, **options)


def _finish(job: PosterJob, made: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the file as whoever prints, shows or keeps it gets it, and what is wrong with it."""
    data = json.loads(job.drawing.data)
    size = format_of(data["format"])
    if job.press is not None:
        made = finish_for_press(made, size, job.press)
    language = data["language"]
    return made, inspect(made, size, job.variant, language=language, condition=job.press)


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


def _preview_of(job: PosterJob, preview: Preview, setter: Typesetter, shelf: Shelf) -> bytes:
    ppi = preview.width_px / (json.loads(preview.data)["format"]["width_mm"] / MM_PER_INCH)
    if job.picture is None:
        setter.data = preview.data
        png = setter.page("png", ppi=ppi)
    else:
        photo = Photo(job.picture, job.focus, job.tones, SHOWN_PPI)
        png, _ = set_with_photo(setter, preview.data, photo, shelf, "png", ppi=ppi)
    return as_webp(Image.open(io.BytesIO(png)), effort=2)


def _render_card(job: CardJob) -> Artefact:
    with typesetter(job.drawing) as setter:
        if job.picture is not None:
            place = json.loads(job.drawing.data)["picture"]
            picture = prepare_web_picture(
                job.picture.read(), job.focus, place["width_px"], place["height_px"], job.tones
            )
            setter.add(PICTURE, picture)
        # The page is as many points as the card has pixels.
        png = setter.page("png", ppi=SCREEN_PPI)
    return Artefact(((CARD, as_small_png(png)),))
