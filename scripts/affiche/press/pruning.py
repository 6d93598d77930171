"""Throw away what has not been used for long, and the longest unused of a store grown too large.

What counts as used is noted by ``store``; that nobody is at work meanwhile is seen to by
``holding``.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from affiche.press.holding import held_alone
from affiche.press.store import DRAFT, MANIFEST

DAY_S = 24 * 60 * 60
"""Seconds."""

UNUSED_DAYS = 30
"""After so many days unused an artefact goes: a campaign's rounds of corrections are over."""

MOST_BYTES = 4 * 1024**3
"""How large a store may be; some 2,000 posters in A3 with a photograph."""


@dataclass(frozen=True, slots=True)
class Pruned:
    """What a pruning did."""

    artefacts: int
    """How many were thrown away."""

    bytes_freed: int
    """How large they were together."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An artefact in a store, or what a killed process left of one."""

    used: float
    """When it was last used, in seconds since 1970."""

    size_bytes: int
    folder: Path


def prune(
    folder: Path,
    *,
    now: float | None = None,
    unused_days: float = UNUSED_DAYS,
    most_bytes: int = MOST_BYTES,
) -> Pruned:
    """Throw away artefacts in the store in ``folder``, the longest unused first.

    What was used within a day stays, however large the store is: the next run would make it again.
    While another process uses the store, nothing is thrown away.

    Args:
        folder: Of the store; need not exist.
        now: Seconds since 1970; the present when None.
        unused_days: What was not used for so many days goes.
        most_bytes: What the rest may take together.

    Raises:
        OSError: something cannot be deleted.
    """
    moment = time.time() if now is None else now
    with held_alone(folder.absolute()) as alone:
        if not alone:
            return Pruned(0, 0)
        found = sorted(_all_in(folder), key=lambda each: (each.used, each.folder.name))
        total = sum(each.size_bytes for each in found)
        gone, freed = 0, 0
        for each in found:
            age_days = (moment - each.used) / DAY_S
            is_draft = each.folder.name.startswith(DRAFT)
            too_large = total - freed > most_bytes and age_days > 1
            if not (is_draft or age_days > unused_days or too_large):
                continue
            # The manifest first: without it what is left counts as not kept.
            (each.folder / MANIFEST).unlink(missing_ok=True)
            shutil.rmtree(each.folder)
            gone, freed = gone + 1, freed + each.size_bytes
    return Pruned(gone, freed)


def _all_in(folder: Path) -> list[_Found]:
    found = []
    for artefact in folder.glob("*/*"):
        if not artefact.is_dir():
            continue
        sizes = {path: path.stat() for path in artefact.iterdir()}
        manifest = sizes.get(artefact / MANIFEST) or artefact.stat()
        size_bytes = sum(stat.st_size for stat in sizes.values())
        found.append(_Found(manifest.st_mtime, size_bytes, artefact))
    return found
