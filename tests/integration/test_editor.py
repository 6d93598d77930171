"""The browser editor changes in a file what somebody changed on the screen, and nothing else."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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


def _without_posters(campaign: str) -> str:
    before, _, after = campaign.partition("posters:")
    return before + after[after.index("touchpoints:") :]


class Editor:
    """The editor in a browser, and the project that it writes in."""

    def __init__(self, page: Page, address: str, root: Path) -> None:
        self.page, self.address, self._root = page, address, root
        self.before: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.errors: list[str] = []

    def open(self, collection: str, entry: str = "") -> None:
        """Go to a collection, and from there on to one of its entries or to a ``new`` one."""
        self.page.goto(f"{self.address}admin/#/collections/{collection}")
        self.page.locator(f"a[href*='#/collections/{collection}/entries/']").first.wait_for()
        if entry:
            self.page.goto(f"{self.address}admin/#/collections/{collection}/{entry}")

    def entries(self, collection: str) -> list[str]:
        self.open(collection)
        links = self.page.locator(f"a[href*='#/collections/{collection}/entries/']")
        return [link.get_attribute("href").rpartition("entries/")[2] for link in links.all()]  # type: ignore[union-attr]  # links have one

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def publish(self) -> None:
        self.page.get_by_role("button", name="Publiceer").click()
        self.page.get_by_role("menuitem", name="Publiceer nu", exact=True).click()
        self.page.get_by_role("button", name="Gepubliceerd").wait_for()

    def sources(self) -> dict[str, bytes]:
        files = snapshot(self._root)
        return {name: text for name, text in files.items() if not name.startswith((".a", "site"))}

    def changed(self) -> dict[str, str]:
        """Return what each file holds that is not as it was."""
        after = self.sources()
        names = {
            name for name in {*after, *self.before} if after.get(name) != self.before.get(name)
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
        CAMPAIGN_FILE: _without_posters(TINY_CAMPAIGN).replace(
            "status:", "owner: Academie\nstatus:"
        ),
        PROGRAMME_FILE: PROGRAMME.replace("sponsor:", f"{SESSIONS}sponsor:"),
    }
    for name, text in files.items():
        assert isinstance(text, str)
        (root / name).write_text(text)
    (root / ".affiche").mkdir(exist_ok=True)
    (root / ".affiche/editor").symlink_to(REPOSITORY / ".affiche/editor")
    build(root, "site", "--strict")
    return root


@pytest.fixture(scope="module")
def visit(browser: Browser, built: Path, port: int) -> Iterator[Editor]:
    """The editor in a browser, ready to be used."""
    server = start_server(built, port)
    try:
        with serving(built / "site") as address:
            _wait_for(port)
            page = browser.new_page()
            page.add_init_script(VIOLATIONS)
            editor = Editor(page, address, built)
            page.on("request", lambda request: editor.asked.append(request.url))
            page.on("pageerror", lambda error: editor.errors.append(str(error)))
            page.goto(f"{address}admin/")
            start = page.get_by_role("button", name="Inloggen")
            start.or_(page.get_by_role("link", name="Campagnes", exact=True)).first.wait_for()
            if start.count():
                start.click()
            page.get_by_role("link", name="Campagnes", exact=True).wait_for()
            yield editor
            page.close()
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def editor(visit: Editor, port: int) -> Iterator[Editor]:
    """The editor before somebody changes anything; nothing that it did may have been barred."""
    visit.before = visit.sources()
    yield visit
    assert visit.page.evaluate("window.violations") == []
    assert visit.errors == []
    here = (visit.address, f"http://127.0.0.1:{port}/", "blob:")
    assert [url for url in visit.asked if not url.startswith(here)] == []


def _wait_for(port: int) -> None:
    for _ in range(400):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the editor's server did not start")


def test_a_new_title_stands_in_the_file_and_nothing_else_changes(
    editor: Editor, built: Path
) -> None:
    before = load(built).catalogue
    editor.open("campaigns", "entries/bovenaan/index")
    editor.fill("Titel", "Leren begint bij jou")
    editor.fill("Eigenaar (optioneel)", "")
    editor.publish()
    (name, text), *others = editor.changed().items()
    assert (name, others) == (CAMPAIGN_FILE, [])
    assert "title: Leren begint bij jou\n" in text
    # What somebody emptied is left out, and everything else stands as it was.
    assert "owner" not in text
    after = load(built).catalogue
    assert before
    assert after
    (old,), (new,) = before.campaigns, after.campaigns
    changes = {"title": "Leren begint bij jou", "owner": None}
    assert new.model_copy(update={"source": old.source}) == old.model_copy(update=changes)
    done = run(built, "affiche", "check", today=TODAY)
    assert done.returncode == 0, done.stderr


def test_dates_numbers_and_quotes_survive_the_editor(editor: Editor, built: Path) -> None:
    editor.open("programmes", "entries/luisteren")
    editor.fill("Samenvatting", "Twee dagdelen over luisteren.")
    editor.publish()
    changed = editor.changed()
    assert list(changed) == [PROGRAMME_FILE]
    assert SESSIONS in changed[PROGRAMME_FILE]
    assert load(built).catalogue


def test_entries_are_originals_or_translations_and_never_the_words_over_a_list(
    editor: Editor,
) -> None:
    assert editor.entries("values") == ["nieuwsgierig"]
    assert editor.entries("values-en") == ["nieuwsgierig"]
    assert editor.entries("campaigns") == ["bovenaan/index"]
    assert editor.entries("campaigns-en") == ["bovenaan/index"]


def test_something_new_gets_a_name_that_may_stand_in_an_address(
    editor: Editor, built: Path
) -> None:
    editor.open("values", "new")
    editor.fill("Naam", "Één voor allen")
    editor.fill("Betekenis", "We doen het samen.")
    editor.publish()
    assert editor.changed() == {
        "docs/values/een-voor-allen.md": (
            "---\nname: Één voor allen\nstatement: We doen het samen.\n---\n"
        )
    }
    assert load(built).catalogue
