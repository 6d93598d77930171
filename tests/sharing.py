"""Things that all test processes share: made by the one that comes first, found by the others.

What is made is left to the fixtures.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return a folder that is the same in every process of one run of the tests."""
    own = factory.getbasetemp()
    # pytest-xdist gives each of its processes a folder beside those of the others.
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


def made_once(path: Path, make: Callable[[], object]) -> Path:
    """Return ``path``, made by ``make`` unless another process has made it; that one is awaited.

    Args:
        path: What ``make`` leaves; in a folder that the processes share.
        make: Raises when it fails, and is then called again by the next process that asks.
    """
    done = path.with_name(f".{path.name}.made")
    # The kernel opens the lock of a process that dies.
    with path.with_name(f".{path.name}.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make()
            done.touch()
    return path
