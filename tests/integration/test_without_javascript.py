"""Without JavaScript every page reads well, its menu is there, and every download works."""

from __future__ import annotations

import urllib.request
from pathlib import Path
from urllib.parse import quote, urljoin

from playwright.sync_api import Browser

from tests.integration.kinds import sample_pages
from tests.integration.pages import documents


def test_every_kind_of_page_reads_and_has_its_menu(browser: Browser, site: Path, host: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    mute = []
    for address in sample_pages(site):
        page.goto(host + address)
        words = page.locator("main").inner_text().split()
        heading = page.locator("main h1")
        if not heading.is_visible() or len(words) < (4 if "go/" in page.url else 15):
            mute.append(f"{address}: {words}")
        header = page.locator(".site-header")
        if header.count():
            # Nothing that cannot do anything, and a way to every part of the site.
            assert header.get_by_role("button").count() == 0
            assert header.get_by_role("navigation").get_by_role("link").count() > 4
            assert not page.locator(".md-search-result").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    context.close()
    assert mute == []


def test_every_download_answers(site: Path, host: str) -> None:
    files = {
        urljoin(page.path, link["href"])
        for page in documents(site).values()
        for link in page.all("a")
        if "download" in link
    }
    assert len(files) > 40
    refused = []
    for file in sorted(files):
        request = urllib.request.Request(host + quote(file), method="HEAD")
        with urllib.request.urlopen(request) as answer:
            if answer.status != 200 or int(answer.headers["Content-Length"]) < 100:
                refused.append(file)
    assert refused == []
