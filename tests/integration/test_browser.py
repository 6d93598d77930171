"""The built site in Chromium: quiet, within its own host and width, legible, usable by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from affiche.model import contrast
from tests.browser import visitor, wait_for_pictures
from tests.integration.building import TODAY
from tests.trying import SLOW

PAGES = (
    "",
    "campaigns/",
    "campaigns/leren-begint-bovenaan/",
    "programmes/",
    "programmes/feedback-die-werkt/",
    "values/",
    "values/eerlijk/",
    "coverage/",
    "audiences/",
    "audiences/directie/",
    "agenda/",
    "posters/",
    "people/",
    "people/noor-van-dijk/",
    "review/",
    "handboek/campagne-schrijven/",
    "handboek/eerste-campagne/",
    "fields/",
    "rules/",
    "404.html",
)
ENGLISH = (
    "",
    "campaigns/leren-begint-bovenaan/",
    "programmes/",
    "values/eerlijk/",
    "coverage/",
    "audiences/directie/",
    "agenda/",
    "posters/",
    "handboek/campagne-schrijven/",
    "rules/",
)
"""Of these every run looks at the English pages too; slow runs look at all."""

NOW = f"{TODAY}T10:00:00+01:00"
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")

LEGIBLE = {
    "": (
        ".hero__kicker",
        ".hero__message p",
        ".button",
        ".gains__whom",
        ".choice__option span",
        ".said q",
        ".did li",
        ".change h4",
        ".value-field__count",
        ".site-footer p",
    ),
    "campaigns/": (".card__kicker", ".card__title a", ".site-header__menu a", ".care a"),
    "campaigns/leren-begint-bovenaan/": (
        ".hero__title",
        ".button--quiet",
        ".facts dd",
        ".facts dt",
        ".quiet",
        ".timetable .button--small",
        ".timetable td",
        ".download",
        ".card__how",
        ".sponsor__words p",
        ".story p",
        ".story a:not(.headerlink)",
    ),
    "values/": (".value-field a", ".value-field p"),
    "posters/?campaign=leren-begint-bovenaan": (
        ".filter__question span",
        ".filter select",
        ".shelf__when",
        ".poster .quiet",
        ".library-file a",
        ".poster summary",
    ),
    "agenda/?audience=directie": (
        ".chip span",
        ".filter-status a",
        ".calendar td",
        ".agenda-day .quiet",
        ".agenda-entry td",
        ".agenda-entry a",
    ),
    "values/nieuwsgierig/": (".missing", ".marks li", ".facts dd", ".facts__small"),
    "programmes/feedback-die-werkt/": (
        ".page-head__kicker",
        ".page-head__lead p",
        ".card__why",
        ".skills li",
    ),
    "handboek/campagne-schrijven/": (
        ".md-typeset p",
        ".md-typeset a:not(.headerlink)",
        ".md-typeset code",
    ),
}
"""By page: what must be legible on it."""

COLOURS = """elements => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, under) => {
    const a = top[3] / 255;
    return [0, 1, 2].map(i => Math.round(top[i] * a + under[i] * (1 - a))).concat(255);
  };
  return elements.map(element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      layers.push(rgba(getComputedStyle(at).backgroundColor));
    }
    const ground = layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 255]);
    const text = over(rgba(getComputedStyle(element).color), ground);
    return [text, ground].map(
      c => '#' + c.slice(0, 3).map(n => n.toString(16).padStart(2, '0')).join(''));
  });
}"""
"""The colour of each element's text and of the ground that it stands on."""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_are_quiet_stay_on_their_host_and_fit_their_window(
    scheme: str, browser: Browser, host: str
) -> None:
    context = visitor(
        browser, NOW, viewport={"width": WIDTHS[0], "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda m: said.append(f"{page.url}: {m.type}: {m.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda r: said.append(f"{page.url}: failed: {r.url}: {r.failure}"))
    page.on("response", lambda r: said.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    page.on("request", lambda r: asked.append(r.url))
    too_wide = []
    wrong_theme = []
    # Another language is built from the same parts; in dark it has no colours of its own.
    english = [f"en/{path}" for path in PAGES if SLOW or path in ENGLISH]
    if scheme == "dark" and not SLOW:
        english = []
    for path in (*PAGES, *english):
        page.goto(host + path, wait_until="networkidle")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wait_for_pictures(page)
            scroll = page.evaluate("document.documentElement.scrollWidth")
            if scroll > page.evaluate("window.innerWidth"):
                too_wide.append(f"{path} at {width}: {scroll}")
        theme = page.evaluate("document.body.dataset.mdColorScheme")
        if theme != ("slate" if scheme == "dark" else "default"):
            wrong_theme.append(f"{path}: {theme}")
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith((host, "data:", "blob:"))] == []
    assert too_wide == []
    assert wrong_theme == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_can_be_read_on_their_ground(scheme: str, browser: Browser, host: str) -> None:
    context = visitor(browser, NOW, viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    faint = []
    for path, selectors in LEGIBLE.items():
        page.goto(host + path)
        for selector in selectors:
            colours = page.eval_on_selector_all(selector, COLOURS)
            assert colours, f"{path} has no {selector}"
            for text, ground in colours:
                if contrast(text, ground) < 4.5:
                    faint.append(f"{path} {selector}: {text} on {ground}")
    context.close()
    assert sorted(set(faint)) == []


def test_search_finds_a_campaign_and_leads_to_it(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(host)
    page.keyboard.press("Control+K")
    page.keyboard.type("feedback")
    result = page.locator(".md-search-result__link", has_text="Week van de feedback").first
    result.click()
    page.wait_for_url(re.compile("campaigns/week-van-de-feedback/"))
    assert page.locator("h1").inner_text() == "Week van de feedback."
    page.close()


def test_the_theme_is_switched_by_keyboard_and_stays(browser: Browser, host: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    page = context.new_page()
    page.goto(host, wait_until="networkidle")
    assert _theme(page) == "default"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "__palette":
            break
    assert page.evaluate("document.activeElement.name") == "__palette"
    # The two themes are one group of radio buttons.
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.goto(f"{host}values/", wait_until="networkidle")
    assert _theme(page) == "slate"
    context.close()


def _theme(page: Page) -> str:
    return str(page.evaluate("document.body.dataset.mdColorScheme"))
