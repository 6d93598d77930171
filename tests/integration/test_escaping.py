"""What an editor writes is shown, never run: in pages, titles, attributes, search and go pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import chromium, serving
from tests.integration.building import build, write_tiny_project
from tests.integration.pages import Document

SCRIPT = "<script>window.caught = 1</script>"
PICTURE = '<img src=x onerror="window.caught = 1">'
NASTY = f'Zoekwoord R&D "1 < 2" {SCRIPT}{PICTURE}'
VALUE = f"'{NASTY}'"


NASTY_LINES = ("title:", "name:", "job_title:", "portrait_alt:", "image_alt:")
FILES = (
    "campaigns/bovenaan/index.md",
    "docs/people/noor-el-amrani.md",
    "docs/programmes/luisteren.md",
)


def _value(line: str) -> str:
    """Return what stands in ``line`` now; words for a picture may not repeat the headline."""
    return f"'{NASTY} in beeld'" if "_alt:" in line else VALUE


@pytest.fixture(scope="module")
def nasty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_tiny_project(tmp_path_factory.mktemp("nasty"))
    for file in FILES:
        lines = (root / file).read_text(encoding="utf-8").splitlines()
        changed = [
            f"{line.split(':')[0]}: {_value(line)}" if line.startswith(NASTY_LINES) else line
            for line in lines
        ]
        # A title of this length is no headline.
        text = "\n".join(changed).replace("template: photo", "template: photo\n    headline: Kort.")
        (root / file).write_text(text + "\n", encoding="utf-8")
    return build(root, "site")


def test_no_page_carries_an_editors_markup(nasty_site: Path) -> None:
    pages = [p for p in nasty_site.rglob("*.html") if "assets" not in p.parts]
    told = [p for p in pages if "R&amp;D" in p.read_text(encoding="utf-8")]
    assert len(told) > 5
    assert [p for p in pages if "<script>window.caught" in p.read_text(encoding="utf-8")] == []
    assert [p for p in pages if "<img src=x" in p.read_text(encoding="utf-8")] == []


def test_machines_read_what_an_editor_wrote_as_it_stands(nasty_site: Path) -> None:
    page = Document(nasty_site, "programmes/luisteren/index.html")
    [title] = page.all("meta", property="og:title")
    assert title["content"] == NASTY
    written = (nasty_site / page.path).read_text(encoding="utf-8")
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', written, re.DOTALL)
    course, trail = json.loads(script)["@graph"]
    assert course["name"] == trail["itemListElement"][-1]["name"] == NASTY
    for name in ("sitemap.xml", "campaigns/feed.xml"):
        ET.parse(nasty_site / name)
    listed = json.loads((nasty_site / "api/pages.json").read_bytes())["pages"]
    assert NASTY in [page["title"] for page in listed]


def test_nothing_an_editor_wrote_runs_in_the_browser(nasty_site: Path) -> None:
    with serving(nasty_site) as host, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page()
        for path in ("", "campaigns/", "people/", "campaigns/bovenaan/"):
            page.goto(host + path, wait_until="networkidle")
            assert page.evaluate("window.caught") is None
        page.locator("[data-opens=part-search]").click()
        page.keyboard.type("zoekwoord")
        page.locator(".md-search-result__item").first.wait_for()
        assert page.evaluate("window.caught") is None
        browser.close()
