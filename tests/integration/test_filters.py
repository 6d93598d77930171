"""Posters and agenda in Chromium: filtered by keyboard, in the address, whole without script."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from affiche.content.words import words_in
from tests.integration.building import TODAY
from tests.integration.pages import Document

NL = words_in("nl")
LATER = "2027-01-20"
"""A day on which the site of TODAY is weeks old."""

PAPERS = ("contact-sheet.pdf", "delivery-list.pdf", "-2-up.pdf")
"""What goes along with posters; each language links its own."""


@pytest.fixture
def context(browser: Browser, host: str) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=host)
    opened.clock.set_fixed_time(f"{TODAY}T10:00:00")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _left(page: Page, selector: str) -> Locator:
    """Return those that the filter left, folded ones included."""
    return page.locator(f"{selector}:not([hidden], [hidden] *)")


def _query(page: Page) -> str:
    return str(page.evaluate("location.search"))


def _expect(page: Page, query: str, selector: str, count: int) -> None:
    """Wait until the address asks ``query`` and ``count`` are left: going back takes a moment."""
    expect(_left(page, selector)).to_have_count(count)
    assert _query(page) == query


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"no {selector} within 80 steps of the Tab key")


# Posters


def test_a_poster_is_found_and_downloaded_by_keyboard_alone(page: Page, site: Path) -> None:
    page.goto("posters/")
    _tab_to(page, "select[name=campaign]")
    page.keyboard.type("Week van de feedback")
    _tab_to(page, "select[name=place]")
    page.keyboard.type("Venlo")
    _tab_to(page, "select[name=format]")
    page.keyboard.type("A3")
    expect(page.get_by_role("status")).to_have_text("1 poster · 2 bestanden")
    _tab_to(page, "select[name=language]")
    page.keyboard.type("Nederlands")
    expect(page.get_by_role("status")).to_have_text("1 poster · 1 bestand")
    assert _query(page) == "?campaign=week-van-de-feedback&place=venlo&format=a3&language=nl"
    _tab_to(page, ".library-file a")
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    wanted = site / "campaigns/week-van-de-feedback/posters/depot-a3-venlo.pdf"
    assert downloading.value.suggested_filename == wanted.name
    assert downloading.value.path().read_bytes() == wanted.read_bytes()


def test_the_filter_acts_on_single_files_and_on_what_they_look_like(page: Page) -> None:
    page.goto("posters/?format=a3&orientation=landscape&purpose=office&language=nl")
    assert _left(page, ".library-file").count() == _left(page, ".poster--whole").count() > 5
    assert _left(page, ".print--landscape img").count() == _left(page, ".poster--whole").count()
    assert _left(page, ".print--portrait img").count() == 0
    page.goto("posters/?place=venlo&language=nl")
    assert _left(page, ".library-place").count() == 1
    expect(page.locator(".library-place:visible .library-place__name")).to_have_text("Venlo")


def test_back_forward_and_reload_keep_the_filter(page: Page) -> None:
    page.goto("posters/?utm=mail")
    everything = _left(page, ".library-file").count()
    page.get_by_label(NL("filter.format")).select_option("a3")
    page.get_by_label(NL("filter.audience")).select_option("directie")
    few = _left(page, ".library-file").count()
    assert 0 < few < everything
    filtered = "?utm=mail&format=a3&audience=directie"
    assert _query(page) == filtered
    page.reload()
    _expect(page, filtered, ".library-file", few)
    page.locator(".shelf:visible h2 a").first.click()
    page.wait_for_url("**/campaigns/**")
    page.go_back()
    _expect(page, filtered, ".library-file", few)
    page.go_back()
    expect(page.get_by_label(NL("filter.audience"))).to_have_value("")
    assert _query(page) == "?utm=mail&format=a3"
    page.go_back()
    _expect(page, "?utm=mail", ".library-file", everything)
    page.go_forward()
    expect(page.get_by_label(NL("filter.format"))).to_have_value("a3")
    assert _query(page) == "?utm=mail&format=a3"


def test_what_an_address_asks_in_vain_is_not_asked(page: Page) -> None:
    page.goto("posters/")
    everything = _left(page, ".library-file").count()
    for asked in ("?format=a9", "?campaign=", "?campaign=%3Cb%3E&kleur=rood", "?format"):
        page.goto(f"posters/{asked}")
        assert _left(page, ".library-file").count() == everything, asked
        expect(page.locator("[data-filter-clear]")).to_be_hidden()


def test_a_choice_that_nothing_fits_says_so_and_can_be_cleared(page: Page) -> None:
    nothing = NL("library.posters", count=0)
    page.goto("posters/?place=venlo&orientation=landscape")
    expect(page.get_by_role("status")).to_have_text(nothing, use_inner_text=True)
    assert _left(page, ".shelf").count() == 0
    _tab_to(page, "[data-filter-clear]")
    page.keyboard.press("Enter")
    assert (_query(page), _left(page, ".shelf").count() > 5) == ("", True)
    assert page.evaluate("document.activeElement.name") == "campaign"
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(nothing, use_inner_text=True)


def test_a_campaign_leads_to_its_posters_in_the_library(page: Page) -> None:
    page.goto("campaigns/buddy-gezocht/")
    page.get_by_role("link", name=NL("library.all-of-campaign")).click()
    page.wait_for_url("**/posters/*")
    expect(page.locator(".shelf:visible")).to_have_count(1)
    expect(page.locator(".shelf:visible h2")).to_have_text("Buddy gezocht")


# Agenda


def test_the_agenda_is_filtered_by_keyboard_in_one_step_back(page: Page) -> None:
    page.goto("agenda/")
    everything = _left(page, ".agenda-entry").count()
    _tab_to(page, "[name=audience]")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert _query(page) == "?audience=teamleiders"
    assert 0 < _left(page, ".agenda-entry").count() < everything
    page.go_back()
    _expect(page, "", ".agenda-entry", everything)


def test_the_calendar_marks_the_days_that_are_left_and_leads_to_them(page: Page) -> None:
    page.goto("agenda/?programme=veilig-rijden")
    days = page.locator(".agenda-months [data-until]:visible").evaluate_all(
        "d => d.map(b => b.dataset.day)"
    )
    marks = page.locator(".calendar a:visible").evaluate_all("a => a.map(b => b.hash.slice(6))")
    assert days == marks != []
    expect(page.locator(f"[id='part-{days[0]}']")).to_be_visible()


@pytest.mark.parametrize("today", [TODAY, LATER])
def test_what_is_over_on_the_reader_s_day_is_folded_away(
    today: str, context: BrowserContext
) -> None:
    context.clock.set_fixed_time(f"{today}T10:00:00")
    page = context.new_page()
    page.goto("agenda/")
    until = "days => days.map(day => day.dataset.until)"
    coming = page.locator(".agenda-months [data-until]").evaluate_all(until)
    past = page.locator(".agenda-past [data-until]").evaluate_all(until)
    assert past == sorted(past) != []
    assert max(past) < today <= min(coming)
    assert page.locator(".agenda-past [data-until]:visible").count() == 0
    page.locator(".agenda-past summary").click()
    assert page.locator(".agenda-past [data-until]:visible").count() == len(past)
    assert page.locator(".agenda-past .button").count() == 0
    expect(page.get_by_role("status")).to_have_text(
        NL("agenda.coming", count=page.locator(".agenda-months .agenda-entry").count())
    )


def test_off_sessions_say_so_instead_of_offering_a_place(page: Page) -> None:
    page.goto("agenda/")
    off = page.locator(".agenda-months .agenda-entry--off .agenda-entry__status")
    assert sorted(off.all_inner_texts()) == [NL("page.cancelled"), NL("page.postponed")]


# Both


@pytest.mark.parametrize("path", ["posters/", "agenda/"])
def test_pages_keep_within_a_phone_and_within_their_weight(
    path: str, page: Page, site: Path
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(path)
    for summary in page.locator("summary:visible").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    # As a web server sends it: compressed.
    assert len(gzip.compress((site / path / "index.html").read_bytes())) < 40_000


@pytest.mark.parametrize("path", ["posters/", "agenda/"])
def test_without_script_all_is_listed_and_nothing_is_dead(
    path: str, browser: Browser, host: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=host)
    page = context.new_page()
    page.goto(path)
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.locator("[data-filter-clear]")).to_be_hidden()
    assert page.locator(".affiche [data-filter][hidden]").count() == 0
    for summary in page.locator(".affiche summary:visible").all():
        summary.click()
    assert page.locator(".library-file:visible, .agenda-entry:visible").count() > 40
    assert page.locator("a[href*='.ics']").count() == 0
    links = page.locator(".affiche a[href]").evaluate_all("a => a.map(b => b.href)")
    own = {link.split("#")[0] for link in links if link.startswith(host)}
    assert own
    assert [link for link in own if context.request.head(link).status != 200] == []
    context.close()


def test_the_library_has_every_file_once_with_its_size_and_the_words_of_its_poster(
    site: Path,
) -> None:
    library = Document(site, "posters/index.html")
    files = {path.relative_to(site).as_posix() for path in site.rglob("campaigns/*/posters/*.pdf")}
    linked = [href.removeprefix("../") for href in library.linked if href.endswith(".pdf")]
    posters = [name for name in linked if not name.endswith(PAPERS)]
    assert sorted(posters) == sorted(name for name in files if not name.endswith(PAPERS))
    for words in (
        "297 × 420 mm · kantoorprinter · PDF",
        "420 × 297 mm · kantoorprinter · PDF",
        "Als jij een middag vrijmaakt om te leren, durft de rest het ook.",
        "Groepen van hooguit zestien",
        "Di 19 januari 2027, 13.30–14.30 uur · Venlo, Kantine bij dock 7",
        "Vragen: ruud.janssen@meridiaan.example",
    ):
        assert words in library.text, words


def test_the_agenda_has_every_day_of_its_months_with_a_number(site: Path) -> None:
    agenda = Document(site, "agenda/index.html")
    days = {time["datetime"] for time in agenda.all("time")}
    assert {"2026-12-03", "2026-12-03T13:30:00", "2027-01-18"} <= days
    week = NL("agenda.week", number=dt.date(2026, 12, 3).isocalendar().week)
    assert f"Donderdag 3 december {week}" in agenda.text
