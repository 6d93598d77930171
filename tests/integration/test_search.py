"""Search in the browser: what people type finds what they mean, and says what kind it is."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from affiche.content.words import words_in
from tests.browser import chromium, serving

NL = words_in("nl")

MOST_BYTES_A_CAMPAIGN = 600
"""On average, in the index of the sample content."""

MOST_COMPRESSED = 13_000
"""Of the whole index, which every page loads."""


@pytest.fixture(scope="module", params=(360, 1440))
def page(request: pytest.FixtureRequest, site: Path) -> Iterator[Page]:
    with serving(site) as host, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": request.param, "height": 900})
        page.set_default_timeout(8000)
        page.goto(f"{host}values/", wait_until="networkidle")
        yield page
        browser.close()


def results(page: Page, query: str) -> list[tuple[str, str]]:
    """Return what ``query`` finds, best first: its kind and its name."""
    box = page.get_by_role("textbox", name=NL("site.search-hint"))
    if not box.is_visible():
        page.get_by_role("button", name=NL("site.search"), exact=True).click()
    box.fill("")
    box.press_sequentially(query)
    # The theme marks what was typed in what was found, so these are the results of this query.
    marked = f"h={query.replace(' ', '+')}"
    page.locator(f".md-search-result__link[href*='{marked}']").first.wait_for()
    found: list[list[str]] = page.eval_on_selector_all(
        ".md-search-result__article h1",
        "all => all.map(h => [h.querySelector('small'), h].map(e => e.textContent))",
    )
    return [(kind, whole.removeprefix(kind).strip()) for kind, whole in found]


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("pitchen", "Programma", "Presenteren met impact"),
        ("teamleider", "Doelgroep", "Teamleiders"),
        ("eerlijk", "Waarde", "Eerlijk"),
        ("delegeren", "Programma", "Delegeren en loslaten"),
        ("kritiek", "Programma", "Feedback die werkt"),
        ("manager", "Doelgroep", "Senior management"),
        ("noor", "Collega", "Noor van Dijk"),
        ("campagne schrijven", "Pagina", "Een campagne schrijven"),
    ],
)
def test_people_find_what_they_mean_by_their_own_word(
    query: str, kind: str, name: str, page: Page
) -> None:
    assert results(page, query)[0] == (kind, name)


def test_a_synonym_finds_the_programme_and_the_campaign_for_it(page: Page) -> None:
    assert results(page, "pitchen") == [
        ("Programma", "Presenteren met impact"),
        ("Campagne", "Presenteer en blijf hangen"),
    ]


def test_results_stay_within_their_box(page: Page) -> None:
    results(page, "eerlijk")
    wide = page.locator(".site-search__output").evaluate("e => e.scrollWidth - e.clientWidth")
    assert wide <= 0
    inside, outside = (
        page.locator(selector).first.bounding_box()
        for selector in (".md-search-result__article p", ".site-search__output")
    )
    assert inside
    assert outside
    assert inside["x"] + inside["width"] <= outside["x"] + outside["width"]


def test_the_index_stays_small(site: Path) -> None:
    content = (site / "search/search_index.json").read_bytes()
    entries = json.loads(content)["docs"]
    campaigns = [
        e for e in entries if e["location"].count("/") == 2 and "campaigns" in e["location"]
    ]
    assert len(campaigns) > 5
    written = json.dumps(campaigns, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(written) / len(campaigns) <= MOST_BYTES_A_CAMPAIGN
    assert len(gzip.compress(content, mtime=0)) <= MOST_COMPRESSED
    # What only those look for who keep the site would stand before what readers look for.
    assert [e for e in entries if e["location"].startswith(("rules/", "palette/"))] == []
