"""What the built site tells machines: heads of pages, lists, feed, schemas."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from PIL import Image

from tests.integration.pages import Document, documents

HOST = "https://intranet.meridiaan.example/"
LOCALES = {"": "nl_NL", "en/": "en_GB"}
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
MOST_CARD_BYTES = 80_000
TYPES = {
    "values/eerlijk/": "DefinedTerm",
    "audiences/directie/": "EducationalAudience",
    "people/noor-van-dijk/": "Person",
    "programmes/delegeren-en-loslaten/": "Course",
    "campaigns/leren-begint-bovenaan/": "Event",
    "values/": "DefinedTermSet",
    "": "WebSite",
    "handboek/": "WebPage",
}


@dataclass(frozen=True)
class Part:
    """The part of the site in one language."""

    root: str
    """Empty, or the folder of the language: ``en/``."""

    folder: Path
    pages: dict[str, Document]
    """Every page that readers are led to and that is written here, by its address in the part."""

    @property
    def address(self) -> str:
        return f"{HOST}{self.root}"


@pytest.fixture(scope="module", params=LOCALES)
def part(request: pytest.FixtureRequest, site: Path) -> Part:
    root = request.param
    found = documents(site / root).items()
    others = ("go/", "en/")
    pages = {
        path.removesuffix("index.html"): page
        for path, page in found
        if path != "404.html" and not path.startswith(others) and not _is_reference(page)
    }
    return Part(root, site / root, pages)


def _is_reference(page: Document) -> bool:
    """Return whether ``page`` only says in which language something is written."""
    return bool(page.all("meta", name="robots", content="noindex"))


def head(page: Document) -> dict[str, str]:
    """Return the properties of ``page`` by name; each may stand there once."""
    named = [
        (meta.get("property") or meta.get("name", ""), meta.get("content", ""))
        for meta in page.all("meta")
        if "property" in meta or "name" in meta
    ]
    assert len(dict(named)) == len(named), page.path
    return dict(named)


def test_every_page_has_all_that_a_link_preview_shows(
    part: Part,
) -> None:
    assert len(part.pages) > 35
    for address, page in part.pages.items():
        said = head(page)
        assert said["og:url"] == f"{part.address}{address}"
        assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": said["og:url"]}]
        assert said["og:title"], address
        assert said["description"] == said["og:description"] != "", address
        assert said["og:type"] in ("website", "article", "profile")
        assert (said["og:locale"], said["og:site_name"]) == (
            LOCALES[part.root],
            "Meridiaan leert",
        )
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image:alt"].endswith(said["og:title"])


def test_descriptions_differ_from_page_to_page(part: Part) -> None:
    said = [head(page)["description"] for page in part.pages.values()]
    assert len(set(said)) >= len(said) - 2  # two campaigns share the summary of a programme


def test_every_page_has_a_card_of_its_own(part: Part) -> None:
    cards = {head(page)["og:image"] for page in part.pages.values()}
    assert len(cards) == len(part.pages)
    for page in part.pages.values():
        said = head(page)
        content = (part.folder / said["og:image"].removeprefix(part.address)).read_bytes()
        size = Image.open(io.BytesIO(content)).size
        assert size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert len(content) <= MOST_CARD_BYTES, page.path


def linked_data(part: Part, address: str) -> list[dict[str, Any]]:
    [script] = LINKED_DATA.findall(
        (part.folder / address / "index.html").read_text(encoding="utf-8")
    )
    graph: list[dict[str, Any]] = json.loads(script)["@graph"]
    return graph


@pytest.mark.parametrize("address", TYPES)
def test_a_page_says_what_it_is_about(address: str, part: Part) -> None:
    thing = linked_data(part, address)[0]
    assert thing["@type"] == TYPES[address]
    assert thing["url"] == f"{part.address}{address}"
    assert thing["name"]


def test_linked_data_links_only_to_pages_that_there_are(
    part: Part,
) -> None:
    def addresses(part: Any) -> set[str]:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        here = {part["@id"]} if isinstance(part, dict) and "@id" in part else set()
        return here.union(*(addresses(each) for each in inner))

    found = set().union(*(addresses(linked_data(part, address)) for address in part.pages))
    inside = {address.removeprefix(part.address).partition("#")[0] for address in found}
    assert len(inside) > 20
    assert inside - part.pages.keys() == set()


def test_the_sitemap_lists_every_page_once(part: Part) -> None:
    root = ET.parse(part.folder / "sitemap.xml").getroot()
    listed = [loc.text for loc in root.iterfind(f"{SITEMAP}url/{SITEMAP}loc")]
    assert sorted(filter(None, listed)) == sorted(
        f"{part.address}{address}" for address in part.pages
    )
    assert root.findall(f".//{SITEMAP}lastmod") == []


def test_robots_are_told_of_the_sitemap(site: Path) -> None:
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {HOST}sitemap.xml" in robots.splitlines()


def test_pages_and_catalogue_fit_the_schemas_beside_them(
    part: Part,
) -> None:
    for name in ("catalogue", "pages"):
        data = json.loads((part.folder / f"api/{name}.json").read_bytes())
        schema = json.loads((part.folder / f"api/{name}.schema.json").read_bytes())
        assert data["$schema"] == schema["$id"] == f"{part.address}api/{name}.schema.json"
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    listed = json.loads((part.folder / "api/pages.json").read_bytes())["pages"]
    assert [page["url"] for page in listed] == [
        f"{part.address}{address}" for address in sorted(part.pages)
    ]


def test_every_page_leads_to_the_feed(part: Part) -> None:
    feed = ET.parse(part.folder / "campaigns/feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    for entry in feed.iterfind(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link[@rel='alternate']")
        assert link is not None
        assert link.get("href", "").removeprefix(part.address) in part.pages
    for address, page in part.pages.items():
        [link] = page.all("link", type="application/atom+xml")
        up = "../" * address.count("/")
        # One way to write the address of a page beside its own folder.
        assert link["href"] in (f"{up}campaigns/feed.xml", "feed.xml", "../feed.xml"), address
        assert link["rel"].split() == ["alternate"]


def test_an_address_that_leads_nowhere_is_not_to_be_found(site: Path) -> None:
    said = head(Document(site, "404.html"))
    assert said["robots"] == "noindex"
    assert "og:url" not in said
