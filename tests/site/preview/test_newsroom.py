"""Every page shows what was saved, and what is wrong with it, without a build."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from affiche.editing.cms import FOLDER, PACKAGE, SCRIPT
from affiche.site.preview.answer import Answer
from affiche.site.preview.newsroom import Newsroom
from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, TODAY, write_tiny_project
from tests.posters.wall import torn_png
from tests.project import ENGLISH

SAID = "Leren begint bovenaan"
NEW = "Nu ook van onderaf"
BEING_WRITTEN = TINY_CAMPAIGN.replace("status: approved", "status: draft")

SHOW_THE_CAMPAIGN = (
    "",
    "campaigns/",
    "campaigns/bovenaan/",
    "agenda/",
    "posters/",
    "values/nieuwsgierig/",
    "audiences/leidinggevenden/",
    "people/noor-el-amrani/",
    "programmes/luisteren/",
    "search/search_index.json",
    "api/pages.json",
    "api/catalogue.json",
    "preview/bovenaan/",
    "go/bovenaan/",
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all tests, so that each finds in its store what others made."""
    return write_tiny_project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    shutil.copytree(original, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def newsroom(root: Path, original: Path) -> Iterator[Newsroom]:
    newsroom = opened(root)
    yield newsroom
    newsroom.close()
    if (root / ".affiche").is_dir():
        shutil.copytree(root / ".affiche", original / ".affiche", dirs_exist_ok=True)


def opened(root: Path, *, drafts: bool = True) -> Newsroom:
    return Newsroom(root, "http://127.0.0.1:8000/", dt.date.fromisoformat(TODAY), drafts=drafts)


def save(newsroom: Newsroom, root: Path, text: str, file: str = TINY_PAGE) -> None:
    (root / file).write_text(text, encoding="utf-8")
    newsroom.saved([root / file])


def shown(newsroom: Newsroom, path: str, status: int = 200) -> str:
    answer = newsroom.answer(path, {})
    assert answer.status == status
    return answer.content.decode()


def test_every_page_that_names_a_campaign_shows_what_was_saved(
    newsroom: Newsroom, root: Path
) -> None:
    for path in SHOW_THE_CAMPAIGN:
        if path != "search/search_index.json":  # what is searched may be some seconds behind
            assert SAID in shown(newsroom, path), path
    save(newsroom, root, TINY_CAMPAIGN.replace(SAID, NEW))
    for path in SHOW_THE_CAMPAIGN:
        page = shown(newsroom, path)
        assert NEW in page, path
        assert SAID not in page, path


def test_an_ordinary_page_and_a_new_one_are_shown(newsroom: Newsroom, root: Path) -> None:
    assert "Meer weten" not in shown(newsroom, "")
    save(newsroom, root, "# Leren\n\nMeer weten? [Lees](meer.md).\n", "docs/index.md")
    save(newsroom, root, "# Meer\n", "docs/meer.md")
    assert "Meer weten" in shown(newsroom, "")
    assert '<h1 id="meer">' in shown(newsroom, "meer/")


def test_a_mistake_stands_above_the_last_good_page_until_it_is_mended(
    newsroom: Newsroom, root: Path
) -> None:
    shown(newsroom, "campaigns/bovenaan/")
    save(newsroom, root, TINY_CAMPAIGN.replace("starts:", "start:"))
    for path in ("campaigns/bovenaan/", "", "posters/"):
        page = shown(newsroom, path)
        assert "campaigns/bovenaan/index.md:9:1" in page
        assert "&#39;start&#39; is not a field of a campaign." in page
        assert "start: 2026-12-03\n<b>^</b>" in page
        assert SAID in page
    save(newsroom, root, TINY_CAMPAIGN.replace(SAID, NEW))
    page = shown(newsroom, "campaigns/bovenaan/")
    assert "is not a field" not in page
    assert NEW in page


def test_a_project_that_begins_with_a_mistake_says_so_and_is_shown_once_it_is_mended(
    root: Path,
) -> None:
    (root / TINY_PAGE).write_text(TINY_CAMPAIGN.replace("title:", "titel:"), encoding="utf-8")
    newsroom = opened(root)
    assert "campaigns/bovenaan/index.md:2:1" in shown(newsroom, "values/", 503)
    save(newsroom, root, TINY_CAMPAIGN)
    assert SAID in shown(newsroom, "campaigns/bovenaan/")
    newsroom.close()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("mkdocs.yml", "site_name: x\nsite_url: https://x.example/\nplugins: [affiche]\nnav: 3\n"),
        ("overrides/main.html", "{% if %}"),
        ("docs/values/index.md", "---\ntemplate: nowhere.html\n---\n# Waarden\n"),
        ("campaigns/bovenaan/zaal.jpg", "no picture"),
    ],
)
def test_whatever_is_broken_the_preview_goes_on(
    newsroom: Newsroom, root: Path, file: str, text: str
) -> None:
    before = (root / file).read_bytes() if (root / file).exists() else None
    shown(newsroom, "campaigns/bovenaan/")
    save(newsroom, root, text, file)
    for path in ("", "values/", "campaigns/bovenaan/", "campaigns/bovenaan/posters/photo-a4.webp"):
        assert newsroom.answer(path, {}).status in (200, 500)
    if before is None:
        (root / file).unlink()
    else:
        (root / file).write_bytes(before)
    newsroom.saved([root / file])
    assert SAID in shown(newsroom, "campaigns/bovenaan/")


