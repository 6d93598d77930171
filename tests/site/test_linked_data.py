"""Linked data: schema.org's types with the properties that readers ask for, safely written."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from affiche.model import Catalogue, Entity, Programme, Session, SessionStatus
from affiche.site.addresses import path_of
from affiche.site.edition import Edition
from affiche.site.linked_data import as_script, linked_data
from affiche.site.listing import ListedPage, PageKind
from tests.site.conftest import SITE, TODAY
from tests.site.editions import edition_of

IMAGE = f"{SITE}assets/cards/x.png"
OVERVIEWS = {
    "values": "Waarden",
    "audiences": "Voor jou",
    "people": "Mensen",
    "programmes": "Programma’s",
    "campaigns": "Nu bezig",
}


def page(kind: PageKind, path: str = "", title: str = "Titel", of: str | None = None) -> ListedPage:
    return ListedPage(
        url=f"{SITE}{path}",
        title=title,
        kind=kind,
        id=of,
        language="nl",
        description="Wat er staat.",
        path=path,
    )


def graph(edition: Edition, listed: ListedPage, entity: Entity | None) -> list[dict[str, Any]]:
    data = linked_data(
        listed,
        entity,
        edition.catalogue,
        address_of=edition.address_of,
        site_url=SITE,
        site_name="Leren",
        overviews=OVERVIEWS,
        image=IMAGE,
    )
    assert data["@context"] == "https://schema.org/"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def about(edition: Edition, entity: Any) -> dict[str, Any]:
    kind = PageKind(type(entity).__name__.lower())
    node, trail = graph(edition, page(kind, path_of(entity), of=entity.id), entity)
    assert trail["@type"] == "BreadcrumbList"
    return node


def with_sessions(catalogue: Catalogue, *sessions: Session) -> Catalogue:
    [programme] = catalogue.programmes
    changed = programme.model_copy(update={"sessions": sessions, "keywords": ("oren open",)})
    return replace(catalogue, programmes=(changed,))


def session(**changes: Any) -> Session:
    given: dict[str, Any] = {
        "start": dt.datetime(2026, 12, 10, 9, 0),
        "end": dt.datetime(2026, 12, 10, 12, 30),
        "location": "Zaal Maas, Utrecht",
    }
    return Session(**(given | changes))


def instance(catalogue: Catalogue, of: Session) -> dict[str, Any]:
    edition = edition_of(with_sessions(catalogue, of), TODAY)
    [found] = about(edition, edition.catalogue.programmes[0])["hasCourseInstance"]
    assert found["@type"] == "CourseInstance"
    return dict(found)


def test_a_programme_is_a_course(catalogue: Catalogue) -> None:
    edition = edition_of(with_sessions(catalogue, session()), TODAY)
    course = about(edition, edition.catalogue.programmes[0])
    # Google's list for Course: name, description and provider.
    assert course["@type"] == "Course"
    assert course["name"] == "Luisteren"
    assert course["description"] == "Twee dagdelen over echt luisteren."
    assert course["provider"] == {"@type": "Organization", "name": "Meridiaan", "url": SITE}
    assert course["@id"] == course["url"] == f"{SITE}programmes/luisteren/"
    assert course["keywords"] == ["oren open"]
    assert course["image"] == IMAGE
    assert [a["@type"] for a in course["audience"]] == ["EducationalAudience"]
    assert [v["@id"] for v in course["about"]] == [f"{SITE}values/nieuwsgierig/"]
    assert course["sponsor"]["@type"] == "Person"


def test_a_session_is_a_course_instance_with_its_offset_from_utc(catalogue: Catalogue) -> None:
    found = instance(catalogue, session(capacity=14, language="en"))
    assert found["startDate"] == "2026-12-10T09:00:00+01:00"
    assert found["endDate"] == "2026-12-10T12:30:00+01:00"
    assert found["courseWorkload"] == "PT3H30M"
    assert found["courseMode"] == "onsite"
    assert found["location"] == {
        "@type": "Place",
        "name": "Zaal Maas, Utrecht",
        "address": "Zaal Maas, Utrecht",
    }
    assert (found["maximumAttendeeCapacity"], found["inLanguage"]) == (14, "en")


def test_summer_time_is_another_offset(catalogue: Catalogue) -> None:
    moments = {
        "start": dt.datetime(2027, 7, 1, 9, 0),
        "end": dt.datetime(2027, 7, 1, 10, 0),
    }
    assert instance(catalogue, session(**moments))["startDate"] == "2027-07-01T09:00:00+02:00"


@pytest.mark.parametrize(
    ("status", "written"),
    [
        (SessionStatus.SCHEDULED, "https://schema.org/EventScheduled"),
        (SessionStatus.POSTPONED, "https://schema.org/EventPostponed"),
        (SessionStatus.CANCELLED, "https://schema.org/EventCancelled"),
    ],
)
def test_a_session_says_whether_it_goes_on(
    status: SessionStatus, written: str, catalogue: Catalogue
) -> None:
    assert instance(catalogue, session(status=status))["eventStatus"] == written


@pytest.mark.parametrize(
    ("where", "mode", "attendance", "kinds"),
    [
        ({}, "onsite", "OfflineEventAttendanceMode", ["Place"]),
        (
            {"location": None, "url": "https://x.example/"},
            "online",
            "OnlineEventAttendanceMode",
            ["VirtualLocation"],
        ),
        (
            {"url": "https://x.example/"},
            "blended",
            "MixedEventAttendanceMode",
            ["Place", "VirtualLocation"],
        ),
    ],
)
def test_a_session_says_where_one_takes_part(
    where: dict[str, Any], mode: str, attendance: str, kinds: list[str], catalogue: Catalogue
) -> None:
    found = instance(catalogue, session(**where))
    places = found["location"]
    assert [p["@type"] for p in (places if isinstance(places, list) else [places])] == kinds
    assert found["courseMode"] == mode
    assert found["eventAttendanceMode"] == f"https://schema.org/{attendance}"


def test_a_campaign_is_an_event(edition: Edition) -> None:
    event = about(edition, edition.catalogue.campaigns[0])
    # Google's list for Event: name, startDate and location; the rest is what it recommends.
    assert event["@type"] == "Event"
    assert (event["startDate"], event["endDate"]) == ("2026-12-03", "2027-01-31")
    assert event["location"]["url"] == event["url"] == f"{SITE}campaigns/bovenaan/"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["organizer"]["name"] == "Meridiaan"
    assert event["description"] == "Wie leidt, leert het eerst."
    assert {thing["@type"] for thing in event["about"]} == {"Course", "DefinedTerm"}


def test_a_value_is_a_term_of_the_companys_set(edition: Edition) -> None:
    term = about(edition, edition.catalogue.values[0])
    assert term["@type"] == "DefinedTerm"
    assert (term["name"], term["termCode"]) == ("Nieuwsgierig", "nieuwsgierig")
    assert term["inDefinedTermSet"]["@id"] == f"{SITE}values/"
    [terms] = graph(edition, page(PageKind.OVERVIEW, "values/", "Waarden", "values"), None)
    assert (terms["@type"], terms["@id"]) == ("DefinedTermSet", f"{SITE}values/")
    assert [t["@id"] for t in terms["hasDefinedTerm"]] == [term["@id"]]


def test_an_audience_and_a_person_are_what_they_are(edition: Edition) -> None:
    audience = about(edition, edition.catalogue.audiences[0])
    assert audience["@type"] == "EducationalAudience"
    assert (audience["audienceType"], audience["educationalRole"]) == ("Leidinggevenden", "manager")
    person = about(edition, edition.catalogue.people[0])
    assert (person["@type"], person["jobTitle"]) == ("Person", "Directeur Mens en Organisatie")
    assert person["image"] == f"{SITE}people/noor.jpg"


def test_a_page_of_a_thing_says_where_it_stands(edition: Edition) -> None:
    value = edition.catalogue.values[0]
    _, trail = graph(edition, page(PageKind.VALUE, path_of(value), "Nieuwsgierig"), value)
    assert [(i["position"], i["name"], i["item"]) for i in trail["itemListElement"]] == [
        (1, "Leren", SITE),
        (2, "Waarden", f"{SITE}values/"),
        (3, "Nieuwsgierig", f"{SITE}values/nieuwsgierig/"),
    ]


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (PageKind.HOME, "WebSite"),
        (PageKind.OVERVIEW, "CollectionPage"),
        (PageKind.PAGE, "WebPage"),
    ],
)
def test_other_pages_are_pages(kind: PageKind, written: str, edition: Edition) -> None:
    [node] = graph(edition, page(kind, "x/"), None)
    assert (node["@type"], node["inLanguage"]) == (written, "nl")


NASTY = '</script><script>alert("1")</script><!-- & \u2028 é'


def test_no_text_can_end_the_script_that_it_stands_in(catalogue: Catalogue) -> None:
    [programme] = catalogue.programmes
    nasty = programme.model_copy(update={"name": NASTY, "teaches": (NASTY,)})
    assert isinstance(nasty, Programme)
    edition = edition_of(catalogue, TODAY)
    script = as_script({"@graph": graph(edition, page(PageKind.PROGRAMME, "x/", NASTY), nasty)})
    assert not set("<>&\u2028") & set(script)
    node, trail = json.loads(script)["@graph"]
    assert (node["name"], node["teaches"]) == (NASTY, [NASTY])
    assert trail["itemListElement"][-1]["name"] == NASTY
