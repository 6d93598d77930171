"""The pages ``rules/`` and ``palette/``: every rule has its place, every colour its figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from affiche.content.rule_words import rule_chapters
from affiche.content.words import words_in
from affiche.report import Code
from tests.browser import visitor
from tests.integration.building import TODAY
from tests.integration.pages import Document

EDITIONS = {"": "nl", "en/": "en"}


@pytest.mark.parametrize("folder", EDITIONS)
def test_every_rule_has_an_anchor_that_is_its_code(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}rules/index.html")
    assert set(Code) <= set(page.ids)


@pytest.mark.parametrize("folder", EDITIONS)
def test_every_rule_says_what_to_do_in_the_readers_language(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}rules/index.html")
    words = words_in(EDITIONS[folder])
    assert words("rules.title") in page.text
    for chapter in rule_chapters(words.language):
        for rule in chapter.rules:
            assert rule.title in page.text, rule.code


def test_rules_lie_closed_under_a_list_of_subjects(site: Path) -> None:
    page = Document(site, "rules/index.html")
    chapters = rule_chapters("nl")
    subjects = [
        link["href"] for link in page.all("a") if link.get("href", "").startswith("#rules-")
    ]
    assert subjects == [f"#rules-{chapter.name}" for chapter in chapters]
    assert {subject[1:] for subject in subjects} <= set(page.ids)
    rules = page.all("details", **{"class": "rule"})
    assert len(rules) == len(Code)
    assert all("open" not in rule for rule in rules)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_an_address_that_leads_to_a_rule_opens_it(
    browser: Browser, host: str, javascript: bool
) -> None:
    context = visitor(browser, TODAY, java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{host}rules/#brand.contrast-too-low")
    opened = page.locator("details.rule[open]")
    opened.wait_for()
    assert opened.locator("code").first.inner_text() == "brand.contrast-too-low"
    context.close()


@pytest.mark.parametrize("folder", EDITIONS)
def test_the_menu_leads_to_both_pages(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}handboek/index.html")
    assert {f"{folder}rules/index.html", f"{folder}palette/index.html"} <= set(page.targets)


@pytest.mark.parametrize("folder", EDITIONS)
def test_the_palette_lays_every_colour_on_every_other(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}palette/index.html")
    words = words_in(EDITIONS[folder])
    for figure in (16.5, 7.3, 3.3, 1.9):  # on white: ink, cobalt, coral, gold
        assert words.decimal(figure) in page.text
    assert "style=" not in (site / f"{folder}palette/index.html").read_text(encoding="utf-8")


def test_a_photograph_has_its_credit_under_it(site: Path) -> None:
    page = Document(site, "campaigns/veilig-onderweg/index.html")
    assert words_in("nl")("poster.label-photo", credit="Studio Meridiaan") in page.text