def test_a_poster_is_drawn_anew_when_its_words_change_and_only_then(
    newsroom: Newsroom, root: Path
) -> None:
    def picture() -> Answer:
        return newsroom.answer("campaigns/bovenaan/posters/photo-a4.webp", {})

    before = picture()
    assert before.kind == "image/webp"
    save(newsroom, root, f"{TINY_CAMPAIGN}\nNog een alinea in het verhaal.\n")
    assert picture() == before
    save(newsroom, root, TINY_CAMPAIGN.replace(SAID, NEW))
    after = picture()
    assert after.kind == "image/webp"
    assert after != before


def test_a_poster_that_does_not_come_out_says_why_in_its_place(
    newsroom: Newsroom, root: Path
) -> None:
    long = "Hottentottententententoonstellingsmakers" * 5
    save(newsroom, root, TINY_CAMPAIGN.replace(SAID, long))
    poster = newsroom.answer("campaigns/bovenaan/posters/photo-a4.webp", {})
    assert poster.kind.startswith("image/svg+xml")
    assert b"does not fit" in poster.content


def test_papers_are_offered_with_the_posters_and_made_when_somebody_asks(
    newsroom: Newsroom, root: Path
) -> None:
    def said_in(name: str) -> str:
        content = newsroom.answer(f"campaigns/bovenaan/posters/{name}", {}).content
        page = pypdfium2.PdfDocument(content)[0]
        return " ".join(page.get_textpage().get_text_range().split())

    def documents() -> list[Path]:
        return sorted((root / ".affiche").rglob("document.pdf"))

    flyer = TINY_CAMPAIGN.replace("formats: [a4]", "formats: [a5]")
    papers = ["contact-sheet.pdf", "delivery-list.pdf", "photo-a5-2-up.pdf"]
    for said in (SAID, NEW):
        save(newsroom, root, flyer.replace(SAID, said))
        before = documents()
        for page in ("campaigns/bovenaan/", "posters/"):
            offered = re.findall(
                r'papers__file" href="[^"]*posters/([^"]+)"', shown(newsroom, page)
            )
            assert {*papers, "contact-sheet.webp", "print-order.csv"} == set(offered)
        assert documents() == before
        for name in papers:
            assert said in said_in(name), name
        assert said in shown(newsroom, "campaigns/bovenaan/posters/print-order.csv")
        sheet = newsroom.answer("campaigns/bovenaan/posters/contact-sheet.webp", {})
        assert sheet.kind == "image/webp"


def test_a_template_of_papers_that_does_not_work_says_so(newsroom: Newsroom, root: Path) -> None:
    template = "overrides/posters/delivery-list.typ"
    (root / template).parent.mkdir()
    save(newsroom, root, "#nonsense\n", template)
    said = shown(newsroom, "campaigns/bovenaan/posters/delivery-list.pdf", 500)
    assert f"{template}" in said
    assert "unknown variable: nonsense" in said


