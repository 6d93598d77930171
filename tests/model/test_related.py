"""What is related shares something; what shares more of what counts comes first."""

from __future__ import annotations

import pytest

from affiche.content import load
from affiche.model import Campaign, Catalogue, Programme, related_campaigns, related_programmes
from tests.project import write_project


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    loaded = load(write_project(tmp_path_factory.mktemp("project"))).catalogue
    assert loaded
    return loaded


def programme(
    catalogue: Catalogue, name: str, value: str, audience: str, *skills: str
) -> Programme:
    first = catalogue.programmes[0]
    return first.model_copy(
        update={
            "id": name,
            "values": (first.values[0].model_copy(update={"value": value}),),
            "audiences": (first.audiences[0].model_copy(update={"audience": audience}),),
            "teaches": skills,
        }
    )


def with_programmes(catalogue: Catalogue, *programmes: Programme) -> Catalogue:
    return Catalogue(catalogue.brand, programmes=programmes)


def test_skills_count_more_than_audiences_and_these_more_than_values(catalogue: Catalogue) -> None:
    one = programme(catalogue, "een", "eerlijk", "directie", "luisteren")
    value = programme(catalogue, "waarde", "eerlijk", "iedereen")
    audience = programme(catalogue, "groep", "samen", "directie")
    skill = programme(catalogue, "kunst", "samen", "iedereen", "luisteren", "zwijgen")
    nothing = programme(catalogue, "niets", "samen", "iedereen", "zwijgen")
    everything = with_programmes(catalogue, one, value, audience, nothing, skill)
    related = related_programmes(everything, one)
    assert [each.entity.id for each in related] == ["kunst", "groep", "waarde"]
    assert [each.skills for each in related] == [("luisteren",), (), ()]
    assert [each.audiences for each in related] == [(), ("directie",), ()]
    assert [each.values for each in related] == [(), (), ("eerlijk",)]


def test_of_two_that_are_as_near_the_first_seen_comes_first(catalogue: Catalogue) -> None:
    a, b, c = (programme(catalogue, name, "eerlijk", "directie") for name in "abc")
    found = related_programmes(with_programmes(catalogue, a, b, c), b)
    assert [each.entity.id for each in found] == ["a", "c"]
    assert len(related_programmes(with_programmes(catalogue, a, b, c), b, most=1)) == 1


def test_nothing_is_related_to_what_stands_alone(catalogue: Catalogue) -> None:
    one = programme(catalogue, "een", "eerlijk", "directie")
    other = programme(catalogue, "ander", "samen", "iedereen")
    assert related_programmes(with_programmes(catalogue, one, other), one) == ()


def campaign(catalogue: Catalogue, name: str, **changes: tuple[str, ...]) -> Campaign:
    alone = {"programmes": (name,), "values": (name,), "audiences": (name,)}
    return catalogue.campaigns[0].model_copy(update={"id": name, **alone, **changes})


def test_campaigns_of_the_same_programme_come_first(catalogue: Catalogue) -> None:
    one = campaign(catalogue, "een")
    same_value = campaign(catalogue, "waarde", values=("een",))
    same_programme = campaign(catalogue, "programma", programmes=("een", "ander"))
    found = related_campaigns((same_value, one, same_programme, campaign(catalogue, "los")), one)
    assert [each.entity.id for each in found] == ["programma", "waarde"]
    assert found[0].programmes == ("een",)
