"""Dutch and English throughout: every page in both, and none that poses as translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import visitor
from tests.integration.building import TODAY, run
from tests.integration.pages import Document, documents

NOW = f"{TODAY}T10:00:00+01:00"
CAMPAIGN = "campaigns/leren-begint-bovenaan/index.html"
ONLY_DUTCH = "campaigns/vergader-de-helft/index.html"
DUTCH_WORDS = ("Waar we voor staan", "Wat is er voor jou", "Meld je aan", "Hoofdmenu")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    return documents(site)


def english(pages: dict[str, Document]) -> dict[str, Document]:
    return {path: page for path, page in pages.items() if path.startswith("en/")}


def test_both_languages_have_the_same_pages(pages: dict[str, Document]) -> None:
    translated = {path.removeprefix("en/") for path in english(pages)}
    dutch = {path for path in pages if not path.startswith(("en/", "go/"))}
    assert len(translated) > 40
    assert translated == dutch


def test_the_product_speaks_english_on_english_pages(pages: dict[str, Document]) -> None:
    assert [
        (path, word)
        for path, page in english(pages).items()
        for word in DUTCH_WORDS
        if word in page.text
    ] == []


def test_dates_are_written_as_their_readers_do(pages: dict[str, Document]) -> None:
    assert "do 3 december 2026" in pages[CAMPAIGN].text
    assert "Thu 3 December 2026" in pages[f"en/{CAMPAIGN}"].text


def test_every_page_leads_to_itself_in_the_other_language(pages: dict[str, Document]) -> None:
    for path, page in english(pages).items():
        if path != "en/404.html":
            assert path.removeprefix("en/") in page.targets, path
            assert path in pages[path.removeprefix("en/")].targets, path


def test_hreflang_names_only_what_is_translated(pages: dict[str, Document]) -> None:
    def languages(path: str) -> dict[str, str]:
        links = pages[path].all("link")
        return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}

    address = "https://intranet.meridiaan.example/"
    folder = CAMPAIGN.removesuffix("index.html")
    both = {
        "nl": f"{address}{folder}",
        "en": f"{address}en/{folder}",
        "x-default": f"{address}{folder}",
    }
    assert languages(CAMPAIGN) == languages(f"en/{CAMPAIGN}") == both
    assert set(languages(ONLY_DUTCH)) == {"nl", "x-default"}
    assert set(languages("index.html")) == {"nl", "en", "x-default"}


def test_what_is_only_in_dutch_is_marked_and_leads_there(pages: dict[str, Document]) -> None:
    overview = pages["en/campaigns/index.html"]
    assert re.search(r"Vergader de helft\s*Only in Dutch", overview.text)
    assert ONLY_DUTCH in overview.targets
    reference = pages[f"en/{ONLY_DUTCH}"]
    assert "This page has not been translated yet." in reference.text
    assert [heading["lang"] for heading in reference.all("h1")] == ["nl"]
    assert ONLY_DUTCH in reference.targets
    # In Dutch nothing is missing, so nothing is marked.
    assert not any(
        "Alleen in het" in page.text for path, page in pages.items() if path[:3] != "en/"
    )


def test_posters_are_in_the_language_of_their_page(site: Path) -> None:
    posters = "campaigns/leren-begint-bovenaan/posters/directie-a4.pdf"
    assert (site / posters).read_bytes() != (site / "en" / posters).read_bytes()
    assert not list(site.glob("en/campaigns/vergader-de-helft/posters/*"))
    assert list(site.glob("campaigns/vergader-de-helft/posters/*.pdf"))


def test_what_a_code_opens_lies_in_no_language(site: Path) -> None:
    assert list(site.glob("go/*/index.html"))
    assert not (site / "en/go").exists()


@pytest.mark.parametrize(
    ("locale", "path", "expected"),
    [
        ("en-GB", "go/leren-begint-bovenaan/", "en/campaigns/leren-begint-bovenaan/"),
        ("nl-BE", "go/leren-begint-bovenaan/", "campaigns/leren-begint-bovenaan/"),
        ("fr-FR", "go/leren-begint-bovenaan/", "campaigns/leren-begint-bovenaan/"),
        ("en-GB", "go/vergader-de-helft/", "campaigns/vergader-de-helft/"),
    ],
)
def test_a_code_opens_the_campaign_in_the_reader_s_language(
    locale: str, path: str, expected: str, browser: Browser, host: str
) -> None:
    context = visitor(browser, NOW, locale=locale)
    page = context.new_page()
    page.goto(host + path)
    page.wait_for_url(f"{host}{expected}")
    context.close()


def test_the_language_switch_works_by_keyboard_and_stays_on_the_page(
    browser: Browser, host: str
) -> None:
    context = visitor(browser, NOW)
    page = context.new_page()
    page.goto(f"{host}programmes/feedback-die-werkt/")
    page.get_by_role("link", name="English").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}en/programmes/feedback-die-werkt/")
    assert page.get_by_role("heading", level=1).inner_text() == "Feedback that works"
    page.get_by_role("link", name="Nederlands").press("Enter")
    page.wait_for_url(f"{host}programmes/feedback-die-werkt/")
    context.close()


def test_the_host_alone_builds_one_language_that_refers_to_no_other(plain_site: Path) -> None:
    assert not (plain_site / "en").exists()
    page = Document(plain_site, CAMPAIGN)
    assert not any("hreflang" in link for link in page.all("link"))
    assert not any("/en/" in target or target.startswith("en/") for target in page.targets)


def test_the_host_alone_builds_any_language(repository: Path, site: Path) -> None:
    done = run(
        repository, "mkdocs", "build", "--strict", "--site-dir", "one", AFFICHE_LANGUAGE="en"
    )
    assert done.returncode == 0, done.stderr
    assert "Leaders learn first" in Document(repository / "one", CAMPAIGN).text


def test_a_language_that_the_site_does_not_speak_is_refused(repository: Path) -> None:
    done = run(repository, "mkdocs", "build", "--site-dir", "none", AFFICHE_LANGUAGE="fr")
    assert done.returncode == 1
    assert "this site does not speak 'fr'; its languages are nl, en" in done.stderr
    assert "Traceback" not in done.stderr
