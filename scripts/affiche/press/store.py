"""Keep what was made under the digest of its job, so that nothing is made twice.

Whether something must be made is left to ``production``, throwing away to ``pruning``.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from affiche.press.artefact import Artefact, KeptArtefact, checksum
from affiche.press.holding import hold, turn

MANIFEST = "manifest.json"
"""The file that says what an artefact consists of; its time of change is when it was last used."""

DRAFT = ".draft-"
"""What the name of a folder begins with that is still being written."""


class Store:
    """A folder of artefacts, each in a folder of its own; safe to delete between two runs."""

    def __init__(self, folder: Path) -> None:
        """Use ``folder``, which need not exist yet."""
        self.folder = folder.absolute()

    def find(self, digest: str, *, notes_only: bool = False) -> KeptArtefact | None:
        """Return what was kept under ``digest``, whole, or None; it then counts as used now.

        One that a full disk or a careless hand has damaged counts as not kept.

        Args:
            digest: Of its job.
            notes_only: Whether nobody wants its files, so that these may be damaged.
        """
        hold(self.folder)
        folder = self._place(digest)
        try:
            manifest = json.loads((folder / MANIFEST).read_bytes())
            kept = KeptArtefact(
                folder, tuple(sorted(manifest["files"].items())), str(manifest["notes"])
            )
            if not notes_only:
                kept.read()
            if checksum(kept.notes.encode()) != manifest.get("notes_sum"):
                return None
            _use(folder / MANIFEST)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return kept

    def size_of(self, digest: str, name: str) -> int | None:
        """Return the size of the file ``name`` of an artefact, unread; None when it is not kept."""
        try:
            return (self._place(digest) / name).stat().st_size
        except OSError:
            return None

    def load(self, digest: str) -> Artefact | None:
        """Return the artefact that was kept under ``digest`` with its files, or None."""
        kept = self.find(digest)
        return kept.read() if kept else None

    def keep(self, digest: str, artefact: Artefact) -> KeptArtefact:
        """Keep ``artefact`` under ``digest``, whole or not at all, and return it as it lies there.

        One that is ``passing`` is returned only.

        Raises:
            OSError: the folder cannot be written.
        """
        place = self._place(digest)
        if artefact.passing:
            return KeptArtefact(place, (), artefact.notes)
        place.parent.mkdir(parents=True, exist_ok=True)
        hold(self.folder)
        draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=place.parent))
        sums = {name: checksum(content) for name, content in sorted(artefact.files)}
        notes_sum = checksum(artefact.notes.encode())
        manifest = {"files": sums, "notes": artefact.notes, "notes_sum": notes_sum}
        try:
            for name, content in artefact.files:
                (draft / name).write_bytes(content)
            (draft / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
            try:
                draft.rename(place)
            except OSError:
                # Another process may have been faster; if not, what stands here is damaged.
                if self.find(digest) is None:
                    _clear(place)
                    draft.rename(place)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return KeptArtefact(place, tuple(sums.items()), artefact.notes)

    def make_once(self, digest: str, make: Callable[[], Artefact]) -> KeptArtefact:
        """Return what is kept under ``digest``; ``make`` it first when nothing is.

        Of processes that ask at once, one makes it and the others wait for it.

        Raises:
            OSError: the folder cannot be written.
        """
        found = self.find(digest)
        if found is None:
            with turn(self._place(digest).parent):
                found = self.find(digest) or self.keep(digest, make())
        return found

    def _place(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest


def _use(manifest: Path) -> None:
    """Note that an artefact was used, unless the store may only be read."""
    with contextlib.suppress(PermissionError):
        os.utime(manifest)


def _clear(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
