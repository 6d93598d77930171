"""Run the site generator as a program of its own.

Which one it is is known here by name only: its code is spoken to in ``site`` alone.
"""

from __future__ import annotations

import datetime as dt
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

from affiche.checks import Inspection
from affiche.cli.options import DRAFTS_VARIABLE, TODAY_VARIABLE

GENERATOR = "mkdocs"
"""Module that is run; a fork with the same command line can stand in."""

REPORTED_VARIABLE = "AFFICHE_REPORTED"
"""Environment variable that tells the plugin not to say again what was printed already."""


INSPECTION_VARIABLE = "AFFICHE_INSPECTION"
"""Environment variable with the file in which an inspected project is handed over."""

LANGUAGE_VARIABLE = "AFFICHE_LANGUAGE"
"""Environment variable with the code of the language to build."""

LANGUAGES_VARIABLE = "AFFICHE_LANGUAGES"
"""Environment variable with the codes of all languages that are built, with spaces between."""


def run_generator(
    root: Path, arguments: list[str], today: dt.date | None, *, drafts: bool, reported: bool = True
) -> int:
    """Run the generator in ``root`` for the default language and return its exit code.

    Args:
        root: The folder with mkdocs.yml.
        arguments: Of its command line.
        today: The day to build for; the day that it then is when None.
        drafts: Whether drafts are shown.
        reported: Whether the caller has printed all diagnostics.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl-C; what was being written is incomplete.
    """
    command = [sys.executable, "-m", GENERATOR, *arguments]
    environment = _environment(today, drafts=drafts, reported=reported)
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode  # noqa: S603  # arguments are our own


def build_languages(inspection: Inspection, folders: dict[str, Path], *, drafts: bool) -> bool:
    """Build every language of an inspected project, each in a process of its own.

    Args:
        inspection: What all of them are built from; without errors.
        folders: Where each language goes, by its code.
        drafts: Whether drafts are shown.

    Returns:
        Whether all of them could be built.
    """
    root = inspection.project.root
    environment = _environment(inspection.today, drafts=drafts, reported=True)
    with tempfile.TemporaryDirectory() as folder_for_handover:
        handover = Path(folder_for_handover) / "inspection.pickle"
        handover.write_bytes(pickle.dumps(inspection))
        environment |= {
            INSPECTION_VARIABLE: str(handover),
            LANGUAGES_VARIABLE: " ".join(folders),
        }
        builds = [
            subprocess.Popen(  # noqa: S603  # arguments are our own
                [sys.executable, "-m", GENERATOR, "build", "--strict", "--site-dir", str(folder)],
                cwd=root,
                env=environment | {LANGUAGE_VARIABLE: language},
            )
            for language, folder in folders.items()
        ]
        # All of them, even when one has failed: nobody may be writing when the folder is cleared.
        codes = [build.wait() for build in builds]
    return not any(codes)


def _environment(today: dt.date | None, *, drafts: bool, reported: bool) -> dict[str, str]:
    return os.environ | {
        TODAY_VARIABLE: today.isoformat() if today else "",
        DRAFTS_VARIABLE: "true" if drafts else "false",
        REPORTED_VARIABLE: "1" if reported else "",
        # The theme's advertisement for its successor is for site owners, not for editors.
        "NO_MKDOCS_2_WARNING": "1",
    }
