"""Files as editors' programs leave them: encodings, line ends, tabs, nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.content import load
from affiche.report import as_text
from tests.project import CAMPAIGN, LOCATIONS, VALUE, write_project

PAGE = "campaigns/bovenaan/index.md"
SAVE_AGAIN = "Open it in your editor and save it again with the encoding UTF-8."


def said(root: Path, **files: str | bytes | None) -> str:
    return "\n".join(map(as_text, load(write_project(root, **files)).diagnostics))


def test_latin_1_is_told_at_the_first_letter_that_is_lost(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("Wie leidt", "Één café, wie leidt").encode("utf-8")
    page = page.replace("café".encode(), "café".encode("latin-1"))
    assert said(tmp_path, **{PAGE: page}) == (
        f"{PAGE}:3:17  error  content.not-utf8\n"
        "  This file is not saved as UTF-8: a letter here, perhaps 'é', is lost.\n"
        f"  {SAVE_AGAIN}"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_is_told_by_its_name(tmp_path: Path, encoding: str) -> None:
    assert said(tmp_path, **{PAGE: CAMPAIGN.encode(encoding)}) == (
        f"{PAGE}:1:1  error  content.not-utf8\n"
        "  This file is not saved as UTF-8 but as UTF-16, or it is not a text at all.\n"
        f"  {SAVE_AGAIN}"
    )


def test_a_list_from_excel_in_another_encoding_gets_advice_on_excel(tmp_path: Path) -> None:
    rows = LOCATIONS.replace("Balie", "Café").encode("cp1252")
    assert "In Excel, save it as 'CSV UTF-8" in said(
        tmp_path, **{"campaigns/bovenaan/locations.csv": rows}
    )


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    marked = {
        path: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        for path, text in {
            PAGE: CAMPAIGN,
            "docs/values/nieuwsgierig.md": VALUE,
            "campaigns/bovenaan/locations.csv": LOCATIONS,
        }.items()
    }
    plain = load(write_project(tmp_path / "plain"))
    windows = load(write_project(tmp_path / "windows", **marked))
    assert windows.diagnostics == ()
    assert windows.catalogue == plain.catalogue


def test_columns_after_a_byte_order_mark_are_those_that_an_editor_shows(tmp_path: Path) -> None:
    page = b"\xef\xbb\xbf" + CAMPAIGN.replace("starts: 2026", "starts: x").encode()
    assert f"{PAGE}:9:9 " in said(tmp_path, **{PAGE: page})


@pytest.mark.parametrize("tabbed", ["\ttitle: x", "title: x\n\towner: y", "objectives:\n\tknow: x"])
def test_a_tab_before_a_field_is_told_where_it_stands(tmp_path: Path, tabbed: str) -> None:
    page = CAMPAIGN.replace("title: Leren begint bovenaan", tabbed)
    line = 2 + tabbed.count("\n")
    assert said(tmp_path, **{PAGE: page}) == (
        f"{PAGE}:{line}:1  error  content.tab-in-yaml\n"
        "  There is a tab here.\n"
        "  Replace the tab by two spaces."
    )


def test_an_empty_file_is_one_mistake(tmp_path: Path) -> None:
    assert said(tmp_path, **{"docs/values/nieuwsgierig.md": b""}) == (
        "docs/values/nieuwsgierig.md:1:1  error  content.empty-file\n"
        "  This file is empty.\n"
        "  Write its content, or delete the file."
    )


def test_an_unreadable_file_is_one_mistake(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: None})
    (root / PAGE).symlink_to("nowhere.md")
    (found,) = load(root).diagnostics
    assert (found.code, found.place.file) == ("content.unreadable-file", PAGE)


def test_a_link_to_a_picture_elsewhere_leaves_the_folder(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", **{"campaigns/bovenaan/zaal.jpg": None})
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (root / "campaigns/bovenaan/zaal.jpg").symlink_to(tmp_path / "secret.jpg")
    (found,) = load(root).diagnostics
    assert found.code == "content.outside-folder"


@pytest.mark.parametrize("name", ["x" * 300 + ".jpg", "a\\0b.jpg", ".", "..", "~/x.jpg"])
def test_no_name_of_a_file_makes_loading_raise(tmp_path: Path, name: str) -> None:
    page = CAMPAIGN.replace("image: zaal.jpg", f'image: "{name}"')
    assert len(load(write_project(tmp_path, **{PAGE: page})).diagnostics) == 1


@pytest.mark.parametrize("missing", ["mkdocs.yml", "overrides/brand.yml"])
def test_a_missing_file_of_the_project_is_one_mistake(tmp_path: Path, missing: str) -> None:
    (found,) = load(write_project(tmp_path, **{missing: None})).diagnostics
    assert found.place.file == missing


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    project = load(tmp_path)
    assert project.catalogue is None
    assert [d.code for d in project.diagnostics] == [
        "content.missing-settings",
        "content.missing-brand",
    ]


def test_loading_writes_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    load(root)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
