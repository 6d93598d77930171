"""Find the Chromium of this machine, for the poster that it prints and for what is said of it."""

from __future__ import annotations

import shutil

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")


def find_chromium() -> str | None:
    """Return its path; the shell without windows, which is faster, before the whole browser."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
