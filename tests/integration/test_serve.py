"""A browser sees what an editor saves: `affiche serve` from its start to Ctrl-C."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from affiche.site.policy import POLICY
from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, TODAY, write_tiny_project
from tests.looking import faults

COMMAND = [sys.executable, "-m", "affiche", "serve", "--today", TODAY]
SAID, NEW = "Leren begint bovenaan", "Nu ook van onderaf"
POSTER = ".wall__sheet img"
MISTAKES = "".join(f"veld-{number}: {'lang ' * 20}\n" for number in range(9))
FULL_OF_MISTAKES = TINY_CAMPAIGN.replace("title:", f"{MISTAKES}{'veld' * 20}: x\ntitle:")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[str]:
    """The address of a running preview, which ends at Ctrl-C without a word of complaint."""
    command = [*COMMAND, "--address", "127.0.0.1:0", "--project", str(root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        told = process.stderr.readline()
        yield told.partition("http")[1] + told.partition("http")[2].split(" ")[0]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
        assert process.stderr.read().endswith("No longer serving.\n")


STILL = "document.fonts.ready"
"""When no typeface is to come any more that moves lines, and the reader's place with them."""


def test_the_browser_shows_the_saved_page_with_its_poster_and_what_is_wrong(
    preview: str, root: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.set_default_timeout(120_000)  # fonts and poster are made for the first time
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{preview}campaigns/bovenaan/")
    picture = page.locator(POSTER).first
    before = _pixels(picture)
    page.evaluate(f"{STILL}.then(() => scrollTo(0, 400))")

    (root / TINY_PAGE).write_text(TINY_CAMPAIGN.replace(SAID, NEW), encoding="utf-8")
    page.get_by_role("heading", name=NEW).wait_for()
    assert page.evaluate(f"{STILL}.then(() => scrollY)") == 400
    assert _pixels(page.locator(POSTER).first) != before

    (root / TINY_PAGE).write_text(TINY_CAMPAIGN.replace("title:", "titel:"), encoding="utf-8")
    page.get_by_text("campaigns/bovenaan/index.md:2:1").wait_for()
    assert page.get_by_role("heading", name=NEW).is_visible()

    (root / TINY_PAGE).write_text(TINY_CAMPAIGN, encoding="utf-8")
    page.get_by_role("heading", name=SAID).wait_for()
    assert page.locator(".preview__error").count() == 0
    # The policy bars nothing, as nothing stands in the page itself.
    assert refused == []
    page.close()


def _pixels(picture: object) -> str:
    """Return what a picture shows, once it is there."""
    shown: str = picture.evaluate(  # type: ignore[attr-defined]  # a Locator
        """async image => {
          image.loading = 'eager';
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.naturalWidth;
          canvas.height = image.naturalHeight;
          canvas.getContext('2d').drawImage(image, 0, 0);
          return canvas.toDataURL();
        }"""
    )
    return shown


def _head(preview: str, path: str, host: str = "localhost") -> str:
    port = int(preview.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as to:
        to.sendall(f"GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        return to.makefile("rb").read().partition(b"\r\n\r\n")[0].decode()


def test_every_answer_carries_the_strict_policy_and_foreign_names_get_none(preview: str) -> None:
    for path in ("", "nowhere.css", "campaigns/bovenaan/posters/photo-a4.webp"):
        policy = f"Content-Security-Policy: {POLICY}; frame-ancestors 'self'"
        assert policy in _head(preview, path)
    with urlopen(preview) as answer:
        assert f'content="{POLICY}"' in answer.read().decode()
    assert _head(preview, "", "elsewhere.example").startswith("HTTP/1.1 421")


def test_the_preview_shuts_nobody_out(preview: str, root: Path, browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.set_default_timeout(120_000)
    page.goto(f"{preview}preview/bovenaan/")
    found = faults(page)
    page.goto(f"{preview}preview/")
    (root / TINY_PAGE).write_text(FULL_OF_MISTAKES, encoding="utf-8")
    page.get_by_text("campaigns/bovenaan/index.md:2:1").wait_for()
    found += faults(page)
    page.close()
    assert found == []


def test_a_port_that_is_taken_is_told_with_one_that_is_free(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [*COMMAND, "--address", f"127.0.0.1:{port}", "--project", str(root)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken; does another preview run already?")
    assert "Try: affiche serve --address 127.0.0.1:" in done.stderr
