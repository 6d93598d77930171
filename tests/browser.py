"""A browser and a server for tests that look at the built site.

What is looked at is left to the tests.
"""

from __future__ import annotations

import functools
import gzip
import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser")
"""What distributions call it; the first has no windows, and takes half the time."""

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""Run as root in a container, without asking any host for updates."""

ALL_PICTURES = """async () => {
  const painted = () => new Promise(requestAnimationFrame);
  await painted();
  await painted();
  await Promise.all([...document.images].map(image => {
    image.loading = 'eager';
    return image.complete || new Promise(done => { image.onload = image.onerror = done; });
  }));
}"""
"""Ends when every picture is there, also those that a new width of the window asks for."""


COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
"""What every web server compresses for a browser that asks for it."""


@functools.cache
def _compressed(path: Path, _modified_ns: int) -> bytes:
    """Return the content of ``path``, compressed once for all who ask for it."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as nginx, Apache and IIS do with the settings of the handbook."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the tests read the browser's log."""

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        asked = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (asked and path.is_file() and path.suffix in COMPRESSED):
            return super().send_head()
        content = _compressed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on a free port of this computer and yield its address."""
    handler = functools.partial(_Handler, directory=str(folder))
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
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert path, "These tests need Chromium: run `make chromium`."
    return playwright.chromium.launch(executable_path=path, args=list(QUIET))


def wait_for_pictures(page: Page) -> None:
    """Load every picture of ``page`` to its end: leaving the page would abort those half loaded."""
    page.evaluate(ALL_PICTURES)
