"""Turn a job into its files: posters, looks of them, artwork and cards.

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
    PREVIEW_WIDTH_PX,
    ArtworkJob,
    CardJob,
    LookJob,
    PictureJob,
    PosterJob,
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
LOOK = "look"
"""A WebP, a PNG or a PDF, as its job says."""

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

AnyJob = PosterJob | LookJob | ArtworkJob | PictureJob | CardJob


def render(job: AnyJob, shelf: Shelf = NO_SHELF) -> Artefact:
    """Return what ``job`` asks for: the same whatever lies on ``shelf``.

    A poster whose text does not fit, which lacks what its template leads with, or whose template
    does not compile, has no files; its notes say why: ``{"overflow": [{"field", "lose"}],
    "missing": [{"field"}], "failed": str}``. Those of one that came out hold ``picture_ppi``, what
    ``preflight.look_at`` found, and as ``findings`` what ``prepress.inspect`` found. A look has
    such complaints as well, and nothing else is found out for it; one that is a PDF is only
    compared, and only a template that does not compile is told of it.
    """
    match job:
        case PosterJob():
            return _render_poster(job, shelf)
        case LookJob():
            return _render_look(job, shelf)
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


def attempt(job: AnyJob, shelf: Shelf = NO_SHELF) -> Artefact:
    """Return what ``job`` asks for; what has a photograph that cannot be read says so in its notes.

    ``{"unreadable": str}``, which is not kept: it may be a photograph that is just being written.
    """
    try:
        return render(job, shelf)
    except (OSError, ValueError) as error:
        return Artefact(notes=json.dumps({"unreadable": str(error)}), passing=True)


def _render_poster(job: PosterJob, shelf: Shelf) -> Artefact:
    with typesetter(job.drawing) as setter:
        try:
            made, picture_ppi = _page_of(job, setter, shelf)
            if complaint := _complaint(setter):
                return Artefact(notes=json.dumps(complaint))
            notes: dict[str, Any] = {} if picture_ppi is None else {"picture_ppi": picture_ppi}
            notes |= _preflight(job, made, notes, setter)
            made, findings = _finish(job, made)
            if findings:
                notes["findings"] = [finding.as_note() for finding in findings]
            files = [(POSTER, made)]
            if job.preview:
                png = _picture_of(job, job.preview.data, setter, shelf)
                files.append((PREVIEW, _as_preview(png)))
        except TypesettingError as error:
            return Artefact(notes=json.dumps({"failed": str(error)}))
    return Artefact(tuple(files), json.dumps(notes))


def _render_look(job: LookJob, shelf: Shelf) -> Artefact:
    data = job.drawing.data
    with typesetter(job.drawing) as setter:
        try:
            if job.kind == "pdf":
                return Artefact(((LOOK, _shown(job, data, setter, shelf, "pdf")),), "{}")
            png = _picture_of(job, data, setter, shelf)
            if complaint := _complaint(setter):
                return Artefact(notes=json.dumps(complaint))
        except TypesettingError as error:
            return Artefact(notes=json.dumps({"failed": str(error)}))
    return Artefact(((LOOK, _as_preview(png) if job.kind == "webp" else png),), "{}")


def _complaint(setter: Typesetter) -> dict[str, Any]:
    """Return why the page that was set last makes no poster; empty when it makes one."""
    for complaint in COMPLAINTS:
        if found := setter.said(f"<{complaint}>"):
            return {complaint: found}
    return {}


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


def _picture_of(job: PosterJob | LookJob, data: str, setter: Typesetter, shelf: Shelf) -> bytes:
    """Return the page that ``data`` makes as PNG, to its trim edge and as wide as a preview."""
    ppi = PREVIEW_WIDTH_PX / (json.loads(data)["format"]["width_mm"] / MM_PER_INCH)
    return _shown(job, data, setter, shelf, "png", ppi=ppi)


def _shown(
    job: PosterJob | LookJob,
    data: str,
    setter: Typesetter,
    shelf: Shelf,
    kind: str,
    **options: Any,
) -> bytes:
    """Return the page that ``data`` makes, its photograph only as fine as screens show it."""
    if job.picture is None:
        setter.data = data
        return setter.page(kind, **options)
    photo = Photo(job.picture, job.focus, job.tones, SHOWN_PPI)
    page, _ = set_with_photo(setter, data, photo, shelf, kind, **options)
    return page


def _as_preview(png: bytes) -> bytes:
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
