"""The page ``coverage/``: every sentence of the matrices, every empty field, every gap."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from affiche.checks import Coverage, cover, gap_sentence
from affiche.content import load
from affiche.content.words import words_in
from affiche.model import plain_text
from affiche.site.addresses import path_of
from tests.browser import chromium, serving
from tests.integration.building import TODAY, run
from tests.integration.pages import Document

WORDS = words_in("nl")
DAY = dt.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def covered(repository: Path) -> Coverage:
    catalogue = load(repository).catalogue
    assert catalogue
    return cover(catalogue.visible(DAY), DAY, catalogue.campaigns)


@pytest.fixture(scope="module")
def page(site: Path) -> Document:
    return Document(site, "coverage/index.html")


def test_every_gap_is_a_sentence_in_the_language_of_the_page(
    page: Document, covered: Coverage
) -> None:
    assert len(covered.gaps) == 3
    for gap in covered.gaps:
        # Links around names leave spaces behind them.
        said = gap_sentence(gap, WORDS).replace(" ", "")
        assert said in page.text.replace(" ", "")
        for entity in (*gap.values, *gap.audiences, *gap.programmes):
            assert f"{path_of(entity)}index.html" in page.targets


def test_every_field_says_what_is_there_or_that_nothing_is(
    page: Document, covered: Coverage
) -> None:
    cells = [
        cell
        for matrix in (covered.lived, covered.served, covered.ahead)
        for row in matrix.rows
        for cell in row.cells
    ]
    fields = [a["class"].split()[0] for a in page.all("td")]
    assert fields == ["matrix__empty" if cell is None else "matrix__field" for cell in cells]
    assert page.text.count(WORDS("coverage.empty")) == cells.count(None)
    for cell in filter(None, cells):
        assert " ".join(plain_text(cell).split()) in page.text


def test_every_matrix_is_a_table_with_a_caption_and_headers(
    page: Document, covered: Coverage
) -> None:
    matrices = (covered.lived, covered.served, covered.ahead)
    assert len(page.all("table")) == len(page.all("caption")) == 3
    assert len(page.all("th", scope="col")) == sum(1 + len(m.columns) for m in matrices)
    assert len(page.all("th", scope="row")) == sum(len(m.rows) for m in matrices)


def test_a_column_with_a_gap_leads_to_its_sentence(page: Document) -> None:
    marks = [a["href"] for a in page.all("a", **{"class": "matrix__gap"})]
    assert sorted(marks) == ["#part-gap-1", "#part-gap-2", *["#part-gap-3"] * 3]
    assert {mark[1:] for mark in marks} <= set(page.ids)


def test_without_campaigns_it_says_so_and_names_every_audience(later_site: Path) -> None:
    later = Document(later_site, "coverage/index.html")
    assert len(later.all("table")) == 2
    assert "geen campagne." in later.text
    for audience in ("Directie", "Iedereen", "Vakspecialisten"):
        assert f"Voor {audience} is er de komende 6 maanden geen campagne." in later.text


def test_the_values_lead_to_it(site: Path) -> None:
    assert "coverage/index.html" in Document(site, "values/index.html").targets


def test_a_strict_build_tells_the_gaps_and_goes_on(repository: Path, site: Path) -> None:
    done = run(repository, "mkdocs", "build", "--strict", "--site-dir", "told")
    assert done.returncode == 0, done.stderr
    assert "coverage.value-without-sponsor" in done.stderr
    assert "WARNING" not in done.stderr


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_rows_become_blocks_where_columns_have_no_room(width: int, site: Path) -> None:
    with serving(site) as host, sync_playwright() as playwright:
        page = chromium(playwright).new_page(viewport={"width": width, "height": 900})
        page.goto(host + "coverage/", wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        named = page.locator(".matrix__field > strong:first-child").first.is_visible()
        assert page.locator("thead").first.is_visible() is not named
        assert named is (width < 960)
