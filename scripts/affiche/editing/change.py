"""A file of an editor's before and after: shown as a difference, written whole or not at all.

What is to change is left to ``repairing`` and ``formatting``; asking whether it may, to ``cli``.
"""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

_CONTEXT_LINES = 2


@dataclass(frozen=True, slots=True)
class Change:
    """What one file would hold."""

    file: str
    """Path from the project's folder."""

    before: bytes
    """What it held when it was read."""

    after: bytes
    """What it would hold."""

    def difference(self) -> list[str]:
        """Return the lines of a unified difference, without line ends."""
        before, after = (_lines(content) for content in (self.before, self.after))
        names = (f"{self.file} (now)", f"{self.file} (then)")
        told = difflib.unified_diff(before, after, *names, n=_CONTEXT_LINES, lineterm="")
        return [line.rstrip("\r") for line in told]

    def write(self, root: Path) -> bool:
        """Write the file, unless somebody else did since it was read; return whether it was done.

        Its mode stays, and until the new content is complete, so does the old.

        Raises:
            OSError: the folder cannot be written.
        """
        path = (root / self.file).resolve()  # of a symbolic link, what it leads to
        if path.read_bytes() != self.before:
            return False
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(self.after)
            shutil.copymode(path, draft)
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        return True


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8-sig", errors="replace").split("\n")
