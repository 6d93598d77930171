"""The library: each file once, under its poster, with what it is for and how it is found."""

from __future__ import annotations

import datetime as dt

import pytest

from affiche.model import Catalogue, Location, Variant
from affiche.site.library import Library, Purpose, library_of, purpose_of
from affiche.site.sheets import Sheet
from tests.site.editions import download, edition_of, sheet, with_only

DAY = dt.date(2026, 12, 10)
VENLO, GENT = Location(id="venlo", name="Venlo"), Location(id="gent", name="Gent")


def _library(catalogue: Catalogue, *sheets: Sheet) -> Library:
    campaign = catalogue.campaigns[0]
    return library_of(edition_of(catalogue, DAY, sheets={campaign.id: sheets}))


def _offered(library: Library) -> dict[str, list[str]]:
    return {facet.name: [option.id for option in facet.options] for facet in library.facets}


@pytest.mark.parametrize(
    ("size", "variant", "purpose"),
    [
        ("a4", Variant.OFFICE, Purpose.OFFICE),
        ("a3-landscape", Variant.OFFICE, Purpose.OFFICE),
        ("a3", Variant.ACCESSIBLE, Purpose.READER),
        ("a3", Variant.ARCHIVE, Purpose.ARCHIVE),
        ("a4", Variant.PRESS, Purpose.PRESS),
        ("a2", Variant.OFFICE, Purpose.PRESS),
        ("screen", Variant.SCREEN, Purpose.SCREEN),
    ],
)
def test_what_a_file_is_for_follows_from_its_format_and_variant(
    size: str, variant: Variant, purpose: Purpose
) -> None:
    assert purpose_of(download(size, variant=variant)) is purpose


def test_every_file_is_listed_once_under_its_poster(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    first = sheet(campaign, download("a4"), download("a3-landscape"))
    second = sheet(campaign, *(download("a4", place) for place in (VENLO, GENT)), name="tweede")
    library = _library(catalogue, first, second)
    [shelf] = library.shelves
    assert shelf.campaign == campaign
    assert len(shelf.entries) == 2
    assert [file.download for file in library.files] == [*first.downloads, *second.downloads]


def test_a_poster_hangs_upright_first_then_lying(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    papers = ("a4-landscape", "a4", "a3", "a3-landscape")
    [entry] = _library(catalogue, sheet(campaign, *map(download, papers))).entries
    assert [
        (print_.orientation, [file.download.planned.format.name for file in print_.files])
        for print_ in entry.prints
    ] == [("portrait", ["a4", "a3"]), ("landscape", ["a4-landscape", "a3-landscape"])]
    assert entry.cover is entry.prints[0].files[0].download


def test_a_poster_for_places_lists_them_by_name_and_hangs_once(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    files = (download(paper, place) for paper in ("a4", "a3") for place in (VENLO, GENT))
    [entry] = _library(catalogue, sheet(campaign, *files)).entries
    assert [(p.location.id, len(p.files)) for p in entry.places] == [("gent", 2), ("venlo", 2)]
    [hung] = entry.prints
    assert {file.download.planned.location for file in hung.files} == {VENLO}
    assert hung.tags.split() == [
        "place:venlo",
        "format:a4",
        "orientation:portrait",
        "purpose:office",
        "language:nl",
        "format:a3",
    ]


def test_a_poster_answers_for_its_campaign_and_whom_it_speaks_to(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0].model_copy(update={"audiences": ("een", "twee")})
    for_all, for_one = (
        sheet(campaign, download("a4"), audience=audience, name=audience)
        for audience in (None, "twee")
    )
    library = _library(with_only(catalogue, campaign), for_all, for_one)
    common = "campaign:bovenaan programme:luisteren value:nieuwsgierig"
    assert [entry.tags for entry in library.entries] == [
        f"{common} audience:een audience:twee",
        f"{common} audience:twee",
    ]


def test_only_questions_that_divide_the_files_are_asked(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    library = _library(catalogue, sheet(campaign, download("a3"), download("a4-landscape")))
    assert _offered(library) == {
        "format": ["a4", "a3"],
        "orientation": ["portrait", "landscape"],
    }


def test_languages_purposes_and_places_are_asked_once_there_are_more(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    files = (
        download("a4", VENLO),
        download("a4", GENT, language="en"),
        download("screen", variant=Variant.SCREEN),
    )
    offered = _offered(_library(catalogue, sheet(campaign, *files)))
    assert offered["language"] == ["en", "nl"]
    assert offered["purpose"] == ["office", "screen"]
    assert offered["place"] == ["gent", "venlo"]


def test_what_runs_stands_before_what_is_over(catalogue: Catalogue) -> None:
    runs = catalogue.campaigns[0]
    over = runs.model_copy(update={"id": "eerder", "starts": DAY, "ends": DAY})
    both = with_only(catalogue, over, runs)
    sheets = {c.id: (sheet(c, download("a4")),) for c in both.campaigns}
    library = library_of(edition_of(both, DAY + dt.timedelta(days=1), sheets=sheets))
    assert [shelf.campaign.id for shelf in library.shelves] == ["bovenaan", "eerder"]
    [campaigns] = library.facets
    assert [(option.id, option.label) for option in campaigns.options] == [
        ("bovenaan", runs.title),
        ("eerder", over.title),
    ]


def test_a_poster_holds_what_it_is_in_other_languages(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    english = download("a4", language="en")
    edition = edition_of(
        catalogue,
        DAY,
        sheets={campaign.id: (sheet(campaign, download("a4")),)},
        other_sheets={"en": {campaign.id: (sheet(campaign, english),)}},
    )
    library = library_of(edition)
    [entry] = library.entries
    [other] = entry.others
    assert (entry.language, other.language) == ("nl", "en")
    assert other.cover.path == f"en/{english.path}"
    assert other.cover.preview == f"en/{english.preview}"
    assert len(library.files) == 2
    assert _offered(library) == {"language": ["en", "nl"]}


def test_a_poster_in_no_language_of_the_page_is_listed_all_the_same(catalogue: Catalogue) -> None:
    campaign = catalogue.campaigns[0]
    other = {"en": {campaign.id: (sheet(campaign, download("a4", language="en")),)}}
    [entry] = library_of(edition_of(catalogue, DAY, other_sheets=other)).entries
    assert (entry.language, entry.others) == ("en", ())


def test_a_campaign_without_posters_has_no_shelf(catalogue: Catalogue) -> None:
    library = library_of(edition_of(catalogue, DAY))
    assert (library.shelves, library.facets, library.files) == ((), (), ())
