"""Every address on every page of the real site leads somewhere, and none is loaded from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.integration.pages import HOST, Document, css_addresses, documents, inside_path


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    return documents(site)


def test_the_site_has_all_its_pages(pages: dict[str, Document]) -> None:
    assert len(pages) > 40


def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(
    site: Path, pages: dict[str, Document]
) -> None:
    astray = []
    for page in pages.values():
        for href in (*page.linked, *page.loaded):
            target = inside_path(page.address, href)
            if target is None:
                continue
            path, fragment = target
            if not (site / path).is_file():
                astray.append(f"{page.path}: {href}: no such file")
            elif fragment and (path not in pages or fragment not in pages[path].ids):
                astray.append(f"{page.path}: {href}: no such element")
    assert astray == []


def test_every_address_in_a_style_sheet_leads_to_a_file(site: Path) -> None:
    astray = [
        f"{sheet}: {address}"
        for sheet, address in _style_sheet_addresses(site)
        if (target := inside_path(urljoin(HOST, sheet), address))
        and not (site / target[0]).is_file()
    ]
    assert astray == []


def test_nothing_is_loaded_from_another_host(site: Path, pages: dict[str, Document]) -> None:
    loaded = [(page.path, page.address, href) for page in pages.values() for href in page.loaded]
    loaded += [
        (sheet, urljoin(HOST, sheet), address) for sheet, address in _style_sheet_addresses(site)
    ]
    outside = [
        f"{path}: {href}"
        for path, base, href in loaded
        if inside_path(base, href) is None and not href.startswith("data:")
    ]
    assert len(loaded) > 400
    assert outside == []


def test_ids_are_unique_on_a_page(pages: dict[str, Document]) -> None:
    twice = {
        page.path: doubles
        for page in pages.values()
        if (doubles := [name for name, count in Counter(page.ids).items() if count > 1])
    }
    assert twice == {}


def test_a_page_has_one_h1_and_skips_no_level(pages: dict[str, Document]) -> None:
    wrong = {}
    for page in pages.values():
        levels = [level for level, _ in page.headings]
        skipped = any(deeper > level + 1 for level, deeper in pairwise(levels))
        if levels.count(1) != 1 or levels[0] != 1 or skipped:
            wrong[page.path] = levels
    assert wrong == {}


def test_every_picture_has_an_alternative_text(pages: dict[str, Document]) -> None:
    images = [(page.path, image) for page in pages.values() for image in page.all("img")]
    assert images
    assert [(path, image) for path, image in images if "alt" not in image] == []


def test_every_page_says_its_language(pages: dict[str, Document]) -> None:
    said = {page.path: [html.get("lang") for html in page.all("html")] for page in pages.values()}
    assert {path for path in said if path.startswith("en/")}
    assert {
        path: languages
        for path, languages in said.items()
        if languages != ["en" if path.startswith("en/") else "nl"]
    } == {}


def test_every_page_has_a_title(pages: dict[str, Document]) -> None:
    assert [page.path for page in pages.values() if not page.all("title")] == []


def _style_sheet_addresses(site: Path) -> Iterator[tuple[str, str]]:
    for sheet in sorted(site.rglob("*.css")):
        for address in css_addresses(sheet.read_text(encoding="utf-8")):
            yield sheet.relative_to(site).as_posix(), address
