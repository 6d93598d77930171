"""Hold a store while it is used, so that no other process throws anything away meanwhile.

A process holds a store from its first use until it ends, whichever way it ends: the kernel lets
go of the locks of a process that was killed. Where the system has no such locks (Windows),
nothing is ever thrown away.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_LOCK = ".in-use"
_TURN = ".turn"

_held: dict[Path, int] = {}
"""Open lock files by the folder of their store; a process locks each once."""

_guard = threading.Lock()


def hold(folder: Path) -> None:
    """Hold the store in ``folder`` until this process ends; one that is not there needs no hold."""
    if fcntl is None:
        return
    with _guard:
        handle = _held.get(folder)
        if handle is not None and _is_current(handle, folder):
            return
        if handle is not None:
            os.close(handle)
            del _held[folder]
        try:
            handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError:
            return  # It is not there, or may only be read: then nobody throws away from it either.
        fcntl.flock(handle, fcntl.LOCK_SH)  # waits while another process throws away
        _held[folder] = handle


@contextmanager
def held_alone(folder: Path) -> Iterator[bool]:
    """Yield whether no other process uses the store in ``folder``; none can begin to meanwhile."""
    hold(folder)
    handle = _held.get(folder)
    if fcntl is None or handle is None:
        yield False
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        alone = True
    except BlockingIOError:
        alone = False
    try:
        yield alone
    finally:
        # flock(2): a conversion that fails may have let go of what was held.
        fcntl.flock(handle, fcntl.LOCK_SH)


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Wait until no other process has its turn in ``folder``, which is made, and take it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _TURN).open("w", encoding="utf-8") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)  # let go of when the file is closed
        yield


def _is_current(handle: int, folder: Path) -> bool:
    """Whether the lock file that is held is still the one that lies in ``folder``."""
    try:
        return os.path.samestat(os.fstat(handle), (folder / _LOCK).stat())
    except OSError:
        return False
