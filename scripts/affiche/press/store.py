"""Keep what was made under the digest of its job, so that nothing is made twice.

Whether something must be made is left to ``production``.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from affiche.press.artefact import Artefact

_MANIFEST = "manifest.json"


class Store:
    """A folder of artefacts, each in a folder of its own; safe to delete at any time."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, which need not exist yet."""
        self._folder = folder

    def load(self, digest: str) -> Artefact | None:
        """Return the artefact that was kept under ``digest``, or None.

        One that a full disk or a careless hand has damaged counts as not kept.
        """
        folder = self._place(digest)
        try:
            manifest = json.loads((folder / _MANIFEST).read_bytes())
            files = {name: (folder / name).read_bytes() for name in manifest["files"]}
            whole = all(_sum(files[name]) == manifest["files"][name] for name in files)
            notes = str(manifest["notes"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not whole or _sum(notes.encode()) != manifest.get("notes_sum"):
            return None
        return Artefact(tuple(sorted(files.items())), notes)

    def keep(self, digest: str, artefact: Artefact) -> None:
        """Keep ``artefact`` under ``digest``: whole or not at all.

        Raises:
            OSError: the folder cannot be written.
        """
        place = self._place(digest)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=place.parent))
        manifest = {
            "files": {name: _sum(content) for name, content in artefact.files},
            "notes": artefact.notes,
            "notes_sum": _sum(artefact.notes.encode()),
        }
        try:
            for name, content in artefact.files:
                (draft / name).write_bytes(content)
            (draft / _MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
            try:
                draft.rename(place)
            except OSError:
                # Another process may have been faster; if not, what stands here is damaged.
                if self.load(digest) is None:
                    _clear(place)
                    draft.rename(place)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _clear(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
