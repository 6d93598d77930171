"""The poster with the system's Chromium: one browser and one page for all posters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.chromium import find_chromium
from benchmarks.competitors import Make
from benchmarks.competitors.html import css, html
from benchmarks.poster import PICTURE, Poster

_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@contextmanager
def opened(folder: Path) -> Iterator[Make]:
    """Yield a function that prints a poster."""
    path = find_chromium()
    if path is None:
        raise ImportError("There is no Chromium; `make chromium` installs it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_OPTIONS))
        page = browser.new_page()
        style = css()

        def make(poster: Poster) -> bytes:
            # Pages without an address may not read files.
            (folder / "poster.html").write_text(html(poster, folder / PICTURE, style))
            page.goto((folder / "poster.html").as_uri())
            return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)

        yield make
        browser.close()
