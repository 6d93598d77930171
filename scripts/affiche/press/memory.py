"""Remember what was worked out before: small texts, kept in a store like all that is made.

What they say is left to whoever works them out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from affiche.press.artefact import Artefact
from affiche.press.store import Store


@dataclass(frozen=True)
class Memory:
    """What was worked out before; what it is does not depend on whether it was."""

    folder: Path | None = None
    """Of the store that keeps it; None to work out everything anew."""

    def recall(self, question: str, work_out: Callable[[], str]) -> str:
        """Return the answer to ``question``, worked out only where it is not remembered.

        Args:
            question: All that the answer depends on, with what works it out and its version.
            work_out: Returns the answer.
        """
        if self.folder is None:
            return work_out()
        digest = hashlib.sha256(f"memory\0{question}".encode(errors="surrogatepass")).hexdigest()
        try:
            kept = Store(self.folder).make_once(digest, lambda: Artefact(notes=work_out()))
        except OSError:  # a store that may only be read
            return work_out()
        return kept.notes
