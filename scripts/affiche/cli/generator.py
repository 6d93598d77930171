"""Run the site generator as a program of its own.

Which one it is is known here by name only: its code is spoken to in ``site`` alone.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from affiche.cli.options import DRAFTS_VARIABLE, TODAY_VARIABLE

GENERATOR = "mkdocs"
"""Module that is run; a fork with the same command line can stand in."""

REPORTED_VARIABLE = "AFFICHE_REPORTED"
"""Environment variable that tells the plugin not to say again what was printed already."""


def run_generator(
    root: Path, arguments: list[str], today: dt.date | None, *, drafts: bool, reported: bool = True
) -> int:
    """Run the generator in ``root`` and return its exit code.

    Args:
        root: The folder with mkdocs.yml.
        arguments: Of its command line.
        today: The day to build for; the day that it then is when None.
        drafts: Whether drafts are shown.
        reported: Whether the caller has printed all diagnostics.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl-C; what was being written is incomplete.
    """
    environment = os.environ | {
        TODAY_VARIABLE: today.isoformat() if today else "",
        DRAFTS_VARIABLE: "true" if drafts else "false",
        REPORTED_VARIABLE: "1" if reported else "",
        # The theme's advertisement for its successor is for site owners, not for editors.
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", GENERATOR, *arguments]
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode  # noqa: S603  # arguments are our own
