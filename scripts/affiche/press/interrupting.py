"""Let Ctrl-C wait while something is started that would otherwise be left behind.

What is started is left to the caller.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupt_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a process started meanwhile never gets it.

    A terminal sends it to every process; one that is still starting would print a traceback. Who
    starts processes so ends them too.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
