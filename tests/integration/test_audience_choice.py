"""What is in it for me: chosen once, by keyboard if one likes, remembered, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from affiche.content import load
from affiche.content.words import words_in
from affiche.model import Catalogue, plain_text
from tests.browser import visitor
from tests.integration.building import TODAY

WORDS = words_in("nl")
CAMPAIGN = "campaigns/leren-begint-bovenaan/"
PROGRAMME = "programmes/veilig-rijden/"
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("blocked", "SecurityError"); }
});"""
"""What a browser does that lets no site keep anything."""


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    project = load(repository)
    assert project.catalogue
    return project.catalogue


class Reader:
    """Somebody at the site."""

    def __init__(self, browser: Browser, host: str) -> None:
        self._browser, self._host = browser, host
        self.contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def opens(self, path: str, *, blocked: bool = False, **options: Any) -> Page:
        """Open ``path`` as somebody who was never here."""
        self.contexts.append(visitor(self._browser, f"{TODAY}T10:00:00+01:00", **options))
        if blocked:
            self.contexts[-1].add_init_script(BLOCKED)
        page = self.contexts[-1].new_page()
        page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))
        return self.goes(page, path)

    def goes(self, page: Page, path: str) -> Page:
        """Go on to ``path``."""
        page.goto(self._host + path)
        return page


@pytest.fixture
def reader(browser: Browser, host: str) -> Iterator[Reader]:
    someone = Reader(browser, host)
    yield someone
    for context in someone.contexts:
        context.close()
    # The theme's own scripts do not foresee a browser that keeps nothing.
    assert [error for error in someone.errors if "assets/affiche/" in error] == []


def choose(page: Page, audience: str) -> None:
    page.get_by_role("radio", name=audience).check()


def chosen(page: Page) -> str:
    return page.locator(".choice__option:has(:checked)").inner_text()


def gains(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in _visible(page.locator("[data-gain]"))]


def _visible(found: Locator) -> list[str]:
    return found.filter(visible=True).all_inner_texts()


@pytest.mark.parametrize("path", ["", CAMPAIGN, PROGRAMME])
def test_without_javascript_all_audiences_can_be_read(
    path: str, reader: Reader, catalogue: Catalogue
) -> None:
    page = reader.opens(path, java_script_enabled=False)
    expect(page.locator(".choice")).to_be_hidden()
    said = " ".join(page.locator("article").inner_text().split())
    if path == CAMPAIGN:
        texts = [benefit.text for benefit in catalogue.campaign["leren-begint-bovenaan"].benefits]
    elif path == PROGRAMME:
        texts = [link.benefit for link in catalogue.programme["veilig-rijden"].audiences]
    else:
        running = ("leren-begint-bovenaan", "buddy-gezocht", "veilig-onderweg")
        texts = [b.text for name in running for b in catalogue.campaign[name].benefits]
        for audience in catalogue.audiences:
            expect(page.locator(f'.choices a[href="audiences/{audience.id}/"]')).to_be_visible()
    assert len(texts) >= 2
    for text in texts:
        assert plain_text(text) in said


def test_at_first_everything_is_shown(reader: Reader) -> None:
    page = reader.opens("")
    assert chosen(page) == WORDS("choice.all")
    expect(page.locator(".choice-links")).to_be_hidden()
    assert len(gains(page)) == page.locator("[data-gain]").count() > 10


def test_choosing_shows_what_is_in_it_for_that_audience(
    reader: Reader, catalogue: Catalogue
) -> None:
    page = reader.opens("")
    choose(page, "Teamleiders")
    said = gains(page)
    benefit = catalogue.campaign["leren-begint-bovenaan"].benefit_for("teamleiders")
    assert benefit
    assert plain_text(benefit) in said
    assert not any(text.startswith(("Directie", "Senior management")) for text in said)
    status = page.get_by_role("status").filter(has_text="voor jou")
    expect(status).to_have_text(WORDS("choice.found", count=len(said)))
    more = page.get_by_role("link", name=WORDS("choice.more", audience="teamleiders"))
    expect(more).to_have_attribute("href", "audiences/teamleiders/")


