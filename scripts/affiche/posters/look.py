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
    assert job.preview  # the first file of a poster in a format has one
    drawing = replace(job.drawing, data=job.preview.data)
    return LookJob(drawing, "png", job.picture, job.focus, job.tones)


def file_of(job: PosterJob) -> LookJob:
    """Return the job that sets all that the template writes into the file of ``job``."""
    return LookJob(job.drawing, "pdf")


def same_besides_template(ours: PosterJob, theirs: PosterJob) -> bool:
    """Return whether all that the template does not write is alike: photograph, press, variant."""
    return (ours.picture, ours.focus, ours.tones, ours.variant, _digest(ours)) == (
        *(theirs.picture, theirs.focus, theirs.tones, theirs.variant),
        _digest(theirs),
    )


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
            for complaint in COMPLAINTS:
                if found := setter.said(f"<{complaint}>"):
                    return _failed(f"{complaint}: {found[0]['field']}")
    except (TypesettingError, OSError, ValueError, SyntaxError) as error:
        return _failed(str(error))
    return Artefact(((LOOK, made),), "{}")


def _failed(why: str) -> Artefact:
    return Artefact(notes=json.dumps({"failed": why}))


def _digest(job: PosterJob) -> str:
    return job.press.digest if job.press else ""
