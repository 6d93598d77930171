"""What may be published: files of the brand, and pages that printed codes open."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import File, Files

from affiche.content import load
from affiche.report import Code, Diagnostic, Place
from affiche.site.assembly import _go_pages, _published
from affiche.site.files import _withhold_overrides
from affiche.site.publishing import _level
from affiche.site.redirects import redirect_page
from tests.project import CAMPAIGN, write_project

PAGE = "campaigns/bovenaan/index.md"


def _files(root: Path, *names: str) -> Files:
    return Files([File(name, str(root), str(root / "site"), True) for name in names])


@pytest.mark.parametrize(
    ("code", "level"),
    [
        (Code.UNKNOWN_VALUE, logging.ERROR),
        (Code.CLAIM_TOO_OLD, logging.WARNING),
        (Code.VALUE_WITHOUT_SPONSOR, logging.INFO),
    ],
)
def test_a_strict_build_counts_warnings_and_no_gaps(code: Code, level: int) -> None:
    assert _level(Diagnostic.of(code, Place("a.md"), "x")) == level


def test_only_assets_among_the_overrides_are_published(tmp_path: Path) -> None:
    overrides, docs = tmp_path / "overrides", tmp_path / "docs"
    files = _files(overrides, "brand.yml", "fonts/a.ttf", "assets/own.css", "posters/photo.typ")
    files.append(File("brand.yml.txt", str(docs), str(tmp_path / "site"), True))
    config: Any = SimpleNamespace(theme=SimpleNamespace(custom_dir=str(overrides)))
    _withhold_overrides(files, config)
    assert sorted(file.src_uri for file in files) == ["assets/own.css", "brand.yml.txt"]


def test_without_overrides_nothing_is_withheld(tmp_path: Path) -> None:
    files = _files(tmp_path, "brand.yml")
    config: Any = SimpleNamespace(theme=SimpleNamespace(custom_dir=None))
    _withhold_overrides(files, config)
    assert [file.src_uri for file in files] == ["brand.yml"]


@pytest.mark.parametrize(
    ("status", "today", "published"),
    [
        ("approved", dt.date(2026, 12, 3), ["bovenaan"]),
        ("approved", dt.date(2028, 1, 1), ["bovenaan"]),
        ("draft", dt.date(2026, 12, 3), []),
        ("draft", dt.date(2028, 1, 1), []),
    ],
)
def test_a_code_opens_what_was_ever_public_and_never_a_draft(
    status: str, today: dt.date, published: list[str], tmp_path: Path
) -> None:
    page = CAMPAIGN.replace("status: approved", f"status: {status}\nexpires: 2027-12-31")
    project = load(write_project(tmp_path, **{PAGE: page}))
    assert [campaign.id for campaign in _published(project, today)] == published


def test_a_code_with_a_former_name_opens_the_campaign(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("status: approved", "status: approved\nformerly: [bovenop, van-boven]")
    project = load(write_project(tmp_path, **{PAGE: page}))
    pages = {asset.path: asset for asset in _go_pages(project, dt.date(2026, 12, 3), ("nl",))}
    assert set(pages) == {f"go/{name}/index.html" for name in ("bovenaan", "bovenop", "van-boven")}
    for asset in pages.values():
        assert isinstance(asset.content, bytes)
        assert b"../../campaigns/bovenaan/" in asset.content


def test_a_title_is_escaped_on_the_page_that_a_code_opens(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("title: Leren", "title: <script>x</script> Leren")
    project = load(write_project(tmp_path, **{PAGE: page}))
    assert project.catalogue
    [campaign] = project.catalogue.campaigns
    html = redirect_page(project, campaign.id, dt.date(2026, 12, 3), ("nl",))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
