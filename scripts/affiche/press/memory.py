"""Remember what was worked out before: small texts, kept in a store like all that is made.

What they say is left to whoever works them out.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import affiche
from affiche.press.artefact import Artefact
from affiche.press.store import Store


@dataclass(frozen=True)
class Memory:
    """What was worked out before; what it is does not depend on whether it was.

    Another version of Affiche, or of anything that is installed beside it, remembers nothing.
    """

    folder: Path | None = None
    """Of the store that keeps it; None to work out everything anew."""

    def recall(self, question: str, work_out: Callable[[], str]) -> str:
        """Return the answer to ``question``, worked out only where it is not remembered.

        Args:
            question: All that the answer depends on, but for the program itself.
            work_out: Returns the answer.
        """
        answer = self.known(question)
        if answer is None:
            answer = work_out()
            self.note(question, answer)
        return answer

    def known(self, question: str) -> str | None:
        """Return the answer to ``question`` that is remembered, if one is."""
        kept = Store(self.folder).find(_name(question)) if self.folder else None
        return kept.notes if kept else None

    def note(self, question: str, answer: str) -> None:
        """Remember ``answer``; where the store may only be read, it is worked out again."""
        if self.folder:
            with contextlib.suppress(OSError):
                Store(self.folder).keep(_name(question), Artefact(notes=answer))


def _name(question: str) -> str:
    asked = f"memory\0{_program()}\0{question}"
    return hashlib.sha256(asked.encode(errors="surrogatepass")).hexdigest()


@cache
def _program() -> str:
    """Return what tells this program from every other version of it: some 5 ms.

    Of Affiche itself the files as they lie there, for whoever works on it; of everything else the
    names of what is installed, which hold their versions (Core metadata, ``.dist-info``).
    """
    own = [
        (file.path, (found := file.stat()).st_size, found.st_mtime_ns)
        for file in _files(str(Path(affiche.__file__).parent))
        if not file.name.endswith(".pyc")
    ]
    installed = [
        entry.name
        for folder in filter(None, sys.path)
        if Path(folder).is_dir()
        for entry in os.scandir(folder)
        if entry.name.endswith(".dist-info")
    ]
    said = repr((sys.version, sorted(own), sorted(installed)))
    return hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _files(entry.path)
        else:
            yield entry
