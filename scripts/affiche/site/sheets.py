"""Files of the site that are made here, and posters as pages offer them.

Making them is left to ``posters``, writing them to MkDocs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from affiche.model import Poster
from affiche.posters import PlannedPoster


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
    """Of the PDF, inside the site."""

    preview: str
    """Of its WebP, inside the site."""

    size_bytes: int


@dataclass(frozen=True)
class Sheet:
    """A poster in all its formats and places."""

    poster: Poster

    downloads: tuple[Download, ...]
    """In the order of formats, then places."""

    @property
    def cover(self) -> Download:
        """The one whose preview hangs on the wall: upright where there is one."""
        upright = (d for d in self.downloads if not d.planned.format.is_landscape)
        return next(upright, self.downloads[0])

    @property
    def for_everywhere(self) -> tuple[Download, ...]:
        """One download for each format; of a poster with places, the first place's."""
        first = {d.planned.format.name: d for d in reversed(self.downloads)}
        return tuple(d for d in self.downloads if first[d.planned.format.name] is d)

    @cached_property
    def by_place(self) -> dict[str, tuple[Download, ...]]:
        """Downloads by the name of their place; empty for a poster without places."""
        places: dict[str, list[Download]] = {}
        for download in self.downloads:
            if location := download.planned.location:
                places.setdefault(location.name, []).append(download)
        return {name: tuple(found) for name, found in places.items()}
