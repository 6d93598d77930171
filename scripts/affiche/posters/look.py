"""Draw what a poster looks like, without making its file: fast, and pixel for pixel the same.

What two looks differ in is left to ``difference``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from affiche.model import FocalPoint
from affiche.model.format import MM_PER_INCH
from affiche.posters.duotone import Tones
from affiche.posters.job import RENDERER, Drawing, PosterJob
from affiche.posters.picture_file import PictureFile
from affiche.posters.placing import SHOWN_PPI, Photo, set_with_photo
from affiche.posters.print_picture import Shelf
from affiche.posters.rendering import COMPLAINTS, NO_SHELF
from affiche.posters.typesetting import TypesettingError, typesetter
from affiche.press import Artefact

LOOK = "look"
"""The file of a look: a PNG of the design, or a PDF of all that a template writes."""

LOOK_WIDTH_PX = 800
"""How wide the design is drawn: one reads the small print of a poster for a wall."""


@dataclass(frozen=True)
class LookJob:
    """A poster to be looked at."""

    drawing: Drawing
    """Its template, with the data of the design or of one file."""

    kind: Literal["png", "pdf"]
    """``png`` for the picture; ``pdf`` for what is in a file besides: inks, words read aloud."""

    picture: PictureFile | None = None
    """The photograph; a PDF is drawn without it, since its bytes say enough."""

    focus: FocalPoint = field(default_factory=FocalPoint)
    """The point of the photograph that stays in view."""

    tones: Tones | None = None
    """The two colours that the photograph is turned into, or None to leave it as it is."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        about = f"look\0{RENDERER}\0{self.kind}\0{LOOK_WIDTH_PX}\0{self.focus}\0{self.tones}\0"
        digest = hashlib.sha256(about.encode())
        self.drawing.hash_into(digest)
        digest.update(self.picture.digest.encode() if self.picture else b"")
        return digest.hexdigest()


def look_of(job: PosterJob) -> LookJob:
    """Return the job that draws the design of ``job``, which carries a preview."""
    return LookJob(_design_of(job), "png", job.picture, job.focus, job.tones)


def outline_of(job: PosterJob) -> LookJob:
    """Return the job that sets the design of ``job`` without its photograph: five times as fast."""
    return LookJob(_design_of(job), "pdf")


def file_of(job: PosterJob) -> LookJob:
    """Return the job that sets all that the template writes into the file of ``job``."""
    return LookJob(job.drawing, "pdf")


def same_photograph(ours: PosterJob, theirs: PosterJob) -> bool:
    """Return whether both have the same photograph, shown in the same way."""
    return (ours.picture, ours.focus, ours.tones) == (theirs.picture, theirs.focus, theirs.tones)


def same_finish(ours: PosterJob, theirs: PosterJob) -> bool:
    """Return whether the same design would become the same file: inks, edges, marks, press."""
    old, new = (json.loads(job.drawing.data) for job in (ours, theirs))
    parts = all(old[key] == new[key] for key in ("variant", "colours"))
    return parts and _press_of(ours) == _press_of(theirs)


def render_look(job: LookJob, shelf: Shelf = NO_SHELF) -> Artefact:
    """Return what ``job`` asks for as the file ``LOOK``; none where it cannot be drawn.

    Its notes are ``{}``, or ``{"failed": why}``.
    """
    try:
        with typesetter(job.drawing) as setter:
            options: dict[str, Any] = {}
            if job.kind == "png":
                width_mm = json.loads(job.drawing.data)["format"]["width_mm"]
                options["ppi"] = LOOK_WIDTH_PX / (width_mm / MM_PER_INCH)
            if job.picture is None:
                made = setter.page(job.kind, **options)
            else:
                photo = Photo(job.picture, job.focus, job.tones, SHOWN_PPI)
                made, _ = set_with_photo(
                    setter, job.drawing.data, photo, shelf, job.kind, **options
                )
            # An outline is only compared; what is wrong with a poster is said of its picture.
            for complaint in COMPLAINTS if job.kind == "png" else ():
                if found := setter.said(f"<{complaint}>"):
                    return _failed(f"{complaint}: {found[0]['field']}")
    except (TypesettingError, OSError, ValueError, SyntaxError) as error:
        return _failed(str(error))
    return Artefact(((LOOK, made),), "{}")


def _failed(why: str) -> Artefact:
    return Artefact(notes=json.dumps({"failed": why}))


def _design_of(job: PosterJob) -> Drawing:
    assert job.preview  # the first file of a poster in a format has one
    return replace(job.drawing, data=job.preview.data)


def _press_of(job: PosterJob) -> str:
    return job.press.digest if job.press else ""
