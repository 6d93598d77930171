"""Make the pictures of README and handbook: the home page with a poster on top, and the editor.

Run by ``make pictures`` after a build.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter
from playwright.sync_api import sync_playwright

from affiche.content import load
from affiche.content.words import words_in
from affiche.editing import editor_files, start_server
from affiche.site.editor_config import Backend
from affiche.site.editor_page import editor_contents
from tests.browser import chromium, serving

SITE = Path("site")
TARGET = Path("docs/handboek/affiche.png")
POSTER = SITE / "campaigns/leren-begint-bovenaan/posters/senior-management-a3.pdf"
PAGE_PX = (1280, 900)
POSTER_HEIGHT_PX = 700


EDITOR_TARGETS = {
    "nl": Path("docs/handboek/bewerken.png"),
    "en": Path("docs/handboek/bewerken.en.png"),
}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}
EDITED = "campaigns/entries/leren-begint-bovenaan/index"
PORT = 8093


def main() -> None:
    """Write all pictures."""
    home()
    for language, target in EDITOR_TARGETS.items():
        editor(language, target)


def editor(language: str, target: Path) -> None:
    """Write the picture of a campaign in the browser editor."""
    project = load(Path())
    contents = editor_contents(
        project, words_in(language), Backend("local", {}, PORT), ("photo", "type")
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "admin"
        folder.mkdir()
        for file, content in contents.items():
            (folder / file).write_text(content, encoding="utf-8")
        for path in editor_files(Path()):
            shutil.copy(path, folder)
        server = start_server(Path(), PORT)
        try:
            with serving(Path(name)) as address, sync_playwright() as playwright:
                page = chromium(playwright).new_page(
                    viewport={"width": PAGE_PX[0], "height": PAGE_PX[1]},
                    # Browsers write dates in their own language.
                    locale=LOCALES[language],
                )
                page.goto(f"{address}admin/")
                page.get_by_role("button").first.click()
                page.locator(f"a[href*='{EDITED}']").click()
                page.locator("text='Eerlijk'").wait_for()
                picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        finally:
            server.terminate()
            server.wait()
    picture.quantize(64).save(target, optimize=True)


def home() -> None:
    """Write the picture of the home page."""
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
