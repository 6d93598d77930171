"""Every kind of page, with its menu and its search open too, keeps WCAG 2.2 A and AA and more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.integration.kinds import sample_pages
from tests.node import accessibility_violations
from tests.trying import SLOW

ENGLISH = ("en/", "en/campaigns/", "en/agenda/", "en/handboek/", "en/posters/")
"""Pages in another language that every run looks at; slow runs look at all."""

PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Page:
    context = browser.new_context(
        viewport=DESK, color_scheme=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_no_kind_of_page_shuts_anyone_out(page: Page, site: Path, host: str) -> None:
    samples = sample_pages(site)
    assert {"", "404.html", "campaigns/", "coverage/"} <= set(samples)
    # Another language is built from the same parts, and has no colours of its own in dark.
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    english = () if is_dark else ENGLISH
    if not SLOW:
        samples = tuple(a for a in samples if not a.startswith("en/") or a in english)
    assert set(english) <= set(samples)
    assert _violations(page, host, samples) == []


def test_a_phone_shuts_nobody_out(page: Page, site: Path, host: str) -> None:
    page.set_viewport_size(PHONE)
    addresses = ("", "campaigns/leren-begint-bovenaan/", "handboek/", "agenda/", "posters/")
    assert _violations(page, host, (*addresses, "coverage/", "en/programmes/")) == []


def test_the_open_search_shuts_nobody_out(page: Page, host: str) -> None:
    page.goto(host)
    page.get_by_role("button", name="Zoeken").click()
    assert accessibility_violations(page) == []
    page.keyboard.type("feedback")
    page.locator(".md-search-result__link").first.wait_for()
    assert accessibility_violations(page) == []


def test_the_open_menu_shuts_nobody_out(page: Page, host: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(host)
    page.get_by_role("button", name="Menu").click()
    assert accessibility_violations(page) == []


def _violations(page: Page, host: str, addresses: tuple[str, ...]) -> list[str]:
    page.route("**/go/*/", _stay)
    found = []
    for address in addresses:
        page.goto(host + address)
        found += [f"{address}: {violation}" for violation in accessibility_violations(page)]
    return found


def _stay(route: Route) -> None:
    """Keep a page behind a QR code from leading on before it was looked at."""
    answer = route.fetch()
    body = re.sub('<meta http-equiv="refresh"[^>]*>|<script src[^>]*></script>', "", answer.text())
    route.fulfill(response=answer, body=body)
