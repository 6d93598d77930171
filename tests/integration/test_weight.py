"""What a reader's first visit weighs, in bytes: HTML, and all that comes over the line."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.integration.kinds import sample_pages

HTML_KB = 40
LONGEST_HTML_KB = 50
"""On average, of the longest page of each kind: the library alone has 200, for 254 files."""

TRANSFERRED_KB = 300


def test_the_html_of_an_average_page_is_light(site: Path) -> None:
    """Letters of every page are counted, and those of the longest page of each kind."""
    html = [path.stat().st_size / 1000 for path in _pages(site)]
    longest = [_file(site, address).stat().st_size / 1000 for address in _longest(site)]
    assert mean(html) < HTML_KB
    assert mean(longest) < LONGEST_HTML_KB


def test_a_first_visit_is_light(
    browser: Browser, site: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the longest page of each kind, all that a window of 1440 x 900 shows before anyone
    scrolls.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    sent = {url: _transferred_bytes(page, host + url) / 1000 for url in _longest(site)}
    context.close()
    lines = [f"{size:9.1f}  /{address}" for address, size in sent.items()]
    lines += [f"{mean(sent.values()):9.1f}  average"]
    with capsys.disabled():
        sys.stdout.write("\n  kB transferred at first visit\n" + "\n".join(lines) + "\n")
    assert mean(sent.values()) < TRANSFERRED_KB


def _longest(site: Path) -> list[str]:
    """Return the addresses of the longest page of each kind, and of two in English."""
    # In another language a page has as many letters, give or take a few.
    found = [each for each in sample_pages(site) if not each.startswith(("go/", "en/"))]
    return [*found, "en/", "en/campaigns/leren-begint-bovenaan/"]


def _pages(site: Path) -> list[Path]:
    """Return every page that readers come to; those behind codes only lead on."""
    return [path for path in site.rglob("*.html") if "go" not in path.relative_to(site).parts]


def _file(site: Path, address: str) -> Path:
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def _transferred_bytes(page: Page, url: str) -> int:
    """Return the bytes of all answers, headers included, to a browser that keeps nothing."""
    finished: list[Request] = []

    def note(request: Request) -> None:
        finished.append(request)

    page.on("requestfinished", note)
    page.goto(url, wait_until="networkidle")
    page.remove_listener("requestfinished", note)
    sizes = [request.sizes() for request in finished]
    assert any(size["responseBodySize"] for size in sizes)
    return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
