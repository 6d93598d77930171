"""What the built site tells machines: heads of pages, lists, feed, schemas."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from PIL import Image

from tests.integration.pages import Document, documents

SITE = "https://intranet.meridiaan.example/"
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


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    """Every page of the site that readers are led to, by its address inside it."""
    found = documents(site).items()
    return {
        path.removesuffix("index.html"): page
        for path, page in found
        if path != "404.html" and not path.startswith("go/")
    }


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
    site: Path, pages: dict[str, Document]
) -> None:
    assert len(pages) > 35
    for address, page in pages.items():
        said = head(page)
        assert said["og:url"] == f"{SITE}{address}"
        assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": said["og:url"]}]
        assert said["og:title"], address
        assert said["description"] == said["og:description"] != "", address
        assert said["og:type"] in ("website", "article", "profile")
        assert (said["og:locale"], said["og:site_name"]) == ("nl_NL", "Meridiaan leert")
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image:alt"].endswith(said["og:title"])


def test_descriptions_differ_from_page_to_page(pages: dict[str, Document]) -> None:
    said = [head(page)["description"] for page in pages.values()]
    assert len(set(said)) >= len(said) - 2  # two campaigns share the summary of a programme


def test_every_page_has_a_card_of_its_own(site: Path, pages: dict[str, Document]) -> None:
    cards = {head(page)["og:image"] for page in pages.values()}
    assert len(cards) == len(pages)
    for page in pages.values():
        said = head(page)
        content = (site / said["og:image"].removeprefix(SITE)).read_bytes()
        size = Image.open(io.BytesIO(content)).size
        assert size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert len(content) <= MOST_CARD_BYTES, page.path


def linked_data(site: Path, address: str) -> list[dict[str, Any]]:
    [script] = LINKED_DATA.findall((site / address / "index.html").read_text(encoding="utf-8"))
    graph: list[dict[str, Any]] = json.loads(script)["@graph"]
    return graph


@pytest.mark.parametrize("address", TYPES)
def test_a_page_says_what_it_is_about(address: str, site: Path) -> None:
    thing = linked_data(site, address)[0]
    assert thing["@type"] == TYPES[address]
    assert thing["url"] == f"{SITE}{address}"
    assert thing["name"]


def test_linked_data_links_only_to_pages_that_there_are(
    site: Path, pages: dict[str, Document]
) -> None:
    def addresses(part: Any) -> set[str]:
        inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        here = {part["@id"]} if isinstance(part, dict) and "@id" in part else set()
        return here.union(*(addresses(each) for each in inner))

    found = set().union(*(addresses(linked_data(site, address)) for address in pages))
    inside = {address.removeprefix(SITE).partition("#")[0] for address in found}
    assert len(inside) > 20
    assert inside - pages.keys() == set()


def test_the_sitemap_lists_every_page_once(site: Path, pages: dict[str, Document]) -> None:
    root = ET.parse(site / "sitemap.xml").getroot()
    listed = [loc.text for loc in root.iterfind(f"{SITEMAP}url/{SITEMAP}loc")]
    assert sorted(filter(None, listed)) == sorted(f"{SITE}{address}" for address in pages)
    assert root.findall(f".//{SITEMAP}lastmod") == []
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {SITE}sitemap.xml" in robots.splitlines()


def test_pages_and_catalogue_fit_the_schemas_beside_them(
    site: Path, pages: dict[str, Document]
) -> None:
    for name in ("catalogue", "pages"):
        data = json.loads((site / f"api/{name}.json").read_bytes())
        schema = json.loads((site / f"api/{name}.schema.json").read_bytes())
        assert data["$schema"] == schema["$id"] == f"{SITE}api/{name}.schema.json"
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    listed = json.loads((site / "api/pages.json").read_bytes())["pages"]
    assert [page["url"] for page in listed] == [f"{SITE}{address}" for address in sorted(pages)]


def test_every_page_leads_to_the_feed(site: Path, pages: dict[str, Document]) -> None:
    feed = ET.parse(site / "campaigns/feed.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    for entry in feed.iterfind(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link[@rel='alternate']")
        assert link is not None
        assert link.get("href", "").removeprefix(SITE) in pages
    for address, page in pages.items():
        [link] = page.all("link", type="application/atom+xml")
        up = "../" * address.count("/")
        # One way to write the address of a page beside its own folder.
        assert link["href"] in (f"{up}campaigns/feed.xml", "feed.xml", "../feed.xml"), address
        assert link["rel"].split() == ["alternate"]


def test_an_address_that_leads_nowhere_is_not_to_be_found(site: Path) -> None:
    said = head(Document(site, "404.html"))
    assert said["robots"] == "noindex"
    assert "og:url" not in said
