"""Files of the site that are made here, and posters as pages offer them.

Making them is left to ``posters``, writing them to MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from affiche.model import Poster, Variant
from affiche.posters import PlannedPoster

_EVERYDAY = (Variant.OFFICE, Variant.SCREEN)


@dataclass(frozen=True)
class Asset:
    """A file of the site that is made here."""

    path: str
    """Inside the site."""

    content: bytes


@dataclass(frozen=True)
class Download:
    """One file of a poster."""

    planned: PlannedPoster

    path: str
    """Inside the site."""

    preview: str
    """Of its WebP, inside the site."""

    size_bytes: int

    @property
    def kind(self) -> str:
        """What people call such a file: ``PDF``."""
        return self.path.rsplit(".", 1)[-1].upper()


@dataclass(frozen=True)
class Sheet:
    """A poster in all its formats and places."""

    poster: Poster

    downloads: tuple[Download, ...]
    """In the order of formats, then places."""

    @property
    def cover(self) -> Download:
        """The one whose preview hangs on the wall: upright where there is one."""
        upright = (
            d
            for d in self.downloads
            if not d.planned.format.is_landscape and not d.planned.format.is_screen
        )
        return next(upright, self.downloads[0])

    @property
    def everyday(self) -> tuple[Download, ...]:
        """What colleagues print or show themselves, if there is any."""
        return tuple(d for d in self.downloads if d.planned.variant in _EVERYDAY)

    @property
    def others(self) -> tuple[Download, ...]:
        """Files for the print shop, screen readers and the archive."""
        return tuple(d for d in self.downloads if d.planned.variant not in _EVERYDAY)

    @cached_property
    def by_place(self) -> dict[str, tuple[Download, ...]]:
        """Everyday downloads by the name of their place; empty for a poster without places."""
        places: dict[str, list[Download]] = {}
        for download in self.everyday or self.downloads:
            if location := download.planned.location:
                places.setdefault(location.name, []).append(download)
        return {name: tuple(found) for name, found in places.items()}
