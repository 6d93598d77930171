"""A browser and a server for tests that look at the built site.

What is looked at is left to the tests.
"""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""Run as root in a container, without asking any host for updates."""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the tests read the browser's log."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on a free port of this computer and yield its address."""
    handler = functools.partial(_Silent, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def visitor(browser: Browser, at: str, **options: Any) -> BrowserContext:
    """Return a new visitor whose clock stands at ``at`` (ISO 8601): pages follow the clock.

    Timers run on; only what time it is stands still.
    """
    context = browser.new_context(**options)
    context.clock.set_fixed_time(at)
    return context


def chromium(playwright: Playwright) -> Browser:
    """Start the system's Chromium; `make test` installs it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "These tests need Chromium: run `make chromium`."
    return playwright.chromium.launch(executable_path=path, args=list(QUIET))
