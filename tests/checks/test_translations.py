"""Every page in every language, and no translation of a text that has since changed."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

from affiche.checks.translations import check_translations
from affiche.content import load
from affiche.report import Code
from tests.project import BILINGUAL, CAMPAIGN, ENGLISH, VALUE, VALUE_IN_ENGLISH, write_project

TODAY = dt.date(2026, 12, 10)
VALUE_FILE, ENGLISH_FILE = "docs/values/nieuwsgierig.md", "docs/values/nieuwsgierig.en.md"


def said(root: Path, today: dt.date = TODAY) -> list[tuple[Code, str]]:
    project = load(root)
    catalogues = {code: each.visible(today) for code, each in project.catalogues.items()}
    assert catalogues, project.diagnostics
    found = check_translations(project, catalogues, today)
    return [(each.code, each.place.file) for each in found]


def test_a_translated_project_is_complete(tmp_path: Path) -> None:
    assert said(write_project(tmp_path, **ENGLISH)) == []


def test_one_language_needs_no_translations(tmp_path: Path) -> None:
    assert said(write_project(tmp_path)) == []


def test_every_page_without_translation_is_told(tmp_path: Path) -> None:
    found = said(write_project(tmp_path, **{"overrides/brand.yml": BILINGUAL}))
    assert {code for code, _ in found} == {Code.TRANSLATION_MISSING}
    assert {file for _, file in found} == {
        "campaigns/bovenaan/index.md",
        "docs/audiences/leidinggevenden.md",
        "docs/index.md",
        "docs/people/noor-el-amrani.md",
        "docs/programmes/luisteren.md",
        "docs/values/index.md",
        "docs/values/nieuwsgierig.md",
    }


def test_what_is_over_or_not_out_need_not_be_translated(tmp_path: Path) -> None:
    page = "campaigns/bovenaan/index"
    files = {**ENGLISH, f"{page}.en.md": None}
    assert said(write_project(tmp_path, **files)) == [(Code.TRANSLATION_MISSING, f"{page}.md")]
    assert said(tmp_path, dt.date(2027, 2, 1)) == []
    (tmp_path / f"{page}.md").write_text(CAMPAIGN.replace("approved", "draft"))
    assert said(tmp_path) == []


def test_a_digest_that_is_not_the_originals_is_stale(tmp_path: Path) -> None:
    write_project(tmp_path, **ENGLISH)
    digest = next(t.digest for t in load(tmp_path).translations if t.file == ENGLISH_FILE)
    fresh = VALUE_IN_ENGLISH.replace("name:", f"translated_from: {digest}\nname:")
    (tmp_path / ENGLISH_FILE).write_text(fresh)
    assert said(tmp_path) == []
    (tmp_path / VALUE_FILE).write_text(VALUE.replace("Wij vragen door.", "Wij vragen verder."))
    assert said(tmp_path) == [(Code.TRANSLATION_STALE, ENGLISH_FILE)]


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")


def test_an_original_that_changed_since_its_translation_was_committed_is_told(
    tmp_path: Path,
) -> None:
    # A project may lie in a folder of a larger repository.
    root = write_project(tmp_path / "intranet", **ENGLISH)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    assert said(root) == []

    (root / VALUE_FILE).write_text(VALUE.replace("Wij vragen door.", "Wij vragen verder."))
    assert said(root) == [(Code.TRANSLATION_STALE, ENGLISH_FILE)]
    commit(tmp_path)
    assert said(root) == [(Code.TRANSLATION_STALE, ENGLISH_FILE)]

    # Whoever has touched the translation since is taken to have brought it up to date.
    english = (root / ENGLISH_FILE).read_text()
    (root / ENGLISH_FILE).write_text(english.replace("We keep asking.", "We ask on."))
    assert said(root) == []
    commit(tmp_path)
    assert said(root) == []


def test_what_is_no_text_makes_no_translation_stale(tmp_path: Path) -> None:
    write_project(tmp_path, **ENGLISH)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    (tmp_path / VALUE_FILE).write_text(VALUE.replace("colour: zee\n", "owner: Academie\n"))
    commit(tmp_path)
    assert said(tmp_path) == []


def test_an_ordinary_page_grows_stale_too(tmp_path: Path) -> None:
    write_project(tmp_path, **ENGLISH)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    page, translation = "docs/values/index.md", "docs/values/index.en.md"
    (tmp_path / page).write_text("# Waarden\n\nEr zijn er vier.\n")
    assert said(tmp_path) == [(Code.TRANSLATION_STALE, translation)]

    digest = next(t.digest for t in load(tmp_path).translations if t.file == translation)
    text = f"---\ntranslated_from: {digest}\n---\n# Values\n\nThere are four.\n"
    (tmp_path / translation).write_text(text)
    assert said(tmp_path) == []
    (tmp_path / page).write_text("# Waarden\n\nEr zijn er vijf.\n")
    assert said(tmp_path) == [(Code.TRANSLATION_STALE, translation)]
