"""The catalogue is linked both ways, and sorted as people see it."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from pydantic import ValidationError

from affiche.content import load
from affiche.model import Audience, Catalogue, Level, Value, in_reading_order
from tests.posters.wall import ROOT
from tests.project import AUDIENCE, CAMPAIGN, PERSON, PROGRAMME, VALUE, write_project


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Two of everything; of each pair only one is used by the other things."""
    root = write_project(
        tmp_path_factory.mktemp("project"),
        **{
            "docs/values/eerlijk.md": VALUE.replace("Nieuwsgierig", "eerlijk").replace(
                "sponsor: noor-el-amrani\n", ""
            ),
            "docs/audiences/directie.md": AUDIENCE.replace("manager", "executive"),
            "docs/people/bo.md": PERSON.replace("Noor el Amrani", "Bo"),
            "docs/programmes/zwijgen.md": PROGRAMME.replace("Luisteren", "Alleen zwijgen")
            .replace("nieuwsgierig", "eerlijk")
            .replace("audience: leidinggevenden", "audience: directie")
            .replace("noor-el-amrani", "bo"),
            "campaigns/eerder/index.md": CAMPAIGN.replace(
                "starts: 2026-12-03", "starts: 2026-12-01"
            )
            .replace("- nieuwsgierig", "- eerlijk")
            .replace("[leidinggevenden]", "[directie]")
            .replace("[luisteren]", "[zwijgen]")
            .replace("sponsor: noor-el-amrani", "sponsor: bo")
            .replace("status: approved", "publish_on: 2026-11-20\nstatus: approved"),
            "campaigns/eerder/zaal.jpg": b"\xff\xd8\xff\xe0",
            "campaigns/eerder/locations.csv": "id,name\nutrecht,Utrecht\n",
        },
    )
    project = load(root)
    assert project.catalogue, project.diagnostics
    return project.catalogue


def ids(entities: tuple[object, ...]) -> list[str]:
    return [entity.id for entity in entities]  # type: ignore[attr-defined]


def test_things_are_found_by_id(catalogue: Catalogue) -> None:
    assert catalogue.value["eerlijk"].name == "eerlijk"
    assert catalogue.audience["directie"].level is Level.EXECUTIVE
    assert catalogue.person["bo"].name == "Bo"
    assert catalogue.programme["zwijgen"].name == "Alleen zwijgen"
    assert catalogue.campaign["eerder"].starts == dt.date(2026, 12, 1)
    with pytest.raises(KeyError):
        catalogue.value["zwijgen"]


def test_programmes_are_found_from_all_that_they_name(catalogue: Catalogue) -> None:
    assert ids(catalogue.programmes_with_value("eerlijk")) == ["zwijgen"]
    assert ids(catalogue.programmes_for("directie")) == ["zwijgen"]
    assert ids(catalogue.programmes_of("bo")) == ["zwijgen"]
    assert ids(catalogue.programmes_of("niemand")) == []


def test_campaigns_are_found_from_all_that_they_name(catalogue: Catalogue) -> None:
    assert ids(catalogue.campaigns_with_value("eerlijk")) == ["eerder"]
    assert ids(catalogue.campaigns_for("directie")) == ["eerder"]
    assert ids(catalogue.campaigns_with_programme("zwijgen")) == ["eerder"]
    assert ids(catalogue.campaigns_of("bo")) == ["eerder"]
    assert ids(catalogue.campaigns_of("noor-el-amrani")) == ["bovenaan"]


def test_values_are_found_from_their_sponsor(catalogue: Catalogue) -> None:
    assert ids(catalogue.values_of("noor-el-amrani")) == ["nieuwsgierig"]
    assert ids(catalogue.values_of("bo")) == []


def test_lists_are_in_the_order_in_which_people_see_them(catalogue: Catalogue) -> None:
    assert ids(catalogue.values) == ["eerlijk", "nieuwsgierig"]  # capitals do not count
    assert ids(catalogue.audiences) == ["directie", "leidinggevenden"]
    assert ids(catalogue.people) == ["bo", "noor-el-amrani"]
    assert ids(catalogue.programmes) == ["zwijgen", "luisteren"]
    assert ids(catalogue.campaigns) == ["eerder", "bovenaan"]


def test_audiences_go_from_the_top_down() -> None:
    audiences = [Audience(id=level.value, name=level.value, level=level) for level in Level]
    shuffled = random.Random(1).sample(audiences, len(audiences))
    assert shuffled != audiences
    assert [a.level for a in in_reading_order(shuffled)] == list(Level)


def test_only_what_may_be_seen_is_visible(catalogue: Catalogue) -> None:
    before = dt.date(2026, 11, 19)
    assert ids(catalogue.visible(before).campaigns) == ["bovenaan"]
    assert ids(catalogue.visible(before, drafts=True).campaigns) == ["eerder", "bovenaan"]
    assert ids(catalogue.visible(dt.date(2026, 11, 20)).campaigns) == ["eerder", "bovenaan"]
    assert catalogue.visible(before).programmes == catalogue.programmes


def test_nothing_in_it_can_be_changed(catalogue: Catalogue) -> None:
    with pytest.raises(AttributeError):
        catalogue.values = ()  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        catalogue.values[0].name = "Anders"


def test_a_campaign_takes_the_colours_of_its_first_value() -> None:
    sample = load(ROOT).catalogue
    assert sample
    for one in sample.campaigns:
        colour = sample.value[one.values[0]].colour
        assert colour
        assert sample.scheme_of(one) == sample.brand.schemes[colour]


def test_a_value_without_a_colour_gets_the_first_scheme(catalogue: Catalogue) -> None:
    first = next(iter(catalogue.brand.schemes.values()))
    assert catalogue.brand.scheme(None) == first
    plain = Catalogue(
        catalogue.brand,
        tuple(Value.model_copy(value, update={"colour": None}) for value in catalogue.values),
    )
    assert plain.scheme_of(catalogue.campaigns[0]) == first
