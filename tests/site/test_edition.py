"""What an edition tells its pages about a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any, cast

import pytest

from affiche.model import FORMATS, Catalogue, Location, State, Variant
from affiche.posters import PlannedPoster
from affiche.site.addresses import path_of
from affiche.site.edition import Edition
from affiche.site.sheets import Download, Sheet
from tests.site.editions import edition_of, with_only

STARTS, ENDS = dt.date(2026, 12, 3), dt.date(2027, 1, 31)


def _edition(catalogue: Catalogue, today: dt.date, **changes: Any) -> Edition:
    changed = with_only(catalogue, catalogue.campaigns[0].model_copy(update=changes))
    return edition_of(changed, today)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (STARTS - dt.timedelta(days=9), "Begint over 9 dagen"),
        (STARTS - dt.timedelta(days=1), "Begint morgen"),
        (STARTS, "Loopt nu · nog 59 dagen"),
        (ENDS - dt.timedelta(days=1), "Loopt nu · tot en met morgen"),
        (ENDS, "Loopt nu · laatste dag"),
        (ENDS + dt.timedelta(days=1), "Liep tot en met zo 31 januari 2027"),
    ],
)
def test_a_campaign_says_where_it_stands(today: dt.date, words: str, catalogue: Catalogue) -> None:
    edition = _edition(catalogue, today)
    assert edition.state_words(edition.catalogue.campaigns[0]) == words


def test_an_embargo_is_said_with_its_date(catalogue: Catalogue) -> None:
    edition = _edition(catalogue, STARTS, publish_on=STARTS + dt.timedelta(days=1))
    campaign = edition.catalogue.campaigns[0]
    assert "vr 4 december 2026" in edition.state_words(campaign)
    assert edition.state(campaign) is State.EMBARGOED
    assert [name for name, _ in edition.campaigns_by_state()] == ["draft"]


def test_the_campaign_that_ends_first_leads(catalogue: Catalogue) -> None:
    first = catalogue.campaigns[0]
    sooner = first.model_copy(update={"id": "eerder", "ends": ENDS - dt.timedelta(days=7)})
    coming = first.model_copy(update={"id": "later", "starts": dt.date(2027, 1, 20)})
    for today, lead in ((STARTS, "eerder"), (STARTS - dt.timedelta(days=1), "bovenaan")):
        campaigns = (coming, first, sooner) if lead == "eerder" else (coming, first)
        edition = _edition(with_only(catalogue, first), today)
        edition = replace(edition, catalogue=with_only(catalogue, *campaigns))
        assert edition.current()[0].id == lead


def test_nothing_leads_when_nothing_runs_or_comes(catalogue: Catalogue) -> None:
    edition = _edition(catalogue, ENDS + dt.timedelta(days=1))
    assert edition.current() == ()
    assert [name for name, _ in edition.campaigns_by_state()] == ["ended"]


def _download(paper: str, location: Location | None = None) -> Download:
    fields = {"format": FORMATS[paper], "location": location, "variant": Variant.OFFICE}
    poster: Any = type("Planned", (), fields)()
    place = location.id if location else ""
    return Download(cast("PlannedPoster", poster), f"{paper}{place}.pdf", "", 1)


def test_a_sheet_sorts_its_files_by_place(catalogue: Catalogue) -> None:
    venlo, gent = Location(id="venlo", name="Venlo"), Location(id="gent", name="Gent")
    files = tuple(_download(paper, place) for paper in ("a4", "a3") for place in (venlo, gent))
    sheet = Sheet(catalogue.campaigns[0].posters[0], files)
    assert {name: [d.path for d in found] for name, found in sheet.by_place.items()} == {
        "Venlo": ["a4venlo.pdf", "a3venlo.pdf"],
        "Gent": ["a4gent.pdf", "a3gent.pdf"],
    }


def test_a_sheet_without_places_has_none_and_shows_the_upright_one(catalogue: Catalogue) -> None:
    files = (_download("a4-landscape"), _download("a3"))
    sheet = Sheet(catalogue.campaigns[0].posters[0], files)
    assert sheet.by_place == {}
    assert sheet.cover is files[1]
    assert Sheet(sheet.poster, files[:1]).cover is files[0]


def test_pages_stand_in_the_folder_of_their_kind(catalogue: Catalogue) -> None:
    assert path_of(catalogue.campaigns[0]) == "campaigns/bovenaan/"
    assert path_of(catalogue.values[0]) == "values/nieuwsgierig/"
