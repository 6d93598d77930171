"""What a translation gives its catalogue, and what stays of the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.content import load
from affiche.content.schema import fields_of
from affiche.content.translated_fields import NAMES, ONLY_IN_TRANSLATION, TEXTS, TOLD_APART_BY
from affiche.model import Catalogue, Part, plain_text
from affiche.report import as_text
from tests.project import (
    BILINGUAL,
    CAMPAIGN,
    CAMPAIGN_IN_ENGLISH,
    ENGLISH,
    PROGRAMME,
    write_project,
)


def english(root: Path, **files: str | bytes | None) -> Catalogue:
    project = load(write_project(root, **{**ENGLISH, **files}))
    assert project.catalogue, [as_text(each) for each in project.diagnostics]
    assert project.catalogues["nl"] is project.catalogue
    return project.catalogues["en"]


def test_a_translation_brings_its_texts_and_keeps_the_rest(tmp_path: Path) -> None:
    (campaign,) = english(tmp_path).campaigns
    assert campaign.language == "en"
    assert campaign.title == "From the top"
    assert campaign.body == "The story of the campaign."
    assert campaign.starts.isoformat() == "2026-12-03"
    assert campaign.programmes == ("luisteren",)
    assert [str(benefit.text) for benefit in campaign.benefits] == ["Your team tells you more."]
    assert campaign.posters[1].places[0].name == "Utrecht"


def test_what_is_not_translated_is_there_in_the_language_of_its_original(tmp_path: Path) -> None:
    files = {"overrides/brand.yml": BILINGUAL}
    project = load(write_project(tmp_path, **files))
    (campaign,) = project.catalogues["en"].campaigns
    assert (campaign.language, campaign.title) == ("nl", "Leren begint bovenaan")


def test_a_text_that_a_translation_leaves_out_says_its_language(tmp_path: Path) -> None:
    page = "docs/programmes/luisteren.en.md"
    catalogue = english(tmp_path, **{page: "---\nsummary: Two half-days.\n---\n"})
    (programme,) = catalogue.programmes
    assert programme.summary.language is None
    assert programme.name == "Luisteren"
    benefit = programme.audiences[0].benefit
    assert (plain_text(benefit), benefit.language) == ("Je team vertelt je meer.", "nl")


def test_the_words_of_a_poster_are_left_out_rather_than_shown_in_another_language(
    tmp_path: Path,
) -> None:
    original = CAMPAIGN.replace(
        "  - template: photo\n", "  - template: photo\n    headline: Hallo\n    points: [Een]\n"
    ).replace("image: zaal.jpg", "points: [Twee]\nimage: zaal.jpg")
    (campaign,) = english(tmp_path, **{"campaigns/bovenaan/index.md": original}).campaigns
    assert campaign.points == ()
    assert campaign.posters[0].headline is None
    assert campaign.posters[0].points is None


def test_items_are_told_apart_by_name_whatever_their_order(tmp_path: Path) -> None:
    second = "docs/audiences/iedereen"
    files = {
        f"{second}.md": "---\nname: Iedereen\nlevel: everyone\n---\n",
        f"{second}.en.md": "---\nname: Everyone\n---\n",
        "docs/programmes/luisteren.md": PROGRAMME.replace(
            "sponsor:", "  - audience: iedereen\n    benefit: Voor iedereen.\nsponsor:"
        ),
        "docs/programmes/luisteren.en.md": (
            "---\nsummary: S\naudiences:\n"
            "  - audience: iedereen\n    benefit: For all.\n"
            "  - audience: leidinggevenden\n    benefit: For leaders.\n---\n"
        ),
    }
    (programme,) = english(tmp_path, **files).programmes
    assert [(link.audience, str(link.benefit)) for link in programme.audiences] == [
        ("leidinggevenden", "For leaders."),
        ("iedereen", "For all."),
    ]


def test_sessions_that_start_together_keep_their_order(tmp_path: Path) -> None:
    session = "  - start: 2026-12-03T10:00\n    end: 2026-12-03T11:00\n    location: {}\n"
    original = PROGRAMME.replace(
        "sponsor:", f"sessions:\n{session.format('Gent')}{session.format('Luik')}sponsor:"
    )
    start = "  - start: 2026-12-03T10:00\n    location: {}\n"
    translation = f"---\nsummary: S\nsessions:\n{start.format('Ghent')}{start.format('Liège')}---\n"
    files = {
        "docs/programmes/luisteren.md": original,
        "docs/programmes/luisteren.en.md": translation,
    }
    (programme,) = english(tmp_path, **files).programmes
    assert [session.location for session in programme.sessions] == ["Ghent", "Liège"]


def test_a_text_has_the_place_where_it_was_written(tmp_path: Path) -> None:
    (campaign,) = english(tmp_path).campaigns
    assert str(campaign.source.place("title")) == "campaigns/bovenaan/index.en.md:2:8"
    assert str(campaign.source.place("benefits", 0, "text")).startswith(
        "campaigns/bovenaan/index.en.md:6:"
    )
    line = CAMPAIGN.split("\n").index("starts: 2026-12-03") + 1
    assert str(campaign.source.place("starts")) == f"campaigns/bovenaan/index.md:{line}:9"


def test_the_order_is_that_of_the_language(tmp_path: Path) -> None:
    files = {
        "docs/values/a.md": "---\nname: Aandacht\nstatement: A\n---\n",
        "docs/values/a.en.md": "---\nname: Zeal\nstatement: A\n---\n",
    }
    catalogue = english(tmp_path, **files)
    assert [value.name for value in catalogue.values] == ["Curious", "Zeal"]


def test_a_link_in_a_translation_leads_to_the_page_of_the_same_language(tmp_path: Path) -> None:
    message = "Those who [lead](../../docs/values/nieuwsgierig.en.md) learn first."
    page = CAMPAIGN_IN_ENGLISH.replace("Those who lead learn first.", message)
    (campaign,) = english(tmp_path, **{"campaigns/bovenaan/index.en.md": page}).campaigns
    assert "values/nieuwsgierig/" in repr(campaign.message)


@pytest.mark.parametrize("table", [TEXTS, NAMES, ONLY_IN_TRANSLATION, TOLD_APART_BY])
def test_every_field_that_can_be_translated_is_one(table: dict[type[Part], frozenset[str]]) -> None:
    for part, names in table.items():
        assert set(names) <= set(fields_of(part)), part
