"""The search index: people's words, the kind of each thing, and a bound on its size."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from affiche.model import Catalogue
from affiche.site.edition import Edition
from affiche.site.listing import ListedPage, PageKind
from affiche.site.search_index import entry_of, rewrite_index, trim_index
from tests.site.conftest import SITE, TODAY
from tests.site.editions import edition_of

MOST_BYTES = 900
"""Of a campaign's entry, when every text of it is as long as can be: 1,000 of them are 0.9 MB,
and some 150 kB as they travel; those of the sample content are half as long."""


def page(path: str, title: str, kind: PageKind) -> ListedPage:
    return ListedPage(
        url=SITE + path, title=title, kind=kind, language="nl", description="", path=path
    )


PAGES = {
    "handboek/": page("handboek/", "Handboek & meer", PageKind.PAGE),
    "values/": page("values/", "Waarden", PageKind.OVERVIEW),
}
THEME_FIELDS = {"title": {"boost": 1.0}, "tags": {"boost": 5.0}}


def entry(location: str, text: str = "") -> dict[str, Any]:
    return {"location": location, "title": "Titel", "text": text}


def trimmed(edition: Edition, *entries: dict[str, Any]) -> dict[str, Any]:
    index = {"config": {"lang": ["nl"], "fields": THEME_FIELDS}, "docs": list(entries)}
    return trim_index(index, PAGES, edition)


def found(index: dict[str, Any], location: str) -> dict[str, Any]:
    [entry] = [entry for entry in index["docs"] if entry["location"] == location]
    return dict(entry)


def replaced(catalogue: Catalogue, kind: str, **changes: Any) -> Catalogue:
    things = tuple(thing.model_copy(update=changes) for thing in getattr(catalogue, kind))
    return replace(catalogue, **{kind: things})


def test_everything_in_the_catalogue_has_one_entry(edition: Edition) -> None:
    index = trimmed(edition, entry("values/nieuwsgierig/"), entry("handboek/"))
    assert sorted(entry["location"] for entry in index["docs"]) == [
        "audiences/leidinggevenden/",
        "campaigns/bovenaan/",
        "handboek/",
        "people/noor-el-amrani/",
        "programmes/luisteren/",
        "values/",
        "values/nieuwsgierig/",
    ]


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("values/nieuwsgierig/", "Waarde"),
        ("audiences/leidinggevenden/", "Doelgroep"),
        ("people/noor-el-amrani/", "Collega"),
        ("programmes/luisteren/", "Programma"),
        ("campaigns/bovenaan/", "Campagne"),
        ("handboek/", "Pagina"),
        ("values/", "Overzicht"),
    ],
)
def test_every_result_says_its_kind(location: str, kind: str, edition: Edition) -> None:
    index = trimmed(edition, entry("handboek/"), entry("values/"))
    assert found(index, location)["title"].startswith(f"<small>{kind}</small> ")


def test_a_page_that_the_product_writes_is_found_by_its_name(edition: Edition) -> None:
    assert found(trimmed(edition), "values/") == {
        "location": "values/",
        "title": "<small>Overzicht</small> Waarden",
        "text": "",
    }


def test_a_programme_is_found_by_its_skills_values_audiences_and_sponsor(
    catalogue: Catalogue,
) -> None:
    changed = replaced(catalogue, "programmes", teaches=("doorvragen",), keywords=("oor",))
    edition = edition_of(changed, TODAY)
    programme = entry_of(edition.catalogue.programmes[0], edition)
    assert programme["keywords"] == "oor, doorvragen"
    assert programme["related"] == "Nieuwsgierig, Leidinggevenden, Noor el Amrani"
    assert programme["text"] == "<p>Twee dagdelen over echt luisteren.</p>"


def test_a_campaign_is_found_by_the_words_of_its_programmes(catalogue: Catalogue) -> None:
    edition = edition_of(replaced(catalogue, "programmes", keywords=("pitchen",)), TODAY)
    campaign = entry_of(edition.catalogue.campaigns[0], edition)
    assert campaign["related"].split(", ") == [
        *("Luisteren", "Nieuwsgierig", "Leidinggevenden", "Noor el Amrani", "pitchen"),
    ]


def test_a_word_stands_in_an_entry_once(catalogue: Catalogue) -> None:
    edition = edition_of(
        replaced(catalogue, "programmes", keywords=("Horen", "luisteren"), teaches=("horen",)),
        TODAY,
    )
    assert entry_of(edition.catalogue.programmes[0], edition)["keywords"] == "Horen"


def test_what_is_not_translated_says_so_and_leads_to_its_original(catalogue: Catalogue) -> None:
    english = edition_of(catalogue, TODAY, "en")
    campaign = entry_of(english.catalogue.campaigns[0], english)
    assert campaign["title"].startswith("<small>Campaign · Only in Dutch</small> ")
    assert campaign["location"] == "../campaigns/bovenaan/"


def test_a_campaign_takes_no_more_than_its_share(catalogue: Catalogue) -> None:
    long = tuple(f"woord-nummer-{number}" for number in range(200))
    much = replaced(catalogue, "campaigns", keywords=long)
    much = replaced(much, "programmes", keywords=long[50:], teaches=long[100:])
    [programme] = much.programmes
    much = replaced(much, "campaigns", message=programme.values[0].how)
    edition = edition_of(much, TODAY)
    written = json.dumps(entry_of(edition.catalogue.campaigns[0], edition), ensure_ascii=False)
    assert len(written.encode()) <= MOST_BYTES
    assert "woord-nummer-0" in written


def test_a_section_of_an_ordinary_page_is_searched_by_its_beginning(edition: Edition) -> None:
    text = "<p>Lees &lt;b&gt; " + "en nog meer " * 200 + "</p>"
    index = trimmed(edition, entry("handboek/#deel", text))
    section = found(index, "handboek/#deel")
    assert section["title"] == "Titel"
    assert section["text"].startswith("<p>Lees &lt;b&gt; en nog meer")
    assert len(section["text"]) < 400


def test_hits_in_titles_and_keywords_weigh_most(edition: Edition) -> None:
    fields = trimmed(edition)["config"]["fields"]
    weights = [fields[name]["boost"] for name in ("title", "keywords", "related", "text")]
    assert weights == sorted(weights, reverse=True)
    assert fields["tags"] == THEME_FIELDS["tags"]


def test_no_text_of_an_editor_becomes_markup(catalogue: Catalogue) -> None:
    nasty = "<img src=x onerror=alert(1)> R&D"
    edition = edition_of(
        replaced(catalogue, "programmes", name=nasty, keywords=(nasty + "!",), teaches=()),
        TODAY,
    )
    written = entry_of(edition.catalogue.programmes[0], edition)
    assert "<img" not in json.dumps(written)
    assert "&lt;img" in written["title"]
    assert "&lt;img" in written["keywords"]
    campaign = entry_of(edition.catalogue.campaigns[0], edition)
    assert "&lt;img" in campaign["related"]


def test_a_site_without_search_stays_without(edition: Edition, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    rewrite_index(site, (), edition)
    assert list(site.iterdir()) == []
