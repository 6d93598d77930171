"""A picture file as plain data: called by what is in it, read by whoever needs its bytes.

So a thousand jobs with photographs are small to plan, and to hand to other processes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True)
class PictureFile:
    """A photograph; two with the same bytes are equal, wherever they lie."""

    digest: str
    """SHA-256 of its bytes."""

    path: Path | None = field(default=None, compare=False, repr=False)
    """Where it lies; None when its bytes are carried along."""

    content: bytes | None = field(default=None, compare=False, repr=False)
    """Its bytes, for machines that do not have the file."""

    @classmethod
    def at(cls, path: Path) -> PictureFile:
        """Return the picture that lies at ``path`` now.

        Raises:
            OSError: there is none.
        """
        found = path.stat()
        place = path.absolute()
        return cls(_digest_of(place, found.st_mtime_ns, found.st_size), place)

    @classmethod
    def of(cls, content: bytes) -> PictureFile:
        """Return a picture that carries its bytes."""
        return cls(hashlib.sha256(content).hexdigest(), None, content)

    def read(self) -> bytes:
        """Return its bytes.

        Raises:
            OSError: it is gone, or was changed since it was planned.
        """
        if self.content is not None:
            return self.content
        assert self.path  # it has one or the other
        content = self.path.read_bytes()
        if hashlib.sha256(content).hexdigest() != self.digest:
            raise OSError(f"{self.path} was changed meanwhile; run it again")
        return content


@lru_cache(maxsize=4096)
def _digest_of(path: Path, _modified_ns: int, _size_bytes: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
