"""Ask git: only what is read, never with anything that a repository or its user has set to run.

What the answers mean is left to ``history`` and ``snapshot``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_QUIET = (
    # A hook, a file system monitor or a missing object would run programs or ask the network.
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "core.quotePath=false"),
)

_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


def find_git() -> str | None:
    """Return the path of the program, or None where it is not installed."""
    return shutil.which("git")


def run_git(root: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """Return what git says in the folder ``root``, or None when it fails or is not there.

    Args:
        root: The folder that it runs in.
        arguments: Our own words, or names that cannot be taken for options.
        given: What it reads from standard input.
    """
    program = find_git()
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603  # a list, not a shell; see above
            [program, *_QUIET, *arguments],
            cwd=root,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
            env=os.environ | _ENVIRONMENT,
        )
    except (OSError, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None
