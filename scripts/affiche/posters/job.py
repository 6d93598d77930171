"""A poster to be made, as plain data that any process or machine can turn into the same bytes.

Where its data comes from is left to ``planning``, what becomes of it to ``rendering``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from typing import Literal

from affiche.model import FocalPoint, Variant
from affiche.posters.duotone import Tones
from affiche.posters.picture_file import PictureFile
from affiche.posters.prepress import PressCondition

RENDERER = f"typst {version('typst')}, pillow {version('pillow')}, affiche 7"
"""Counts in every digest; the last number goes up when ``rendering`` makes something else."""

POSTER = "poster"
"""The file that was asked for: a PDF, or a PNG for screens."""

PREVIEW_WIDTH_PX = 800
"""Enough for a preview that fills a phone of twice the density, and for one who compares two to
read the small print of a poster for a wall."""


@dataclass(frozen=True)
class Typefaces:
    """What text is set in."""

    families: tuple[str, ...]
    """Names of families, looked up in the font packages of the machine that renders."""

    own_files: tuple[tuple[str, bytes], ...]
    """Names and contents of the brand's own font files."""

    digest: str
    """Of all font files together."""


@dataclass(frozen=True)
class Drawing:
    """A Typst document with all that it needs."""

    main: str
    """Name of the source that is compiled."""

    sources: tuple[tuple[str, bytes], ...]
    """Names and contents of all sources and pictures that it may read."""

    data: str
    """JSON; the template reads it as ``sys.inputs.poster``."""

    typefaces: Typefaces

    def hash_into(self, digest: hashlib._Hash) -> None:
        """Add all that makes this drawing what it is to ``digest``."""
        for part in (self.main, self.data, self.typefaces.digest):
            digest.update(part.encode("utf-8") + b"\0")
        for name, content in self.sources:
            digest.update(f"{name}\0{len(content)}\0".encode() + content)


@dataclass(frozen=True)
class Preview:
    """A picture of the design to its trim edge, beside whatever file is made of it."""

    data: str
    """JSON; what its template reads instead of the file's."""


@dataclass(frozen=True)
class PosterJob:
    """One file of a poster, and the preview with it."""

    drawing: Drawing

    variant: Variant
    """What the file is made for."""

    preview: Preview | None
    """None where another file of the same poster carries it."""

    picture: PictureFile | None = None
    """The campaign's photograph, or None for drawn artwork."""

    focus: FocalPoint = field(default_factory=FocalPoint)
    """The point of the photograph that stays in view."""

    tones: Tones | None = None
    """The two colours that the photograph is turned into, or None to leave it as it is."""

    press: PressCondition | None = None
    """What it is printed in; a file for the press has one, no other has."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        digest = hashlib.sha256(f"poster\0{RENDERER}\0{self.variant}\0".encode())
        if self.preview:
            digest.update(f"{PREVIEW_WIDTH_PX}\0{self.preview.data}\0".encode())
        self.drawing.hash_into(digest)
        if self.picture is not None:
            digest.update(f"{self.focus} {self.tones} {self.picture.digest}".encode())
        if self.press is not None:
            digest.update(self.press.digest.encode())
        return digest.hexdigest()


@dataclass(frozen=True)
class LookJob:
    """What a poster looks like, drawn without making its file; which there are says ``look``."""

    drawing: Drawing
    """Its template, with the data of the design or of one file."""

    kind: Literal["webp", "png", "pdf"]
    """``webp`` for pages; ``png`` to be compared, pixel for pixel; ``pdf`` for what is in a file
    besides: inks, words read aloud."""

    picture: PictureFile | None = None
    """The photograph; None for drawn artwork, and for an outline."""

    focus: FocalPoint = field(default_factory=FocalPoint)
    """The point of the photograph that stays in view."""

    tones: Tones | None = None
    """The two colours that the photograph is turned into, or None to leave it as it is."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result, and over nothing else.

        Whoever compares two states asks it first: what has the same digest is not drawn.
        """
        about = f"look\0{RENDERER}\0{self.kind}\0{PREVIEW_WIDTH_PX}\0{self.focus}\0{self.tones}\0"
        digest = hashlib.sha256(about.encode())
        self.drawing.hash_into(digest)
        digest.update(self.picture.digest.encode() if self.picture else b"")
        return digest.hexdigest()


@dataclass(frozen=True)
class ArtworkJob:
    """A campaign's artwork alone, as SVG for pages."""

    drawing: Drawing

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        digest = hashlib.sha256(f"artwork\0{RENDERER}\0".encode())
        self.drawing.hash_into(digest)
        return digest.hexdigest()


@dataclass(frozen=True)
class PictureJob:
    """A campaign's photograph, as WebP for pages."""

    picture: PictureFile
    """The photograph."""

    focus: FocalPoint
    """The point of it that stays in view."""

    width_px: int
    """How wide it is at most."""

    height_px: int
    """How high it is at most."""

    tones: Tones | None = None
    """The two colours that the photograph is turned into, or None to leave it as it is."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        size = f"{self.focus} {self.tones} {self.width_px} {self.height_px} {self.picture.digest}"
        return hashlib.sha256(f"picture\0{RENDERER}\0{size}".encode()).hexdigest()


@dataclass(frozen=True)
class CardJob:
    """The picture of a page in a link preview, as PNG."""

    drawing: Drawing

    picture: PictureFile | None = None
    """The campaign's photograph, or None for drawn artwork."""

    focus: FocalPoint = field(default_factory=FocalPoint)
    """The point of the photograph that stays in view."""

    tones: Tones | None = None
    """The two colours that the photograph is turned into, or None to leave it as it is."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        digest = hashlib.sha256(f"card\0{RENDERER}\0{self.focus} {self.tones}\0".encode())
        self.drawing.hash_into(digest)
        digest.update(self.picture.digest.encode() if self.picture else b"")
        return digest.hexdigest()
