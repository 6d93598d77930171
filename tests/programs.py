"""Programs that run while a test looks at them, and are gone when it ends.

Those that only have to end are run by ``tests.integration.building``.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def started(
    *arguments: str, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Start Python with ``arguments`` as a terminal does: in a process group of its own.

    Whatever of the group still runs in the end is killed.
    """
    with subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment and os.environ | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def wait_until_written(process: subprocess.Popen[str], folder: Path, pattern: str) -> None:
    """Return when ``folder`` has a file like ``pattern``; until then ``process`` must run."""
    while not list(folder.glob(pattern)):
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
        assert process.returncode is None, process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that ``process`` prints."""
    assert process.stdout
    return process.stdout.readline()
