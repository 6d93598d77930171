"""A third language takes files and one line in brand.yml: German on one campaign."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.integration.building import run, write_tiny_project
from tests.integration.pages import Document
from tests.project import ENGLISH
from tests.sites import site_files

CAMPAIGN = "campaigns/bovenaan"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bilingual project that learns German: the files of tests/sites/german, and one line."""
    root = write_tiny_project(tmp_path_factory.mktemp("german"))
    for path, content in ENGLISH.items():
        (root / path).write_text(str(content), encoding="utf-8")
    for path, text in site_files("german").items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    brand = root / "overrides/brand.yml"
    line = "languages: [nl, en]\n"
    assert line in brand.read_text()
    brand.write_text(brand.read_text().replace(line, "languages: [nl, en, de]\n"))
    return root


@pytest.fixture(scope="module")
def german(root: Path) -> Path:
    done = run(root, "affiche", "build")
    assert done.returncode == 0, done.stderr
    return root / "site/de"


def test_what_german_lacks_is_said(root: Path) -> None:
    found = json.loads(run(root, "affiche", "check", "--format", "json").stdout)["problems"]
    files = {each["file"] for each in found if each["code"] == "translation.missing"}
    assert files == {
        "docs/audiences/leidinggevenden.md",
        "docs/index.md",
        "docs/people/noor-el-amrani.md",
        "docs/programmes/luisteren.md",
        "docs/values/index.md",
    }
    (words,) = (each for each in found if each["code"] == "translation.missing-words")
    assert words["file"] == "overrides/words/de.toml"


def test_a_campaign_is_german_from_head_to_foot(german: Path) -> None:
    page = Document(german, f"{CAMPAIGN}/index.html")
    assert [html["lang"] for html in page.all("html")] == ["de"]
    for said in (
        "Lernen beginnt oben",
        "Wer führt, lernt zuerst.",
        "Wähle deinen Halbtag",
        "Beginnt in 9 Tagen",
        "3. Dezember 2026",
        "Was ist für dich dabei?",
        "Die Geschichte der Kampagne.",
        "Aus Markdown gemacht.",
        "Suchen",
    ):
        assert said in page.text, said
    for dutch in ("Leren begint bovenaan", "Begint over", "Wat is er voor jou?"):
        assert dutch not in page.text


def test_its_poster_is_german(german: Path) -> None:
    (poster,) = german.glob(f"{CAMPAIGN}/posters/photo-*.pdf")
    with pikepdf.open(poster) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert str(pdf.docinfo["/Title"]) == "Lernen beginnt oben."


def test_the_switch_stays_on_the_page_in_all_three(german: Path) -> None:
    site = german.parent
    page = f"{CAMPAIGN}/index.html"
    for folder in ("", "en/", "de/"):
        there = {f"{other}{page}" for other in ("", "en/", "de/") if other != folder}
        assert there <= Document(site, f"{folder}{page}").targets


def test_what_is_not_german_says_so_and_leads_to_the_original(german: Path) -> None:
    site = german.parent
    overview = Document(site, "de/programmes/index.html")
    assert "Luisteren" in overview.text
    assert "Nur auf Niederländisch" in overview.text
    assert "programmes/luisteren/index.html" in overview.targets
    reference = Document(site, "de/programmes/luisteren/index.html")
    assert "Diese Seite ist noch nicht übersetzt." in reference.text
    assert reference.all("meta", name="robots", content="noindex")
    assert "programmes/luisteren/index.html" in reference.targets


def test_search_finds_german(german: Path) -> None:
    index = json.loads((german / "search/search_index.json").read_text())
    assert index["config"]["lang"] == ["de"]
    assert any("Lernen beginnt oben" in entry["title"] for entry in index["docs"])
