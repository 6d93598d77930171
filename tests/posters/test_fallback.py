"""Which typefaces a text gets: the brand's first, then only those that have what they lack."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from affiche.content import load
from affiche.posters import families, open_studio
from affiche.posters.fallback import choose_typefaces, han_region
from affiche.posters.fonts import Typeface, find_typeface
from affiche.posters.template_data import headline_type_of
from tests.posters.wall import CAMPAIGN, LEADS, PAGE, opened
from tests.posters.world import HEADLINES, poster_in
from tests.project import BRAND, write_project


def names(text: str, language: str = "nl", own: Iterable[str] = ("Poppins",)) -> list[str]:
    faces = [face for name in own if (face := find_typeface(name))]
    return [face.name for face in choose_typefaces(faces, text, language, text).typefaces]


def test_a_text_that_the_brand_can_set_needs_nothing_else() -> None:
    assert names("Leren begint bovenaan: café, 34 %") == ["Poppins"]


def test_a_word_in_another_script_leaves_the_rest_to_the_brand() -> None:
    assert names("Meridiaan: 学习", "zh") == ["Poppins", "Noto Sans SC"]


def test_a_typeface_with_some_letters_of_a_script_steps_back() -> None:
    assert find_typeface("Poppins")
    assert names("από", "el") == ["Noto Sans", "Poppins"]  # Poppins has π, for sums
    assert names("Việc học", "vi") == ["Noto Sans", "Poppins"]


def test_a_letter_for_a_sum_does_not_make_it_step_back() -> None:
    assert names("2πr")[0] == "Poppins"


def test_one_foreign_name_in_a_long_text_does_not_make_it_step_back() -> None:
    assert names("Leren begint bovenaan. " * 20 + "Việt")[0] == "Poppins"


def test_a_symbol_comes_from_wherever_it_is() -> None:
    assert names("Leren → doen", own=("Poppins", "Source Sans 3")) == ["Poppins", "Source Sans 3"]


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        ("ja", "学", "JP"),
        ("ko", "學", "KR"),
        ("zh", "学", "SC"),
        ("zh_Hans", "学", "SC"),
        ("zh_Hant", "學", "TC"),
        ("zh-TW", "學", "TC"),
        ("yue", "學", "TC"),
        ("nl", "学び", "JP"),
        ("nl", "學 배움", "KR"),
        ("nl", "学", "SC"),
    ],
)
def test_a_shared_character_has_the_design_of_its_language(
    language: str, text: str, region: str
) -> None:
    assert han_region(language, text) == region
    assert names(text, language)[1].endswith(f" {region}")


def test_no_design_of_another_region_stands_in_for_one_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = families.find_spec
    monkeypatch.setattr(
        families, "find_spec", lambda name: None if name == "weblate_fonts" else found(name)
    )
    own: list[Typeface] = []
    assert choose_typefaces(own, "學習", "zh_Hant", "").missing == "學習"
    assert choose_typefaces(own, "學習", "zh", "").missing == ""


def test_only_the_families_that_a_poster_needs_are_loaded_for_it() -> None:
    needed = {tag: poster_in(tag).job.drawing.typefaces.families for tag in ("pl", "ja", "ar")}
    assert needed == {
        "pl": ("Poppins", "Source Sans 3"),
        "ja": ("Poppins", "Source Sans 3", "Noto Sans JP"),
        "ar": ("Poppins", "Source Sans 3", "IBM Plex Sans Arabic"),
    }


def test_the_fonts_that_are_used_count_in_the_digest() -> None:
    drawn = [poster_in(tag, "骨", "骨").job.drawing.typefaces for tag in ("ja", "zh", "zh_Hant")]
    assert len({typefaces.digest for typefaces in drawn}) == 3
    assert all(typefaces.own_files == () for typefaces in drawn)


def test_a_job_in_another_script_can_be_sent_to_a_worker() -> None:
    job = poster_in("he").job
    assert pickle.loads(pickle.dumps(job)) == job
    assert len(pickle.dumps(job)) < 1_000_000  # names, not files, of what packages bring


@pytest.mark.parametrize(
    ("template", "changed"),
    [
        ("quote", {"sponsor": LEADS["sponsor"] | {"quote_text": HEADLINES["vi"]}}),
        ("value", {"value": LEADS["value"] | {"name": HEADLINES["vi"]}}),
        ("compare", {"labels": {"do": HEADLINES["vi"], "avoid": ""}}),
        ("of-our-own", {"sponsor": LEADS["sponsor"] | {"quote_text": HEADLINES["vi"]}}),
    ],
)
def test_all_that_is_set_like_a_headline_chooses_its_typeface(
    template: str, changed: dict[str, Any], tmp_path: Path
) -> None:
    _, studio = opened(tmp_path)
    labels = {"labels": {"do": "Doen", "avoid": "Laten"}}
    data = {
        **LEADS,
        "headline": "Leren",
        "message_text": "",
        "points_text": [],
        **labels,
        **changed,
    }
    for name, family in ((template, "Source Sans 3"), ("type", "Poppins")):
        words = headline_type_of(name, data)
        assert studio.choose_fonts(data, words, "nl").by_role["headline"][0] == family


def test_fonts_that_the_brand_has_files_of_go_before_those_of_packages(tmp_path: Path) -> None:
    kurinto = find_typeface("Kurinto Sans")
    assert kurinto
    own = {"overrides/fonts/eigen.ttf": kurinto.files[0].path.read_bytes()}
    _, studio = opened(tmp_path, **own)
    chosen = studio.choose_fonts({"headline": HEADLINES["ar"]}, HEADLINES["ar"], "ar")
    assert chosen.by_role["headline"] == ["Poppins", "Source Sans 3", "Kurinto Sans"]
    assert [name for name, _ in chosen.typefaces.own_files] == ["eigen.ttf"]
    assert chosen.typefaces.families == ("Poppins", "Source Sans 3")


def test_the_locale_of_the_brands_words_tells_which_chinese_it_writes(tmp_path: Path) -> None:
    brand = BRAND.replace("languages: [nl]", "languages: [nl, zh]")
    words = {"overrides/words/zh.toml": 'locale = "zh_Hant"\n', "overrides/brand.yml": brand}
    project = load(write_project(tmp_path, **{PAGE: CAMPAIGN, **words}))
    assert project.catalogue
    studio, _ = open_studio(project, project.catalogue.brand)
    families = studio.choose_fonts({"headline": "學習"}, "學習", "zh").typefaces.families
    assert families == ("Poppins", "Source Sans 3", "Kurinto Sans TC")