def test_a_torn_photograph_is_told_in_the_place_of_the_poster(
    newsroom: Newsroom, root: Path
) -> None:
    (root / "campaigns/bovenaan/zaal.png").write_bytes(torn_png())
    save(newsroom, root, TINY_CAMPAIGN.replace("zaal.jpg", "zaal.png"))
    assert newsroom.answer("preview/bovenaan/", {}).status == 200
    for path in (
        "campaigns/bovenaan/posters/photo-a4.webp",
        "preview/bovenaan/nl/photo-a4.pdf.webp",
    ):
        poster = newsroom.answer(path, {})
        assert poster.kind.startswith("image/svg+xml")
        told = " ".join(re.findall(r"<text[^>]*>([^<]*)", poster.content.decode()))
        assert "The photograph of this poster cannot be read: broken PNG file" in told


def test_drafts_are_shown_unless_it_is_asked_for_what_readers_see(root: Path) -> None:
    (root / TINY_PAGE).write_text(BEING_WRITTEN, encoding="utf-8")
    writing, reading = opened(root), opened(root, drafts=False)
    assert "draft-notice" in shown(writing, "campaigns/bovenaan/")
    shown(reading, "campaigns/bovenaan/", 404)
    assert SAID not in shown(reading, "campaigns/")
    writing.close()
    reading.close()


def test_all_languages_are_shown_each_at_its_place(root: Path) -> None:
    for file, text in ENGLISH.items():
        assert isinstance(text, str)
        (root / file).write_text(text, encoding="utf-8")
    newsroom = opened(root)
    assert 'lang="nl"' in shown(newsroom, "campaigns/bovenaan/")
    assert "Those who lead learn first" in shown(newsroom, "en/campaigns/bovenaan/")
    assert newsroom.answer("en/campaigns/bovenaan", {}).location == "/en/campaigns/bovenaan/"
    proofs = shown(newsroom, "en/preview/bovenaan/")
    assert "/preview/bovenaan/nl/photo-a4.pdf.webp" in proofs
    assert "/preview/bovenaan/en/photo-a4.pdf.webp" in proofs
    newsroom.close()


def test_the_posters_of_a_campaign_hang_side_by_side_to_scale(
    newsroom: Newsroom, root: Path
) -> None:
    made = TINY_CAMPAIGN.replace(
        "formats: [a4]", "formats: [a4, a5, screen]\n    variants: [office, archive]"
    )
    save(newsroom, root, made)
    page = shown(newsroom, "preview/bovenaan/")
    assert 'width="325" height="460"' in page  # A4
    assert 'width="229" height="325"' in page  # A5
    assert "<code>photo-a5-archive.pdf</code>" in page
    assert "1920 × 1080 px" in page
    only = newsroom.answer("preview/bovenaan/", {"format": "a5", "variant": "office"})
    assert only.content.count(b"<figure>") == 1
    proof = newsroom.answer("preview/bovenaan/nl/photo-a5-archive.pdf.webp", {})
    assert proof.kind == "image/webp"


def test_what_is_nowhere_is_not_found(newsroom: Newsroom) -> None:
    for path in ("nowhere/", "../mkdocs.yml", "campaigns/x/hero.svg", "preview/x/", "go/x/"):
        assert newsroom.answer(path, {}).status == 404
    assert newsroom.answer("_affiche/newsroom.py", {}).status == 404


def test_the_browser_editor_is_left_to_itself(newsroom: Newsroom, root: Path) -> None:
    """A save would load its page again, and whoever writes there would lose what is not saved."""
    editor = root / FOLDER / PACKAGE / SCRIPT
    editor.parent.mkdir(parents=True)
    editor.write_text("// stands for the editor\n", encoding="utf-8")
    page = shown(newsroom, "admin/")
    assert "preview" not in page
    assert SCRIPT in page or "before.js" in page
    assert newsroom.answer("admin/config.yml", {}).kind.startswith("application/yaml")
    assert shown(newsroom, f"admin/{SCRIPT}").startswith("// stands for")