def test_what_is_for_everyone_is_for_who_has_nothing_of_their_own(reader: Reader) -> None:
    page = reader.opens("")
    choose(page, "Vakspecialisten")
    assert "Buddy gezocht" in _visible(page.locator(".offer h3"))
    assert "Leren begint bovenaan" not in _visible(page.locator(".offer h3"))
    assert any(text.startswith("Iedereen ") for text in gains(page))
    assert len(gains(page)) == len(_visible(page.locator(".offer")))


def test_the_choice_is_made_by_keyboard_and_stays_on_other_pages(reader: Reader) -> None:
    page = reader.opens("")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "audience":
            break
    assert page.evaluate("document.activeElement.name") == "audience"
    outline = page.locator(".choice__option :focus-visible + span")
    expect(outline).to_have_css("outline-style", "solid")
    # From the last button the arrow goes on to the first.
    page.keyboard.press("ArrowRight")
    assert chosen(page) == "Directie"
    page.keyboard.press("ArrowRight")
    assert chosen(page) == "Senior management"
    reader.goes(page, CAMPAIGN)
    assert chosen(page) == "Senior management"
    assert len(gains(page)) == 1
    page.reload()
    assert chosen(page) == "Senior management"
    reader.goes(page, "")
    page.go_back()
    assert chosen(page) == "Senior management"


def test_the_choice_can_be_undone(reader: Reader) -> None:
    page = reader.opens(CAMPAIGN)
    choose(page, "Directie")
    assert len(gains(page)) == 1
    choose(page, WORDS("choice.all"))
    assert len(gains(page)) == 3
    reader.goes(page, "")
    assert chosen(page) == WORDS("choice.all")


def test_the_chosen_audience_stands_out_in_lists(reader: Reader) -> None:
    page = reader.opens(CAMPAIGN)
    expect(page.locator(".mine:visible")).to_have_count(0)
    choose(page, "Directie")
    expect(page.locator(".facts [data-mine]")).to_have_text("Directie")
    reader.goes(page, "campaigns/")
    marked = page.locator(".card").filter(has=page.locator(".mine:visible"))
    assert _visible(marked.locator("h3")) == ["Leren begint bovenaan", "Namens Meridiaan"]


def test_a_page_without_anything_for_the_reader_says_so_and_shows_the_rest(
    reader: Reader,
) -> None:
    page = reader.opens("")
    choose(page, "Vakspecialisten")
    reader.goes(page, CAMPAIGN)
    none = page.get_by_text(WORDS("choice.none-here", audience="vakspecialisten"))
    expect(none).to_be_visible()
    assert len(gains(page)) == 3
    reader.goes(page, "")
    assert chosen(page) == "Vakspecialisten"


def test_a_browser_that_keeps_nothing_still_lets_one_choose(reader: Reader) -> None:
    page = reader.opens(CAMPAIGN, blocked=True)
    choose(page, "Directie")
    assert len(gains(page)) == 1
    page.reload()
    assert chosen(page) == WORDS("choice.all")
    assert len(gains(page)) == 3


def test_on_a_phone_the_choice_stays_in_reach(reader: Reader) -> None:
    page = reader.opens(CAMPAIGN, viewport={"width": 360, "height": 740})
    choose(page, "Teamleiders")
    page.locator("#part-programmes").scroll_into_view_if_needed()
    back = page.get_by_role("link", name=WORDS("choice.reach", audience="Teamleiders"))
    expect(back).to_be_in_viewport()
    back.click()
    expect(page.locator(".choice")).to_be_in_viewport()
    expect(back).to_be_hidden()
    wide = reader.opens(CAMPAIGN, viewport={"width": 1440, "height": 900})
    expect(wide.locator(".choice-reach")).to_be_hidden()
