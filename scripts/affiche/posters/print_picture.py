"""Prepare a photograph for print once for each size, and keep it where the posters are kept.

What preparing is, is said in ``picture``; for which place, in ``placing``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from affiche.model import FocalPoint
from affiche.posters.duotone import Tones
from affiche.posters.job import RENDERER
from affiche.posters.picture import PreparedPicture, prepare_picture
from affiche.posters.picture_file import PictureFile
from affiche.press import Artefact, Store


@dataclass(frozen=True)
class PrintPicture:
    """A photograph in one size."""

    picture: PictureFile
    """Its file."""

    focus: FocalPoint
    """The point of it that stays in view."""

    tones: Tones | None
    """The two colours that it is turned into, or None to leave it as it is."""

    width_mm: float
    """How wide the place is that it fills."""

    height_mm: float
    """How high that is."""

    ppi: int
    """Pixels per inch at most."""

    most_bytes: int | None
    """How large it may be; None where only quality counts."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        size = f"{self.width_mm} {self.height_mm} {self.ppi} {self.most_bytes}"
        whole = f"print picture\0{RENDERER}\0{self.picture.digest} {self.focus} {self.tones} {size}"
        return hashlib.sha256(whole.encode()).hexdigest()

    def prepare(self) -> PreparedPicture:
        """Return it made ready.

        Raises:
            OSError, ValueError: it is no picture.
        """
        return prepare_picture(
            self.picture.read(),
            self.focus,
            self.width_mm,
            self.height_mm,
            self.tones,
            ppi=self.ppi,
            most_bytes=self.most_bytes,
        )


@dataclass(frozen=True)
class Shelf:
    """Where prepared photographs are kept on this machine; what they are does not depend on it."""

    folder: Path | None = None
    """Of a store; None to keep nothing."""

    def take(self, wanted: PrintPicture) -> PreparedPicture:
        """Return ``wanted``, prepared unless it lies here; another process at it is awaited.

        Raises:
            OSError, ValueError: as ``PrintPicture.prepare``; or the folder cannot be written.
        """
        if self.folder is None:
            return wanted.prepare()
        kept = Store(self.folder).make_once(wanted.digest, lambda: _as_artefact(wanted.prepare()))
        (name,) = kept.names
        return PreparedPicture(kept.file(name), Path(name).suffix, **json.loads(kept.notes))


def _as_artefact(prepared: PreparedPicture) -> Artefact:
    notes = {
        "ppi": prepared.ppi,
        "width_px": prepared.width_px,
        "height_px": prepared.height_px,
    }
    return Artefact(((f"picture{prepared.suffix}", prepared.content),), json.dumps(notes))
