"""Make the picture of the README from the built site: its home page, and a poster on top.

Run by ``make pictures`` after a build.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter
from playwright.sync_api import sync_playwright

from tests.browser import chromium, serving

SITE = Path("site")
TARGET = Path("docs/handboek/affiche.png")
POSTER = SITE / "campaigns/leren-begint-bovenaan/posters/senior-management-a3.pdf"
PAGE_PX = (1280, 900)
POSTER_HEIGHT_PX = 700


def main() -> None:
    """Write the picture."""
    with serving(SITE) as address, sync_playwright() as playwright:
        browser = chromium(playwright)
        page = browser.new_page(viewport={"width": PAGE_PX[0], "height": PAGE_PX[1]})
        page.goto(address, wait_until="networkidle")
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    sheet = pypdfium2.PdfDocument(POSTER)[0]
    poster = sheet.render(scale=POSTER_HEIGHT_PX / sheet.get_height()).to_pil().convert("RGB")
    canvas = Image.new("RGB", (PAGE_PX[0] + 240, PAGE_PX[1] + 120), "#E8E2D6")
    for image, place in ((picture, (40, 60)), (poster, (PAGE_PX[0] - 300, 260))):
        shadow = Image.new("L", canvas.size, 0)
        shadow.paste(
            110, (place[0], place[1] + 14, place[0] + image.width, place[1] + 14 + image.height)
        )
        shade = shadow.filter(ImageFilter.GaussianBlur(22))
        canvas.paste("#0B1F3A", mask=shade)
        canvas.paste(image, place)
    canvas.quantize(256).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
