"""Nothing from outside: the Content-Security-Policy stands on every page and is never violated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from affiche.site.policy import POLICY
from tests.integration.kinds import sample_pages
from tests.integration.pages import css_addresses

META = re.compile(
    r'<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">', re.IGNORECASE
)
LISTEN = """addEventListener('securitypolicyviolation', event => console.error(
  'VIOLATION', event.violatedDirective, event.blockedURI, event.sourceFile, event.sample))"""


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def test_the_policy_is_the_first_thing_that_every_page_says(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 40
    said = {path.relative_to(site).as_posix(): META.search(path.read_text()) for path in pages}
    assert {path for path, match in said.items() if not match or match[1] != POLICY} == set()
    assert POLICY.startswith("default-src 'self';")
    assert "unsafe" not in POLICY


def test_no_style_sheet_carries_pictures_in_itself(site: Path) -> None:
    addresses = [
        address for sheet in site.rglob("*.css") for address in css_addresses(sheet.read_text())
    ]
    assert len(addresses) > 30
    assert [address[:60] for address in addresses if address.startswith("data:")] == []


def test_no_page_violates_the_policy_whatever_a_reader_does(
    page: Page, site: Path, host: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for address in sample_pages(site):
        # The parts that are used are the same in every language; that pages in another are quiet
        # too, policy included, is asked with their width and their theme.
        if address.startswith("en/"):
            continue
        page.goto(host + address, wait_until="networkidle")
        if page.locator("[data-opens]").count():
            _use_everything(page)
    assert said == []


def test_the_policy_is_what_keeps_a_script_out(page: Page, host: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(host)
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.caught = 1';
          document.body.append(script);
          document.body.insertAdjacentHTML('beforeend', '<p style="color: red">Rood</p>');
        }"""
    )
    assert page.evaluate("window.caught") is None
    assert [line.split()[1] for line in said if line.startswith("VIOLATION")] == [
        "script-src-elem",
        "style-src-attr",
    ]


def _use_everything(page: Page) -> None:
    """Search, change the palette, copy code, go back to the top, and open the menu of a phone."""
    page.keyboard.press("Control+K")
    page.keyboard.type("feedback")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("label[for^=__palette]:visible").click()
    code = page.locator(".md-content pre > code:visible")
    if code.count():
        code.first.scroll_into_view_if_needed()
        page.locator(".md-code__button[data-md-type=copy]:visible").first.click()
        page.locator(".md-dialog--active").wait_for()
    page.set_viewport_size({"width": 360, "height": 600})
    page.mouse.wheel(0, 3000)
    page.mouse.wheel(0, -300)
    top = page.locator(".md-top:not([hidden])")
    if top.count():
        top.click()
    page.get_by_role("button", name="Menu").click()
    page.locator("#part-menu summary").first.click()
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 1280, "height": 900})
