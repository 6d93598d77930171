"""Start the preview, watch the project's files, and end at Ctrl-C.

Started by the command line, which knows this module by name only.
"""

from __future__ import annotations

import datetime as dt
import errno
import logging
import socket
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from affiche.content.settings import load_settings
from affiche.content.watching import saved_files
from affiche.report import as_text
from affiche.site.preview.newsroom import Newsroom
from affiche.site.preview.server import PreviewServer

SETTLE_S = 0.03
"""Long enough for the steps in which an editor's program writes a file, and no longer."""

_TRIED = 50
"""Ports that are tried for one that is free."""


def serve(
    root: Path,
    host: str,
    port: int,
    today: dt.date | None,
    *,
    drafts: bool,
    say: Callable[[str], None],
) -> int:
    """Serve the project in ``root`` until Ctrl-C, and return the exit code.

    Args:
        root: The folder with mkdocs.yml.
        host: Name or number of the address to listen at.
        port: Of the address; any free one when 0.
        today: The day to look at; the day that it is when None.
        drafts: Whether what readers may not see yet is shown.
        say: Prints a line for people.
    """
    # What the generator has to say of pages, the pages say themselves.
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    try:
        server = PreviewServer(host, port)
    except OSError as error:
        say(_refused(error, host, port))
        return 1
    address = f"http://{_named(host)}:{server.server_port}/"
    newsroom = None
    with server:
        try:
            newsroom = Newsroom(root, address, today, drafts=drafts)
            server.newsroom = newsroom
            _print(newsroom, say)
            threading.Thread(target=_watch, args=(root, newsroom, say), daemon=True).start()
            say(f"The preview is at {address} - Ctrl-C ends it.")
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            say("No longer serving.")
        finally:
            if newsroom:
                newsroom.close()
    return 0


def _watch(root: Path, newsroom: Newsroom, say: Callable[[str], None]) -> None:
    for saved in saved_files(_watched(root), beside=root, settle_s=SETTLE_S):
        before = newsroom.diagnostics
        try:
            newsroom.saved(saved)
        except Exception:  # noqa: BLE001  # whatever one save does, the next one may mend
            traceback.print_exc()
        if newsroom.diagnostics != before:
            _print(newsroom, say)


def _watched(root: Path) -> tuple[Path, ...]:
    settings, _ = load_settings(root)
    folders = (settings.docs_dir, settings.campaigns_dir, settings.overrides_dir)
    return tuple(root / folder for folder in folders)


def _print(newsroom: Newsroom, say: Callable[[str], None]) -> None:
    for diagnostic in newsroom.diagnostics:
        say(as_text(diagnostic))


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _refused(error: OSError, host: str, port: int) -> str:
    if error.errno != errno.EADDRINUSE:
        return f"Cannot listen at {host}:{port}: {error.strerror or error}."
    free = next((p for p in range(port + 1, port + _TRIED) if _is_free(host, p)), None)
    advice = f" Try: affiche serve --address {_named(host)}:{free}" if free else ""
    return f"Port {port} is taken; does another preview run already?{advice}"


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        try:
            tried.bind((host, port))
        except OSError:
            return False
    return True
