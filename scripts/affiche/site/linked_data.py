"""What pages are about, for machines: schema.org's terms as JSON-LD (W3C JSON-LD 1.1).

Everything here is a plain dictionary made from the catalogue; only ``as_script`` knows of HTML.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from affiche.model import (
    Audience,
    Campaign,
    Catalogue,
    PageEntity,
    Person,
    Programme,
    Session,
    Value,
)
from affiche.site.addresses import KIND_FOLDERS
from affiche.site.course_instance import SCHEMA, Node, course_instance, without_gaps
from affiche.site.listing import ListedPage, PageKind, summary_of

# HTML Living Standard, 13.2.5.17: inside a script only "</script" and "<!--" mean something; with
# these written as JSON's own escapes neither can stand there, nor anything that XML would read.
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def as_script(data: Node) -> Markup:
    """Return ``data`` as JSON that may stand in ``<script type="application/ld+json">``."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704  # no character of markup is left


def linked_data(
    page: ListedPage,
    entity: PageEntity | None,
    catalogue: Catalogue,
    *,
    address_of: Callable[[PageEntity], str],
    site_url: str,
    site_name: str,
    overviews: dict[str, str],
    image: str | None = None,
) -> Node:
    """Return what ``page`` is about, and where it stands in the site.

    Args:
        page: The page.
        entity: What it is about, if it is a thing of the catalogue.
        catalogue: What readers may see.
        address_of: Gives the whole address of a thing's page.
        site_url: The address of the home page in the page's language; ends in a slash.
        site_name: What the site is called.
        overviews: What the overview of each folder is called, by folder.
        image: The whole address of a picture of the page.
    """
    scribe = _Scribe(catalogue, address_of, site_url, site_name)
    if entity is None:
        thing = scribe.page(page)
    else:
        thing = scribe.entity(entity) | {"inLanguage": page.language}
        if isinstance(entity, Value | Audience | Person):
            del thing["inLanguage"]  # no property of theirs
    if image and "image" not in thing:
        thing["image"] = image
    graph = [without_gaps(thing)]
    if entity is not None:
        folder = KIND_FOLDERS[type(entity)]
        trail = ((site_name, site_url), (overviews[folder], f"{site_url}{folder}/"))
        graph.append(_breadcrumbs((*trail, (page.title, page.url))))
    return {"@context": SCHEMA, "@graph": graph}


class _Scribe:
    """Writes the things of one catalogue."""

    def __init__(
        self,
        catalogue: Catalogue,
        address_of: Callable[[PageEntity], str],
        site_url: str,
        site_name: str,
    ) -> None:
        self._catalogue = catalogue
        self._address_of = address_of
        self._site_url = site_url
        self._site_name = site_name

    def page(self, page: ListedPage) -> Node:
        site: Node = {"@type": "WebSite", "name": self._site_name, "url": self._site_url}
        about: Node = {"url": page.url, "inLanguage": page.language}
        about["description"] = page.description
        if page.kind is PageKind.HOME:
            return site | about | {"publisher": self._organisation()}
        if page.kind is PageKind.OVERVIEW and page.id == KIND_FOLDERS[Value]:
            values = [self._reference(value) for value in self._catalogue.values]
            return self._value_set(page.title) | about | {"hasDefinedTerm": values}
        kind = "CollectionPage" if page.kind is PageKind.OVERVIEW else "WebPage"
        return {"@type": kind, "name": page.title} | about | {"isPartOf": site}

    def entity(self, entity: PageEntity) -> Node:
        writers: dict[type, Callable[[Any], Node]] = {
            Value: self._value,
            Audience: self._audience,
            Person: self._person,
            Programme: self._programme,
            Campaign: self._campaign,
        }
        node = self._reference(entity) | {"url": self._address(entity)}
        node["description"] = summary_of(entity)
        return node | writers[type(entity)](entity)

    def _value(self, value: Value) -> Node:
        return {
            "termCode": value.id,
            "alternateName": list(value.keywords),
            "inDefinedTermSet": self._value_set(None),
        }

    def _audience(self, audience: Audience) -> Node:
        return {
            "audienceType": audience.name,
            "educationalRole": audience.level.value,
            "alternateName": list(audience.keywords),
        }

    def _person(self, person: Person) -> Node:
        portrait = f"{self._site_url}people/{person.portrait}" if person.portrait else None
        return {
            "jobTitle": person.job_title,
            "worksFor": self._organisation(),
            "image": portrait,
        }

    def _programme(self, programme: Programme) -> Node:
        catalogue = self._catalogue
        return {
            "courseCode": programme.id,
            "provider": self._organisation(),
            "sponsor": self._people(programme.sponsor),
            "teaches": list(programme.teaches),
            "keywords": list(programme.keywords),
            "about": [self._reference(catalogue.value[v.value]) for v in programme.values],
            "audience": [
                self._reference(catalogue.audience[a.audience]) for a in programme.audiences
            ],
            "hasCourseInstance": [self._session(programme, s) for s in programme.sessions],
        }

    def _campaign(self, campaign: Campaign) -> Node:
        catalogue = self._catalogue
        things: list[PageEntity] = [catalogue.programme[p] for p in campaign.programmes]
        things += [catalogue.value[v] for v in campaign.values]
        return {
            "startDate": campaign.starts.isoformat(),
            "endDate": campaign.ends.isoformat(),
            "eventStatus": f"{SCHEMA}EventScheduled",
            "eventAttendanceMode": f"{SCHEMA}MixedEventAttendanceMode",
            # It happens everywhere in the company; what can be visited for sure is its page.
            "location": {"@type": "VirtualLocation", "url": self._address(campaign)},
            "organizer": self._organisation(),
            "sponsor": self._people(campaign.sponsor),
            "keywords": list(campaign.keywords),
            "about": [self._reference(thing) for thing in things],
            "audience": [self._reference(catalogue.audience[a]) for a in campaign.audiences],
        }

    def _session(self, programme: Programme, session: Session) -> Node:
        node = course_instance(programme.name, session, self._catalogue.brand.zone)
        address = self._address(programme)
        return node | {
            "@id": f"{address}#session-{session.start:%Y-%m-%dT%H%M}",
            "url": session.register_url or address,
            "organizer": self._organisation(),
        }

    def _reference(self, entity: PageEntity) -> Node:
        """Return ``entity`` by type, identity and name: enough to link things to each other."""
        kinds = {
            Value: "DefinedTerm",
            Audience: "EducationalAudience",
            Person: "Person",
            Programme: "Course",
            Campaign: "Event",
        }
        return {"@type": kinds[type(entity)], "@id": self._address(entity), "name": entity.name}

    def _people(self, sponsor: str | None) -> Node | None:
        return self._reference(self._catalogue.person[sponsor]) if sponsor else None

    def _value_set(self, name: str | None) -> Node:
        address = f"{self._site_url}{KIND_FOLDERS[Value]}/"
        named = {"name": name} if name else {}
        return {"@type": "DefinedTermSet", "@id": address} | named | {"url": address}

    def _organisation(self) -> Node:
        return {
            "@type": "Organization",
            "name": self._catalogue.brand.name,
            "url": self._site_url,
        }

    def _address(self, entity: PageEntity) -> str:
        return self._address_of(entity)


def _breadcrumbs(trail: tuple[tuple[str, str], ...]) -> Node:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(trail, start=1)
        ],
    }
