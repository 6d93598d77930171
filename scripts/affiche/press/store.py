"""Keep what was made under the digest of its job, so that nothing is made twice.

Whether something must be made is left to ``production``.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from affiche.press.artefact import Artefact

_NOTES = "notes.json"


class Store:
    """A folder of artefacts, each in a folder of its own; safe to delete at any time."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, which need not exist yet."""
        self._folder = folder

    def load(self, digest: str) -> Artefact | None:
        """Return the artefact that was kept under ``digest``, or None."""
        folder = self._place(digest)
        try:
            files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        except FileNotFoundError:
            return None
        # Notes are written last: without them the folder is not one of ours.
        if _NOTES not in files:
            return None
        notes = files.pop(_NOTES).decode("utf-8")
        return Artefact(tuple(files.items()), notes)

    def keep(self, digest: str, artefact: Artefact) -> None:
        """Keep ``artefact`` under ``digest``: whole or not at all.

        Raises:
            OSError: the folder cannot be written.
        """
        place = self._place(digest)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=place.parent))
        try:
            for name, content in artefact.files:
                (draft / name).write_bytes(content)
            (draft / _NOTES).write_text(artefact.notes, encoding="utf-8")
            try:
                draft.rename(place)
            except OSError:
                if self.load(digest) is None:  # not another process that was faster, but half a one
                    shutil.rmtree(place, ignore_errors=True)
                    draft.rename(place)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest
