"""A new site is whole: nothing to mend in it, in each language and in both."""

from __future__ import annotations

import datetime as dt
import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from affiche.checks import inspect
from affiche.content.words import languages
from affiche.editing import SiteWish, fill_folder, find_formatting, plan_site
from affiche.editing.new_site import _ENTITIES, _PER_LANGUAGE
from affiche.model import State

TODAY = dt.date(2026, 11, 24)
SKELETON = files("affiche.editing") / "skeleton"
AWKWARD = "Jansen & Co: 'groen' @name@ #1"


@pytest.mark.parametrize("spoken", [("nl",), ("en",), ("nl", "en"), ("en", "nl")], ids="-".join)
def test_a_new_site_has_nothing_to_mend(spoken: tuple[str, ...], tmp_path: Path) -> None:
    site = plan_site(SiteWish(AWKWARD, spoken), TODAY)
    fill_folder(tmp_path, site.files)
    found = inspect(tmp_path, TODAY, drafts=True, formats=["a4"])
    assert [str(each) for each in found.diagnostics] == []
    assert find_formatting(tmp_path).changes == ()
    assert found.coverage
    assert found.coverage.gaps == ()
    assert found.catalogue
    assert found.catalogue.brand.name == AWKWARD
    assert found.catalogue.brand.languages == spoken
    assert [type(each) for each in found.catalogue.entities] == [k for k, _ in _ENTITIES.values()]
    assert found.made
    assert len(found.made.posters) == len(spoken)
    campaign = found.catalogue.campaign[site.campaign]
    assert campaign.state(TODAY) is State.SCHEDULED
    (session,) = found.catalogue.programmes[0].sessions
    assert campaign.starts < session.start.date() < campaign.ends


def test_every_language_has_the_same_files_with_the_same_tokens_and_fields() -> None:
    assert set(_PER_LANGUAGE) == set(languages())
    first, *others = (SKELETON / language for language in languages())
    names = {each.name for each in first.iterdir()}
    for other in others:
        assert {each.name for each in other.iterdir()} == names
        for name in names - {"README.md"}:
            one, two = ((each / name).read_text("utf-8") for each in (first, other))
            assert _keys(one) == _keys(two), name
            assert sorted(_tokens(one)) == sorted(_tokens(two)), name


def _keys(text: str) -> list[str]:
    return re.findall(r"^[ -]*([a-z_]+):", text, re.MULTILINE)


def _tokens(text: str) -> list[str]:
    return [part for part in text.split("@")[1::2] if part.replace("_", "").isalpha()]


def test_the_files_for_git_hosts_are_yaml_and_know_no_company() -> None:
    site = plan_site(SiteWish("Voorbeeld", ("nl",)), TODAY)
    for path in (".github/workflows/affiche.yml", ".gitlab-ci.yml"):
        assert isinstance(yaml.safe_load(site.files[path]), dict)
        assert b"Voorbeeld" not in site.files[path]
    assert site.files["requirements.txt"].decode().splitlines()[-1].startswith("affiche==")
    assert b"/.affiche/\n" in site.files[".gitignore"]


def test_the_same_wish_gives_the_same_bytes() -> None:
    wish = SiteWish("Voorbeeld", ("nl", "en"), "#E2007A", "https://leren.example/")
    assert plan_site(wish, TODAY) == plan_site(wish, TODAY)
    assert b"site_url: https://leren.example/\n" in plan_site(wish, TODAY).files["mkdocs.yml"]
