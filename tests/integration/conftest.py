"""The real site, built once for all tests: by both hosts, with drafts, and on later days.

Once also for tests that run in several processes: see ``tests.sharing``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium, serving
from tests.integration.building import WEB_FONTS, build, copy_repository, draw_web_fonts, run
from tests.sharing import made_once, shared_folder


@pytest.fixture(scope="session", autouse=True)
def web_fonts(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let no tiny project make the fonts of its pages anew."""
    store = shared_folder(tmp_path_factory) / "web-fonts"
    WEB_FONTS.append(made_once(store, lambda: draw_web_fonts(store)))


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository's content; its sites share one store of artefacts."""
    root = shared_folder(tmp_path_factory) / "repository"
    return made_once(root, lambda: copy_repository(root))


@pytest.fixture(scope="session")
def site(repository: Path) -> Path:
    """The whole site, in both languages, as `affiche build` makes it."""

    def make() -> None:
        done = run(repository, "affiche", "build", "--strict")
        assert done.returncode == 0, done.stderr

    return made_once(repository / "site", make)


@pytest.fixture(scope="session")
def plain_site(repository: Path, site: Path) -> Path:
    """What MkDocs alone makes: the default language; ``site`` has made its posters."""
    return made_once(repository / "plain", lambda: build(repository, "plain", "--strict"))


@pytest.fixture(scope="session")
def fork_site(repository: Path, site: Path) -> Path:
    """The same under the fork of MkDocs."""
    options = ("--strict", "-f", "mkdocs.yml")
    return made_once(
        repository / "fork", lambda: build(repository, "fork", *options, host="properdocs")
    )


@pytest.fixture(scope="session")
def drafts_site(repository: Path, site: Path) -> Path:
    return made_once(
        repository / "drafts",
        lambda: build(repository, "drafts", "--strict", AFFICHE_DRAFTS="true"),
    )


@pytest.fixture(scope="session")
def later_site(repository: Path, site: Path) -> Path:
    """On a day on which campaigns are over, and one has expired."""
    return made_once(repository / "later", lambda: build(repository, "later", today="2028-01-05"))


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    """The address that the real site is served from, as a web server does: compressed."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = chromium(playwright)
        yield running
        running.close()
