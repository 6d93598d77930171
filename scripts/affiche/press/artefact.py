"""What a job makes: files with their bytes, and what its maker wants remembered.

How it is made is left to ``posters`` and ``kit``; how it is kept to ``store``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Artefact:
    """The result of one job."""

    files: tuple[tuple[str, bytes], ...] = ()
    """Names and contents."""

    notes: str = ""
    """JSON of the maker's own, for example what did not fit."""

    passing: bool = False
    """Whether it has no files for a reason that may be gone the next time; then it is not kept."""

    def file(self, name: str) -> bytes:
        """Return the content of the file called ``name``.

        Raises:
            KeyError: the artefact has no such file.
        """
        return dict(self.files)[name]


@dataclass(frozen=True, slots=True)
class KeptArtefact:
    """An artefact that lies in a store: thousands of them fit in memory, as their files do not."""

    folder: Path
    """Where its files lie; an absolute path on this machine."""

    sums: tuple[tuple[str, str], ...]
    """Names and SHA-256 sums of its files, sorted by name."""

    notes: str
    """As its maker wrote them."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(name for name, _ in self.sums)

    def file(self, name: str) -> bytes:
        """Return the content of the file called ``name``, read now.

        Raises:
            KeyError: the artefact has no such file.
            OSError: the store was deleted or damaged since the artefact was found there.
        """
        expected = dict(self.sums)[name]
        content = (self.folder / name).read_bytes()
        if checksum(content) != expected:
            raise OSError(f"{self.folder / name} is damaged")
        return content

    def read(self) -> Artefact:
        """Return it with all its files in memory.

        Raises:
            OSError: as ``file``.
        """
        return Artefact(tuple((name, self.file(name)) for name in self.names), self.notes)


class Job(Protocol):
    """Plain data that says everything about what is to be made."""

    @property
    def digest(self) -> str:
        """A hexadecimal name that differs whenever what is made would differ."""
        ...


def checksum(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
