"""Make previews of posters small enough to stand side by side on paper.

Which posters stand there is left to ``contact_sheet``.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from functools import cached_property

from PIL import Image

from affiche.posters.job import RENDERER
from affiche.press import Artefact

THUMBNAIL = "thumbnail.jpg"
"""A JPEG, which goes into a PDF as it is."""

LONGEST_PX = 440
"""Longest side of a thumbnail: 250 ppi at 45 mm."""


@dataclass(frozen=True)
class ThumbnailJob:
    """A preview to be made small."""

    preview: bytes = field(repr=False)
    """The preview as its file holds it."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        return hashlib.sha256(f"thumbnail\0{RENDERER}\0".encode() + self.preview).hexdigest()


def render_thumbnail(job: ThumbnailJob) -> Artefact:
    """Return the thumbnail that ``job`` asks for."""
    picture = Image.open(io.BytesIO(job.preview)).convert("RGB")
    picture.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS, reducing_gap=2)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, optimize=True)
    return Artefact(((THUMBNAIL, out.getvalue()),))
