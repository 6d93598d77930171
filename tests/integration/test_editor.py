"""The browser editor changes in a file what somebody changed on the screen, and nothing else."""

from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from affiche.content import load
from affiche.editing import editor_files, start_server
from tests.browser import serving
from tests.integration.building import (
    TINY_CAMPAIGN,
    TODAY,
    build,
    run,
    snapshot,
    write_tiny_project,
)
from tests.project import ENGLISH, MKDOCS, PROGRAMME

REPOSITORY = Path(__file__).parents[2]
CAMPAIGN_FILE = "campaigns/bovenaan/index.md"
PROGRAMME_FILE = "docs/programmes/luisteren.md"
SESSIONS = """\
sessions:
  - start: 2027-01-12T10:00
    end: 2027-01-12T13:30
    location: "Utrecht: zaal 1"
    capacity: 16
"""
VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation', event => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


class Editor:
    """The editor in a browser, and the project that it writes in."""

    def __init__(self, page: Page, address: str, root: Path) -> None:
        self.page, self._address, self._root = page, address, root
        self._before = self.sources()

    def open(self, where: str) -> None:
        self.page.goto(f"{self._address}admin/#/collections/{where}")

    def entries(self, collection: str) -> list[str]:
        self.open(collection)
        self.page.get_by_role("heading", level=1).wait_for()
        links = self.page.locator(f"a[href*='#/collections/{collection}/entries/']")
        links.first.wait_for()
        return [link.get_attribute("href").rpartition("entries/")[2] for link in links.all()]  # type: ignore[union-attr]  # links have one

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def publish(self) -> None:
        self.page.get_by_role("button", name="Publiceer").click()
        self.page.get_by_role("menuitem", name="Publiceer nu", exact=True).click()
        self.page.get_by_text("Item opgeslagen").first.wait_for()

    def sources(self) -> dict[str, bytes]:
        files = snapshot(self._root)
        return {name: text for name, text in files.items() if not name.startswith((".a", "site"))}

    def changed(self) -> dict[str, str]:
        """Return what each file holds that is not as it was."""
        after = self.sources()
        names = {
            name for name in {*after, *self._before} if after.get(name) != self._before.get(name)
        }
        return {name: after.get(name, b"").decode() for name in sorted(names)}


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """A bilingual project with the editor in its site."""
    assert editor_files(REPOSITORY), "This test needs the browser editor: run `make editor`."
    root = write_tiny_project(tmp_path_factory.mktemp("editor"))
    options = f"  - affiche:\n      editor: {{backend: local, local_port: {port}}}\n"
    files = ENGLISH | {
        "mkdocs.yml": MKDOCS.replace("  - affiche\n", options),
        CAMPAIGN_FILE: TINY_CAMPAIGN.replace("status:", "owner: Academie\nstatus:"),
        PROGRAMME_FILE: PROGRAMME.replace("sponsor:", f"{SESSIONS}sponsor:"),
    }
    for name, text in files.items():
        assert isinstance(text, str)
        (root / name).write_text(text)
    (root / ".affiche").mkdir()
    (root / ".affiche/editor").symlink_to(REPOSITORY / ".affiche/editor")
    build(root, "site", "--strict")
    return root


@pytest.fixture(scope="module")
def visit(browser: Browser, built: Path) -> Iterator[tuple[BrowserContext, str, list[str]]]:
    """A browser with a page's address, and every request that it makes."""
    asked: list[str] = []
    with serving(built / "site") as address:
        context = browser.new_context()
        context.add_init_script(VIOLATIONS)
        context.on("request", lambda request: asked.append(request.url))
        yield context, address, asked
        context.close()


@pytest.fixture
def editor(
    visit: tuple[BrowserContext, str, list[str]], built: Path, port: int, tmp_path: Path
) -> Iterator[Editor]:
    """The editor over a project of its own, which has the site of ``built``."""
    context, address, asked = visit
    root = tmp_path / "project"
    shutil.copytree(built, root, symlinks=True, ignore=shutil.ignore_patterns("site"))
    server = start_server(root, port)
    try:
        _wait_for(port)
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{address}admin/")
        start = page.get_by_role("button", name="Inloggen")
        start.or_(page.get_by_role("link", name="Campagnes", exact=True)).first.wait_for()
        if start.count():
            start.click()
        page.get_by_role("link", name="Campagnes", exact=True).wait_for()
        yield Editor(page, address, root)
        assert page.evaluate("window.violations") == []
        assert errors == []
        here = (address, f"http://127.0.0.1:{port}/", "blob:")
        assert [url for url in asked if not url.startswith(here)] == []
        page.close()
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _ in range(400):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the editor's server did not start")


def test_a_new_title_stands_in_the_file_and_nothing_else_changes(
    editor: Editor, built: Path, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    editor.open("campaigns/entries/bovenaan/index")
    editor.fill("Titel", "Leren begint bij jou")
    editor.fill("Eigenaar (optioneel)", "")
    editor.publish()
    (name, text), *others = editor.changed().items()
    assert (name, others) == (CAMPAIGN_FILE, [])
    assert "title: Leren begint bij jou\n" in text
    # What somebody emptied is left out, and everything else stands as it was.
    assert "owner" not in text
    before, after = load(built).catalogue, load(root).catalogue
    assert before
    assert after
    (old,), (new,) = before.campaigns, after.campaigns
    changes = {"title": "Leren begint bij jou", "owner": None}
    assert new.model_copy(update={"source": old.source}) == old.model_copy(update=changes)
    done = run(root, "affiche", "check", today=TODAY)
    assert done.returncode == 0, done.stderr


def test_dates_numbers_and_quotes_survive_the_editor(editor: Editor, tmp_path: Path) -> None:
    editor.open("programmes/entries/luisteren")
    editor.fill("Samenvatting", "Twee dagdelen over luisteren.")
    editor.publish()
    changed = editor.changed()
    assert list(changed) == [PROGRAMME_FILE]
    assert SESSIONS in changed[PROGRAMME_FILE]
    assert load(tmp_path / "project").catalogue


def test_entries_are_originals_or_translations_and_never_the_words_over_a_list(
    editor: Editor,
) -> None:
    assert editor.entries("values") == ["nieuwsgierig"]
    assert editor.entries("values-en") == ["nieuwsgierig"]
    assert editor.entries("campaigns") == ["bovenaan/index"]
    assert editor.entries("campaigns-en") == ["bovenaan/index"]


def test_something_new_gets_a_name_that_may_stand_in_an_address(
    editor: Editor, tmp_path: Path
) -> None:
    editor.open("values/new")
    editor.fill("Naam", "Één voor allen")
    editor.fill("Betekenis", "We doen het samen.")
    editor.publish()
    assert editor.changed() == {
        "docs/values/een-voor-allen.md": (
            "---\nname: Één voor allen\nstatement: We doen het samen.\n---\n"
        )
    }
    assert load(tmp_path / "project").catalogue
