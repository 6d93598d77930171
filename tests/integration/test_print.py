"""Pages on paper: a campaign is a handout of two pages, black on white, in either theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium, serving

CAMPAIGN = "campaigns/leren-begint-bovenaan/"
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def printer(site: Path) -> Iterator[tuple[Browser, str]]:
    with serving(site) as host, sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser, host
        browser.close()


def printed(
    printer: tuple[Browser, str], path: str, scheme: Scheme = "light", script: str = ""
) -> pypdfium2.PdfDocument:
    """Return the page at ``path`` as it is printed from a screen with the theme ``scheme``.

    Args:
        printer: The browser, and the address of the site.
        path: Of the page, inside the site.
        scheme: The theme that the reader's system prefers.
        script: What happens on the page before it is printed.
    """
    browser, host = printer
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(host + path, wait_until="networkidle")
    page.evaluate(script)
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    context.close()
    return pypdfium2.PdfDocument(content)


def pictures(document: pypdfium2.PdfDocument) -> list[Image.Image]:
    return [page.render(scale=2).to_pil().convert("RGB") for page in document]


def words(document: pypdfium2.PdfDocument) -> str:
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize(
    "path",
    [
        CAMPAIGN,
        *(
            f"campaigns/{name}/"
            for name in ("buddy-gezocht", "veilig-onderweg", "week-van-de-feedback")
        ),
    ],
)
def test_a_campaign_is_two_pages_of_a4(path: str, printer: tuple[Browser, str]) -> None:
    document = printed(printer, path)
    assert len(document) <= 2
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)


def test_a_handout_says_where_one_signs_up_and_where_it_came_from(
    printer: tuple[Browser, str],
) -> None:
    text = words(printed(printer, CAMPAIGN))
    assert "https://intranet.meridiaan.example/campaigns/leren-begint-bovenaan/" in text
    assert "24 november 2026" in text
    # PDFium reads a hyphen at the end of a line as a control character, and misses narrow spaces.
    whole = re.sub(r"[\s\x02-]", "", text)
    assert "https://leren.meridiaan.example/leideninverandering/20261203" in whole
    for said in ("Wat is er voor jou?", "Wie staat hierachter", "Wanneer en waar"):
        assert said.replace(" ", "") in whole


def test_a_handout_has_no_controls(printer: tuple[Browser, str]) -> None:
    text = words(printed(printer, CAMPAIGN))
    for control in ("Zoeken", "Hoofdmenu", "Donker thema", "Verbeter deze pagina"):
        assert control not in text


def test_no_fold_hides_anything_on_paper(printer: tuple[Browser, str]) -> None:
    fold = "<details><summary>Meer</summary><p>Achter de vouw.</p></details>"
    script = f"document.querySelector('article').insertAdjacentHTML('beforeend', '{fold}')"
    assert "Achter de vouw." in words(printed(printer, "values/eerlijk/", script=script))


def test_the_code_on_a_handout_leads_back(printer: tuple[Browser, str]) -> None:
    [first, *_] = pictures(printed(printer, CAMPAIGN))
    found = [code.text for code in zxingcpp.read_barcodes(first)]
    assert found == ["https://intranet.meridiaan.example/go/leren-begint-bovenaan/"]


@pytest.mark.parametrize(
    "path",
    ["", CAMPAIGN, "values/eerlijk/", "people/noor-van-dijk/", "handboek/campagne-schrijven/"],
)
def test_paper_is_white_and_the_same_in_either_theme(
    path: str, printer: tuple[Browser, str]
) -> None:
    light = pictures(printed(printer, path, "light"))
    dark = pictures(printed(printer, path, "dark"))
    assert [p.tobytes() for p in light] == [p.tobytes() for p in dark]
    for picture in light:
        tones = picture.convert("L").histogram()
        assert sum(tones[250:]) / sum(tones) > 0.75  # the rest is type and a strip of artwork
        assert picture.getpixel((0, 0)) == (255, 255, 255)
