"""What is in it for whom, and what changed because somebody said something."""

from __future__ import annotations

from typing import Any

from affiche.content.prose import parse_prose
from affiche.model import (
    Audience,
    AudienceLink,
    Campaign,
    Catalogue,
    Feedback,
    Level,
    Programme,
    Prose,
    plain_text,
)
from affiche.site.offers import changed, gains_of, offers

TOP = Audience(id="directie", name="Directie", level=Level.EXECUTIVE)
ALL = Audience(id="iedereen", name="Iedereen", level=Level.EVERYONE)


def text(words: str) -> Prose:
    return Prose(parse_prose(words, lambda href: href).blocks)


def programme(catalogue: Catalogue, name: str, *audiences: str, **changes: Any) -> Programme:
    links = tuple(AudienceLink(audience=a, benefit=text(f"{name} {a}")) for a in audiences)
    return catalogue.programmes[0].model_copy(update={"id": name, "audiences": links, **changes})


def campaign(catalogue: Catalogue, name: str, *audiences: str, promotes: str) -> Campaign:
    update = {"id": name, "audiences": audiences, "benefits": (), "programmes": (promotes,)}
    return catalogue.campaigns[0].model_copy(update=update)


def with_programmes(catalogue: Catalogue, *programmes: Programme) -> Catalogue:
    return Catalogue(catalogue.brand, audiences=(TOP, ALL), programmes=programmes)


def test_gains_go_from_the_top_down_and_everyone_s_are_known(catalogue: Catalogue) -> None:
    one = programme(catalogue, "een", "iedereen", "directie")
    gains = gains_of(with_programmes(catalogue, one), one)
    assert [gain.audience.id for gain in gains] == ["directie", "iedereen"]
    assert [gain.for_everyone for gain in gains] == [False, True]
    assert plain_text(gains[0].text) == "een directie"


def test_a_campaign_without_a_benefit_says_its_message(catalogue: Catalogue) -> None:
    one = campaign(catalogue, "c", "directie", promotes="een")
    (gain,) = gains_of(with_programmes(catalogue), one)
    assert gain.text == one.message
    own = catalogue.campaigns[0]
    assert gains_of(catalogue, own)[0].text == own.benefits[0].text != own.message


def test_programmes_that_no_current_campaign_promotes_follow(catalogue: Catalogue) -> None:
    known = with_programmes(
        catalogue,
        programme(catalogue, "een", "directie"),
        programme(catalogue, "twee", "directie"),
    )
    found = offers(known, [campaign(catalogue, "c", "directie", promotes="een")])
    assert [offer.entity.id for offer in found] == ["c", "twee"]
    assert [offer.is_campaign for offer in found] == [True, False]


def test_each_audience_sees_no_more_than_its_share(catalogue: Catalogue) -> None:
    many = [programme(catalogue, f"p{n}", "directie") for n in range(5)]
    last = programme(catalogue, "z", "directie", "iedereen")
    found = offers(with_programmes(catalogue, *many, last), [], most=2)
    assert [offer.entity.id for offer in found] == ["p0", "p1", "z"]


def test_only_what_was_acted_upon_is_told_current_things_first(catalogue: Catalogue) -> None:
    said, did = (text("Te lang."),), (text("Korter."),)
    known = with_programmes(
        catalogue,
        programme(catalogue, "a", feedback=Feedback(before=said, actions=did)),
        programme(catalogue, "b", feedback=Feedback(before=said)),
        programme(catalogue, "c"),
        programme(catalogue, "d", feedback=Feedback(after=said, actions=did)),
        programme(catalogue, "e", feedback=Feedback(actions=did)),
    )
    current = [campaign(catalogue, "x", promotes="d")]
    assert [p.id for p in changed(known, current)] == ["d", "a"]
    assert [p.id for p in changed(known, current, most=1)] == ["d"]
