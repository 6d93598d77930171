"""Where a file that the brand names as an ICC profile may lie.

Whether it is a profile, and of a press, is left to ``profiles``.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

SYSTEM_FOLDERS = (
    Path("/usr/share/color/icc"),
    Path("/usr/local/share/color/icc"),
    Path("/usr/share/scribus/profiles"),
    Path("/Library/ColorSync/Profiles"),
    Path("C:/Windows/System32/spool/drivers/color"),
)
"""Where systems and print software keep profiles."""


def profile_candidates(
    name: str, beside: Path, folders: tuple[Path, ...] = SYSTEM_FOLDERS
) -> Iterator[Path]:
    """Yield the files called ``name``, the one that is to be used first.

    Args:
        name: As the brand has it.
        beside: The brand's folder.
        folders: Where else is looked.
    """
    own = (beside / name).resolve()
    if own.is_relative_to(beside.resolve()) and own.is_file():
        yield own
    # A name that leads out of the folder is no name of a profile.
    if Path(name).name == name:
        for folder in folders:
            # As written: an asterisk would stand for whatever profile happens to be there.
            found = sorted(folder.rglob(glob.escape(name)))
            yield from (path for path in found if path.is_file())
