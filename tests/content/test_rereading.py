"""A project in memory is what it would be if it were read anew, whatever is saved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from affiche.content import load
from affiche.content.rereading import Reading, Reread
from affiche.model import Campaign
from tests.project import CAMPAIGN, ENGLISH, VALUE, write_project

PAGE = "campaigns/bovenaan/index.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path, **ENGLISH)


def save(reading: Reading, root: Path, file: str, text: str | None) -> Reread:
    path = root / file
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return reading.reread([path])


def is_as_read_anew(reading: Reading, root: Path) -> bool:
    return reading.project == load(root)


def title(reading: Reading) -> str:
    return reading.shown["nl"].campaign["bovenaan"].title


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (PAGE, CAMPAIGN.replace("title: Leren", "title: Nu leren")),
        (PAGE, CAMPAIGN.replace("title:", "titel:")),
        (PAGE, CAMPAIGN.replace("  - nieuwsgierig", "  - nieuwsgierg")),
        (PAGE, ""),
        (PAGE, None),
        ("campaigns/bovenaan/index.en.md", "---\ntitle: Learning\n---\n"),
        ("campaigns/bovenaan/index.en.md", None),
        ("campaigns/bovenaan/locations.csv", "id,name\ngent,Gent\n"),
        ("campaigns/bovenaan/zaal.jpg", None),
        ("campaigns/bovenaan/nieuw.jpg", "x"),
        ("campaigns/tweede/index.md", CAMPAIGN.replace("locations.csv", "")),
        ("docs/values/nieuwsgierig.md", VALUE.replace("vragen door", "vragen alles")),
        ("docs/values/moedig.md", VALUE),
        ("docs/values/nieuwsgierig.md", None),
        ("docs/extra.md", "# Meer\n"),
        ("docs/index.md", "---\naffiche: x\n---\n# Anders\n"),
        ("mkdocs.yml", "site_name: x\nsite_url: https://anders.example/\n"),
        ("overrides/brand.yml", "name: x\n"),
    ],
)
def test_what_is_saved_is_read_as_if_all_were(root: Path, file: str, text: str | None) -> None:
    reading = Reading(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    save(reading, root, file, text)
    assert is_as_read_anew(reading, root)
    # And back.
    saved = root / file
    saved.unlink(missing_ok=True)
    if not any(saved.parent.iterdir()):
        saved.parent.rmdir()
    for path, content in before.items():
        path.write_bytes(content)
    reading.reread([saved, saved.parent])
    assert is_as_read_anew(reading, root)
    assert reading.project.catalogue


def test_only_the_saved_campaign_is_read(root: Path) -> None:
    reading = Reading(root)
    value = reading.shown["nl"].values[0]
    found = save(reading, root, PAGE, CAMPAIGN.replace("title: ", "title: Nu "))
    assert found == Reread(frozenset({(Campaign, "bovenaan")}), files=frozenset({PAGE}))
    assert reading.shown["nl"].values[0] is value


def test_a_mistake_leaves_the_last_good_version_and_does_not_hold_up_others(root: Path) -> None:
    reading = Reading(root)
    save(reading, root, PAGE, CAMPAIGN.replace("title:", "titel:"))
    assert reading.project.catalogue is None
    assert title(reading) == "Leren begint bovenaan"
    save(reading, root, "docs/values/nieuwsgierig.md", VALUE.replace("Nieuwsgierig", "Benieuwd"))
    assert reading.shown["nl"].values[0].name == "Benieuwd"
    save(reading, root, PAGE, CAMPAIGN.replace("title: ", "title: Nu "))
    assert title(reading) == "Nu Leren begint bovenaan"


def test_what_is_named_and_then_deleted_leaves_all_as_it_was(root: Path) -> None:
    reading = Reading(root)
    save(reading, root, "docs/values/nieuwsgierig.md", None)
    assert reading.project.catalogue is None
    assert reading.shown["nl"].value["nieuwsgierig"]


def test_a_project_that_begins_with_a_mistake_is_shown_once_it_is_mended(root: Path) -> None:
    (root / PAGE).write_text(CAMPAIGN.replace("title:", "titel:"), encoding="utf-8")
    reading = Reading(root)
    assert reading.shown == {}
    save(reading, root, PAGE, CAMPAIGN)
    assert title(reading) == "Leren begint bovenaan"


def test_a_renamed_folder_is_another_campaign(root: Path) -> None:
    reading = Reading(root)
    old, new = root / "campaigns/bovenaan", root / "campaigns/onderaan"
    old.rename(new)
    assert reading.reread([old, new]).everything
    assert list(reading.shown["nl"].campaign) == ["onderaan"]
    shutil.rmtree(new)
    reading.reread([new])
    assert is_as_read_anew(reading, root)


def test_drafts_of_editors_that_are_gone_again_tell_nothing(root: Path) -> None:
    reading = Reading(root)
    gone = [root / "campaigns/bovenaan/4913", root / "build/x", root.parent / "elsewhere.md"]
    assert reading.reread(gone) == Reread()
