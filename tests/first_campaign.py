"""Do what the handbook's page on a first campaign says, and make its pictures.

Run by ``make pictures``. A test does the same steps and looks at what comes of them.
"""

from __future__ import annotations

import io
import os
import pty
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tests.browser import chromium, serving, visitor

HANDBOOK = Path(__file__).parents[1] / "docs/handboek"
TODAY = "2026-11-24"
COLUMNS = 92


@dataclass(frozen=True)
class Edition:
    """The page in one language, and what somebody answers who follows it."""

    ending: str
    """Of its file's name."""

    answers: tuple[str, ...]
    """To the questions of ``affiche new campaign``; Enter where it is empty."""

    @property
    def commands(self) -> list[list[str]]:
        """The commands that the page has one type, in order."""
        text = (HANDBOOK / f"eerste-campagne{self.ending}.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        return [shlex.split(line) for block in blocks for line in block.splitlines()]


EDITIONS = (
    Edition(
        "",
        (
            "Neem vijf minuten voor je overdracht, **van mens tot mens**.",
            "Draag het zelf over",
            *("", "", "", ""),
            "2027-02-30",
            "2027-03-01",
            "2027-03-26",
        ),
    ),
    Edition(
        ".en",
        (
            "Take five minutes for your handover, **face to face**.",
            "Hand over in person",
            *("", "", "", ""),
            "2027-02-30",
            "2027-03-01",
            "2027-03-26",
        ),
    ),
)


def environment() -> dict[str, str]:
    """Return the variables of a terminal on the day of the pictures."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AFFICHE_")}
    return kept | {
        "AFFICHE_TODAY": TODAY,
        "COLUMNS": str(COLUMNS),
        "LINES": "60",
        "NO_MKDOCS_2_WARNING": "1",
        "TERM": "xterm-256color",
    }


def type_in_terminal(folder: Path, words: list[str], answers: tuple[str, ...] = ()) -> str:
    """Return what a terminal shows of ``affiche`` with ``words``, each answer typed when asked.

    Raises:
        AssertionError: the command failed.
    """
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "affiche", *words]
    with subprocess.Popen(
        command, cwd=folder, env=environment(), stdin=follower, stdout=follower, stderr=follower
    ) as process:
        os.close(follower)
        shown, left = "", list(answers)
        for piece in _pieces(leader):
            shown += piece
            if left and re.search(r"[:?] $", shown):
                os.write(leader, f"{left.pop(0)}\n".encode())
    os.close(leader)
    assert process.returncode == 0, shown
    assert left == [], shown
    return shown.replace("\r\n", "\n")


def _pieces(leader: int) -> Iterator[str]:
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # how Linux says that the other end was closed
            return
        if not piece:
            return
        yield piece.decode(errors="replace")


def main() -> None:
    """Write the pictures of both editions of the page."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for edition in EDITIONS:
            with TemporaryDirectory() as folder:
                _picture(browser, edition, Path(folder))
        browser.close()


def _picture(browser: Browser, edition: Edition, folder: Path) -> None:
    affiche = [words[1:] for words in edition.commands if words[0] == "affiche"]
    begin = next(words for words in affiche if words[0] == "init")
    ask = next(words for words in affiche if words[0] == "new")
    (name,) = (words[1] for words in affiche if words[0] == "posters")
    type_in_terminal(folder, begin)
    site = folder / begin[1]
    (example,) = (path.name for path in (site / "campaigns").iterdir())
    shown = type_in_terminal(site, ask, edition.answers)
    line = f"$ {shlex.join(['affiche', *ask])}\n{shown}".replace("'", '"')
    _save(_terminal(browser, line), f"eerste-campagne-vragen{edition.ending}")
    type_in_terminal(site, ["build", "--drafts"])
    with serving(site / "site") as address:
        pages = {each: _page(browser, f"{address}campaigns/{each}/") for each in (example, name)}
    _save(pages[example], f"eerste-campagne-begin{edition.ending}")
    poster = site / f"site/campaigns/{name}/posters/photo-a4.pdf"
    _save(_with_poster(pages[name], poster), f"eerste-campagne-klaar{edition.ending}")


_TERMINAL = """\
<meta charset="utf-8">
<style>
body {{ margin: 0; background: #E8E2D6; }}
pre {{
  display: inline-block; margin: 24px; padding: 20px 24px; border-radius: 12px;
  background: #0B1F3A; color: #F6F0E6; font: 15px/1.45 "DejaVu Sans Mono", monospace;
}}
</style>
<pre>{code}</pre>
"""

_THEME = TerminalTheme(
    (11, 31, 58),
    (246, 240, 230),
    [
        *((0, 0, 0), (255, 138, 112), (92, 203, 178), (240, 174, 46)),
        *((124, 151, 255), (210, 160, 255), (120, 210, 230), (200, 200, 200)),
    ],
)
"""Colours that can be read on the ground of the picture."""

_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-ln-z]")
"""What moves the cursor; what ends in m gives colour."""


def _terminal(browser: Browser, shown: str) -> Image.Image:
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    # A bar that came and went is not there for whoever reads the screen afterwards.
    lines = _CONTROLS.sub("", shown).replace("\r", "\n").splitlines()
    text = "\n".join(line for line in lines if line.strip() and "Posters " not in line)
    console.print(Text.from_ansi(text.strip()))
    page = browser.new_page(viewport={"width": 1000, "height": 800}, device_scale_factor=1.5)
    page.set_content(console.export_html(theme=_THEME, inline_styles=True, code_format=_TERMINAL))
    box = page.locator("pre").bounding_box()
    assert box
    clip = {"x": 0.0, "y": 0.0, "width": box["width"] + 48, "height": box["height"] + 48}
    picture = _opened(page.screenshot(clip=clip, full_page=True))  # type: ignore[arg-type]
    page.close()
    return picture


def _page(browser: Browser, address: str) -> Image.Image:
    context = visitor(browser, f"{TODAY}T12:00:00+01:00", viewport={"width": 1280, "height": 860})
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    picture = _opened(page.screenshot())
    context.close()
    return picture


def _with_poster(page: Image.Image, poster: Path) -> Image.Image:
    sheet = pypdfium2.PdfDocument(poster)[0]
    front = sheet.render(scale=640 / sheet.get_height()).to_pil().convert("RGB")
    canvas = Image.new("RGB", (page.width + 200, page.height + 80), "#E8E2D6")
    for image, place in ((page, (30, 30)), (front, (page.width - 290, 215))):
        shadow = Image.new("L", canvas.size, 0)
        shadow.paste(
            90, (place[0], place[1] + 12, place[0] + image.width, place[1] + 12 + image.height)
        )
        canvas.paste("#0B1F3A", mask=shadow.filter(ImageFilter.GaussianBlur(18)))
        canvas.paste(image, place)
    return canvas


def _opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def _save(picture: Image.Image, name: str) -> None:
    picture.save(HANDBOOK / f"{name}.webp", quality=82, method=6)


if __name__ == "__main__":
    main()
