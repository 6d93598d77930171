"""What a job makes: files with their bytes, and what its maker wants remembered.

How it is made is left to ``posters`` and ``kit``; how it is kept to ``store``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Artefact:
    """The result of one job."""

    files: tuple[tuple[str, bytes], ...] = ()
    """Names and contents."""

    notes: str = ""
    """JSON of the maker's own, for example what did not fit."""

    def file(self, name: str) -> bytes:
        """Return the content of the file called ``name``.

        Raises:
            KeyError: the artefact has no such file.
        """
        return dict(self.files)[name]


class Job(Protocol):
    """Plain data that says everything about what is to be made."""

    @property
    def digest(self) -> str:
        """A hexadecimal name that differs whenever what is made would differ."""
        ...
