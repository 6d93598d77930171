"""Lay what a drawing reads ready in a folder, and write only what does not lie there yet.

Most drawings of a process share their sources; writing them takes a sixth of setting a poster.
What is set from them is left to ``typesetting``.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class Desk:
    """A folder that nobody else writes in."""

    def __init__(self, folder: Path) -> None:
        """Begin in ``folder``, which is empty."""
        self.folder = folder
        self._lying: dict[str, bytes] = {}

    def lay(self, wanted: Mapping[str, bytes]) -> None:
        """Make the folder hold ``wanted`` (contents by path in it) and nothing else."""
        for name in self._lying.keys() - wanted.keys():
            (self.folder / name).unlink(missing_ok=True)
            del self._lying[name]
        for name, content in wanted.items():
            self.add(name, content)

    def add(self, name: str, content: bytes) -> None:
        """Lay one more file there, at the path ``name`` in the folder."""
        if self._lying.get(name) == content:
            return
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(content)
        self._lying[name] = content


_free: list[Desk] = []
"""Of this process, with what their last drawing read."""


@contextmanager
def desk() -> Iterator[Desk]:
    """Yield a desk, with whatever lies on it from before; it is gone when the process ends."""
    taken = _free.pop() if _free else _new_desk()
    try:
        yield taken
    finally:
        _free.append(taken)


def _new_desk() -> Desk:
    folder = TemporaryDirectory(prefix="affiche-")
    atexit.register(folder.cleanup)
    return Desk(Path(folder.name))
