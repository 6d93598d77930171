"""Turn a job into its files: typst sets the type, Pillow prepares pictures and previews.

Every function here is pure and importable by a worker process: same job, same bytes.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import typst
from PIL import Image

from affiche.posters.fonts import package_folder
from affiche.posters.job import ArtworkJob, CardJob, Drawing, PictureJob, PosterJob
from affiche.posters.picture import (
    MM_PER_INCH,
    as_small_png,
    as_webp,
    prepare_picture,
    prepare_web_picture,
)
from affiche.press import Artefact

POSTER = "poster.pdf"
PREVIEW = "preview.webp"
ARTWORK = "artwork.svg"
PICTURE = "picture.webp"
CARD = "card.png"
_OWN_FONTS = "fonts"

POINTS_PER_INCH = 72


class _ManyPagesError(Exception):
    """A template made more pages than the one that a poster has."""


def render(job: PosterJob | ArtworkJob | PictureJob | CardJob) -> Artefact:
    """Return what ``job`` asks for.

    A poster whose text does not fit, or whose template does not compile, has no files; its notes
    say why: ``{"overflow": [{"field", "lose"}], "failed": str, "picture_ppi": float}``.
    """
    match job:
        case PosterJob():
            return _render_poster(job)
        case ArtworkJob():
            return _render_artwork(job)
        case CardJob():
            return _render_card(job)
        case PictureJob():
            picture = prepare_web_picture(
                job.picture, job.focus, job.width_px, job.height_px, job.tones
            )
            return Artefact(((PICTURE, picture),))


def _render_poster(job: PosterJob) -> Artefact:
    with tempfile.TemporaryDirectory(prefix="affiche-") as folder:
        root = Path(folder)
        notes: dict[str, Any] = {}
        try:
            compiler = _prepare(job.drawing, root)
            if job.picture is not None and (places := _query(compiler, "<picture-place>")):
                notes["picture_ppi"], data = _place_picture(job, job.picture, places[0], root)
                compiler = _compiler(job.drawing, root, data)
            pdf = _compile(compiler, "pdf")
            if overflow := _query(compiler, "<overflow>"):
                return Artefact(notes=json.dumps({"overflow": overflow}))
            page = json.loads(job.drawing.data)["format"]
            ppi = job.preview_width_px / (page["width_mm"] / MM_PER_INCH)
            preview = as_webp(Image.open(io.BytesIO(_compile(compiler, "png", ppi=ppi))))
        except typst.TypstError as error:
            return Artefact(notes=json.dumps({"failed": _reason(error, root)}))
        except _ManyPagesError:
            return Artefact(notes=json.dumps({"failed": "it makes more than one page"}))
    return Artefact(((POSTER, pdf), (PREVIEW, preview)), json.dumps(notes))


def _place_picture(
    job: PosterJob, picture: bytes, place: dict[str, float], root: Path
) -> tuple[float, str]:
    """Prepare the picture for the place that the template gave it and put it into the folder.

    Returns its pixels per inch, and the poster's data with the name of its file filled in.
    """
    prepared = prepare_picture(picture, job.focus, place["width_mm"], place["height_mm"], job.tones)
    name = f"picture{prepared.suffix}"
    (root / name).write_bytes(prepared.content)
    data = json.loads(job.drawing.data)
    data["picture"]["file"] = name
    return prepared.ppi, json.dumps(data, ensure_ascii=False)


def _render_artwork(job: ArtworkJob) -> Artefact:
    with tempfile.TemporaryDirectory(prefix="affiche-") as folder:
        compiler = _prepare(job.drawing, Path(folder))
        return Artefact(((ARTWORK, _compile(compiler, "svg")),))


def _render_card(job: CardJob) -> Artefact:
    with tempfile.TemporaryDirectory(prefix="affiche-") as folder:
        root = Path(folder)
        if job.picture is not None:
            place = json.loads(job.drawing.data)["picture"]
            picture = prepare_web_picture(
                job.picture, job.focus, place["width_px"], place["height_px"], job.tones
            )
            (root / PICTURE).write_bytes(picture)
        # The page is as many points as the card has pixels.
        png = _compile(_prepare(job.drawing, root), "png", ppi=POINTS_PER_INCH)
    return Artefact(((CARD, as_small_png(png)),))


def _prepare(drawing: Drawing, root: Path) -> typst.Compiler:
    """Write the sources of ``drawing`` into ``root`` and return a compiler over them."""
    for name, content in drawing.sources:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(content)
    for name, content in drawing.typefaces.own_files:
        (root / _OWN_FONTS).mkdir(exist_ok=True)
        (root / _OWN_FONTS / name).write_bytes(content)
    return _compiler(drawing, root, drawing.data)


def _compiler(drawing: Drawing, root: Path, data: str) -> typst.Compiler:
    if drawing.typefaces.own_files:
        fonts = _load_fonts.__wrapped__(drawing.typefaces.families, str(root / _OWN_FONTS))
    else:
        fonts = _load_fonts(drawing.typefaces.families, None)
    return typst.Compiler(
        str(root / drawing.main),
        root=str(root),
        font_paths=fonts,
        sys_inputs={"poster": data},
    )


@cache
def _load_fonts(families: tuple[str, ...], own_folder: str | None) -> typst.Fonts:
    """Load families of the font package, and the brand's own files; a few milliseconds each."""
    packaged = (package_folder() / family for family in families)
    folders = [str(folder) for folder in packaged if folder.is_dir()]
    if own_folder:
        folders.append(own_folder)
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=folders,
    )


def _compile(compiler: typst.Compiler, kind: str, **options: Any) -> bytes:
    result = compiler.compile(format=kind, **options)  # type: ignore[arg-type]  # one of its names
    if isinstance(result, list):
        raise _ManyPagesError
    assert isinstance(result, bytes)  # there is no output path
    return result


def _query(compiler: typst.Compiler, label: str) -> Any:
    """Return the values of all metadata with ``label``."""
    try:
        return json.loads(compiler.query(label, field="value"))
    except RuntimeError:
        _compile(compiler, "pdf")  # fails for the same reason, and says where
        raise


def _reason(error: typst.TypstError, root: Path) -> str:
    """Return why a template does not compile, and where: the same in every temporary folder."""
    found = re.sub(rf"(?:[^\s()]*/)?{re.escape(root.name)}/", "", error.diagnostic)
    reason = found.partition("\n")[0].removeprefix("error: ")
    place = re.search(r"┌─ (\S+)", found)
    return f"{reason} ({place[1]})" if place else reason
