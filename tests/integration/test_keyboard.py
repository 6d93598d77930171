"""Menu, search and content are reached, used and left by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def desk(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    yield page
    page.close()


@pytest.mark.parametrize("address", ["", "handboek/campagne-schrijven/", "values/", "404.html"])
def test_the_first_stop_leads_past_the_menu(desk: Page, host: str, address: str) -> None:
    desk.goto(host + address)
    desk.keyboard.press("Tab")
    skip = desk.get_by_role("link", name="Direct naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    desk.keyboard.press("Enter")
    expect(desk.locator("#part-content")).to_be_focused()
    desk.keyboard.press("Tab")
    assert desk.evaluate("Boolean(document.activeElement.closest('#part-content, footer'))")


def test_the_menu_takes_the_focus_keeps_it_and_gives_it_back(phone: Page, host: str) -> None:
    phone.goto(host)
    button = phone.get_by_role("button", name="Menu", exact=True)
    _tab_to(phone, button)
    assert button.get_attribute("aria-expanded") == "false"
    phone.keyboard.press("Enter")
    menu = phone.get_by_role("dialog", name="Menu")
    expect(menu).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"
    for _ in range(12):
        outside = phone.evaluate(
            "!document.activeElement.closest('dialog') && document.activeElement !== document.body"
        )
        assert not outside
        phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_section_of_the_menu_opens_and_leads_on(phone: Page, host: str) -> None:
    phone.goto(host)
    _tab_to(phone, phone.get_by_role("button", name="Menu", exact=True))
    phone.keyboard.press("Enter")
    section = phone.locator("#part-menu summary", has_text="Handboek")
    _tab_to(phone, section)
    phone.keyboard.press("Space")
    _tab_to(phone, phone.locator("#part-menu").get_by_role("link", name="Een poster afdrukken"))
    phone.keyboard.press("Enter")
    phone.wait_for_url(re.compile("handboek/poster-afdrukken/"))
    # The menu of the next page shows where one is.
    phone.get_by_role("button", name="Menu", exact=True).press("Enter")
    here = phone.locator("#part-menu").get_by_role("link", name="Een poster afdrukken")
    expect(here).to_be_visible()
    expect(here).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_search_opens_finds_and_gives_the_focus_back(
    browser: Browser, host: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{host}values/")
    button = page.get_by_role("button", name="Zoeken", exact=True)
    _tab_to(page, button)
    page.keyboard.press("Enter")
    query = page.get_by_role("textbox")
    expect(query).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.type("feedback")
    # The theme marks what was typed, so these are the results of the whole word: they stay.
    found = page.locator(".md-search-result__link[href*='h=feedback']")
    result = found.filter(has_text="Week van de feedback").first
    result.wait_for()
    # Results are announced, and reached by Tab as well as by the arrow keys.
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"\d"))
    _tab_to(page, result, most=8)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Control+K")
    expect(query).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(query).not_to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/programmes/|/campaigns/"))
    page.close()


def test_no_single_key_sets_anything_off(desk: Page, host: str) -> None:
    """WCAG 2.2, 2.1.4: who speaks to the computer types letters without meaning to."""
    desk.goto(f"{host}values/")
    for key in "/sfnp,.":
        desk.keyboard.press(key)
    assert desk.url == f"{host}values/"
    expect(desk.get_by_role("dialog")).to_have_count(0)


def test_what_cannot_be_seen_has_no_stop(desk: Page, host: str) -> None:
    desk.goto(f"{host}handboek/campagne-schrijven/")
    unseen = []
    for _ in range(60):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement === document.body"):
            break
        seen = desk.evaluate(
            """() => {
              document.getAnimations().forEach(animation => animation.finish());
              const at = document.activeElement;
              const shown = at.matches('.md-option') ? at.nextElementSibling : at;
              return shown.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            }"""
        )
        if not seen:
            unseen.append(desk.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert unseen == []


def _tab_to(page: Page, target: object, most: int = 30) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):  # type: ignore[attr-defined]
            return
    pytest.fail(f"Tab never came to {target}")
