"""The list of pages: titles, kinds, languages and descriptions."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from affiche.model import Catalogue
from affiche.site.edition import Edition
from affiche.site.listing import (
    DESCRIPTION_CHARACTERS,
    ListedPage,
    PageKind,
    list_pages,
    shortened,
    summary_of,
)
from affiche.site.pages_json import pages_json, pages_schema
from tests.site.conftest import SITE, TODAY
from tests.site.editions import edition_of

ORDINARY = {"handboek/index.md": ("nl",), "handboek/print.md": ("nl",)}


def mkdocs_page(url: str, source: str, meta: dict[str, Any], **more: Any) -> Any:
    """Return what ``list_pages`` reads of MkDocs' pages."""
    given = {"title": "Kop", "content": "", "is_homepage": url == ""}
    return SimpleNamespace(
        url=url, meta=meta, file=SimpleNamespace(src_uri=source), **(given | more)
    )


def listed(edition: Edition, *pages: Any) -> tuple[ListedPage, ...]:
    return list_pages(pages, edition)


def with_ordinary(catalogue: Catalogue, language: str = "nl") -> Edition:
    edition = edition_of(catalogue, TODAY, language)
    object.__setattr__(edition, "ordinary_pages", ORDINARY)
    return edition


def about(kind: str, name: str) -> dict[str, Any]:
    return {"affiche": {"kind": kind, "id": name}}


@pytest.mark.parametrize(
    ("kind", "name", "expected", "title"),
    [
        ("values", "nieuwsgierig", PageKind.VALUE, "Nieuwsgierig"),
        ("audiences", "leidinggevenden", PageKind.AUDIENCE, "Leidinggevenden"),
        ("people", "noor-el-amrani", PageKind.PERSON, "Noor el Amrani"),
        ("programmes", "luisteren", PageKind.PROGRAMME, "Luisteren"),
        ("campaigns", "bovenaan", PageKind.CAMPAIGN, "Leren begint bovenaan"),
    ],
)
def test_a_page_about_a_thing_is_called_after_it(
    kind: str, name: str, expected: PageKind, title: str, edition: Edition
) -> None:
    url = f"{kind}/{name}/"
    [page] = listed(edition, mkdocs_page(url, "x.md", about(kind, name)))
    assert (page.url, page.path, page.kind, page.id) == (SITE + url, url, expected, name)
    assert (page.title, page.language) == (title, "nl")


def test_an_ordinary_page_is_described_by_its_first_paragraph(catalogue: Catalogue) -> None:
    html = "<h1>Kop</h1><ul><li>nee</li></ul><p>Wat R&amp;D <em>doet</em>.</p><p>Meer.</p>"
    page = mkdocs_page("handboek/", "handboek/index.md", {}, content=html, title="A &amp; B")
    [found] = listed(with_ordinary(catalogue), page)
    assert (found.kind, found.id) == (PageKind.PAGE, None)
    assert (found.title, found.description) == ("A & B", "Wat R&D doet.")


def test_an_editors_own_description_wins(catalogue: Catalogue) -> None:
    meta = {"description": "Zelf geschreven.", "title": "<Titel>"}
    page = mkdocs_page("handboek/", "handboek/index.md", meta, content="<p>Niet dit.</p>")
    [found] = listed(with_ordinary(catalogue), page)
    assert (found.title, found.description) == ("<Titel>", "Zelf geschreven.")


def test_what_nobody_described_the_product_describes(edition: Edition) -> None:
    home = mkdocs_page("", "index.md", about("overview", ""))
    coverage = mkdocs_page("coverage/", "coverage/index.md", about("overview", "coverage"))
    first, second = listed(edition, coverage, home)
    assert (first.kind, first.url) == (PageKind.HOME, SITE)
    assert "Meridiaan" in first.description
    assert (second.kind, second.id) == (PageKind.OVERVIEW, "coverage")
    assert second.description


def test_a_page_that_only_refers_to_another_language_is_not_listed(catalogue: Catalogue) -> None:
    english = with_ordinary(catalogue, "en")
    elsewhere = {"affiche": {"kind": "elsewhere", "id": "x.md", "language": "nl"}}
    assert listed(english, mkdocs_page("x/", "x.md", elsewhere)) == ()
    assert listed(english, mkdocs_page("handboek/", "handboek/index.md", {})) == ()


def test_a_description_ends_with_a_whole_word() -> None:
    assert shortened("kort") == "kort"
    long = shortened("veel woorden, " * 40)
    assert long.endswith(("woorden …", "veel …"))
    assert len(long) <= DESCRIPTION_CHARACTERS + 1


def test_everything_says_what_it_is_about(catalogue: Catalogue) -> None:
    assert summary_of(catalogue.programmes[0]) == "Twee dagdelen over echt luisteren."
    assert summary_of(catalogue.people[0]) == "Directeur Mens en Organisatie"
    assert summary_of(catalogue.audiences[0]) == ""


def test_the_list_for_machines_fits_its_schema(edition: Edition) -> None:
    pages = listed(
        edition,
        mkdocs_page("", "index.md", about("overview", "")),
        mkdocs_page("values/nieuwsgierig/", "x.md", about("values", "nieuwsgierig")),
    )
    data = json.loads(pages_json(pages, SITE))
    schema = json.loads(pages_schema(SITE))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert data["$schema"] == schema["$id"] == f"{SITE}api/pages.schema.json"
    assert data["pages"][1] == {
        "url": f"{SITE}values/nieuwsgierig/",
        "title": "Nieuwsgierig",
        "kind": "value",
        "id": "nieuwsgierig",
        "language": "nl",
        "description": "Wij vragen door.",
    }
    described = schema["$defs"]["ListedPage"]["properties"]
    assert [name for name, field in described.items() if not field.get("description")] == []
