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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from affiche.checks import Inspection
from affiche.cli.options import DRAFTS_VARIABLE, TODAY_VARIABLE
from affiche.press import interrupt_held

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


def build_languages(inspection: Inspection, folders: dict[str, Path], *, drafts: bool) -> bool:
    """Build every language of an inspected project, each in a process of its own.

    Args:
        inspection: What all of them are built from; without errors.
        folders: Where each language goes, by its code.
        drafts: Whether drafts are shown.

    Returns:
        Whether all of them could be built.

    Raises:
        KeyboardInterrupt: somebody pressed Ctrl-C; none of them runs any more.
    """
    environment = _environment(inspection.today, drafts=drafts)
    environment[LANGUAGES_VARIABLE] = " ".join(folders)

    running: list[subprocess.Popen[bytes]] = []

    def build(language: str) -> int:
        command = ["build", "--strict", "--site-dir", str(folders[language])]
        settings = environment | {LANGUAGE_VARIABLE: language}
        process = _start(inspection.project.root, command, settings)
        running.append(process)
        return process.wait()

    with tempfile.TemporaryDirectory() as folder_for_handover:
        handover = Path(folder_for_handover) / "inspection.pickle"
        handover.write_bytes(pickle.dumps(inspection))
        environment[INSPECTION_VARIABLE] = str(handover)
        # Threads only wait; each build is a process, as many at once as there are cores.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            try:
                return not any(list(pool.map(build, folders)))
            except KeyboardInterrupt:
                pool.shutdown(wait=False, cancel_futures=True)
                for process in running:
                    process.terminate()
                raise


def _start(
    root: Path, arguments: list[str], environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    """Start the generator; Ctrl-C is left to this process, which then says one line for all."""
    command = [sys.executable, "-m", GENERATOR, *arguments]
    with interrupt_held():
        return subprocess.Popen(  # noqa: S603  # arguments are our own
            command,
            cwd=root,
            env=environment,
            # A terminal sends Ctrl-C to its own session only.
            start_new_session=True,
        )


def _environment(today: dt.date | None, *, drafts: bool) -> dict[str, str]:
    return os.environ | {
        TODAY_VARIABLE: today.isoformat() if today else "",
        DRAFTS_VARIABLE: "true" if drafts else "false",
        REPORTED_VARIABLE: "1",
        # The theme's advertisement for its successor is for site owners, not for editors.
        "NO_MKDOCS_2_WARNING": "1",
    }
