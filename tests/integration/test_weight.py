"""What a reader's first visit weighs, in bytes: HTML, and all that comes over the line."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean

import pytest
from playwright.sync_api import Browser, Request

from tests.integration.kinds import sample_pages

HTML_KB = 40
LONGEST_HTML_KB = 50
"""On average, of the longest page of each kind: the library alone has 200, for 254 files."""

TRANSFERRED_KB = 300


def test_an_average_page_is_light(
    browser: Browser, site: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Letters of every page are counted; and of the longest page of each kind all that a window of
    1440 x 900 shows before anyone scrolls.
    """
    found = sample_pages(site)
    # In another language a page has as many letters, give or take a few.
    samples = [address for address in found if not address.startswith(("go/", "en/"))]
    samples += ["en/", "en/campaigns/leren-begint-bovenaan/"]
    html = [path.stat().st_size / 1000 for path in _pages(site)]
    sent = {address: _transferred_bytes(browser, host + address) / 1000 for address in samples}
    longest = [_file(site, address).stat().st_size / 1000 for address in samples]
    lines = [f"{sent[address]:9.1f}  /{address}" for address in samples]
    lines += [f"{mean(sent.values()):9.1f}  average", f"{mean(html):9.1f}  HTML of every page"]
    lines += [f"{mean(longest):9.1f}  HTML of these"]
    with capsys.disabled():
        sys.stdout.write("\n  kB transferred at first visit\n" + "\n".join(lines) + "\n")
    assert mean(html) < HTML_KB
    assert mean(longest) < LONGEST_HTML_KB
    assert mean(sent.values()) < TRANSFERRED_KB


def _pages(site: Path) -> list[Path]:
    """Return every page that readers come to; those behind codes only lead on."""
    return [path for path in site.rglob("*.html") if "go" not in path.relative_to(site).parts]


def _file(site: Path, address: str) -> Path:
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def _transferred_bytes(browser: Browser, url: str) -> int:
    """Return the bytes of all answers, headers included, to a browser that was never here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))  # noqa: PLW0108  # marks it
    page.goto(url, wait_until="networkidle")
    sizes = [request.sizes() for request in finished]
    context.close()
    assert any(size["responseBodySize"] for size in sizes)
    return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
