"""The catalogue for machines."""

from __future__ import annotations

import datetime as dt
import json

from affiche.model import Catalogue
from affiche.site.catalogue_json import catalogue_json

URL = "https://leren.example/"
TODAY = dt.date(2026, 12, 3)


def test_everything_is_in_it_with_its_address(catalogue: Catalogue) -> None:
    data = json.loads(catalogue_json(catalogue, URL, TODAY, "nl"))
    assert list(data) == [
        *("name", "language", "timezone", "built_on"),
        *("values", "audiences", "people", "programmes", "campaigns"),
    ]
    assert data["built_on"] == "2026-12-03"
    assert [entry["url"] for kind in list(data)[4:] for entry in data[kind]] == [
        f"{URL}values/nieuwsgierig/",
        f"{URL}audiences/leidinggevenden/",
        f"{URL}people/noor-el-amrani/",
        f"{URL}programmes/luisteren/",
        f"{URL}campaigns/bovenaan/",
    ]


def test_texts_are_plain_and_dates_are_iso(catalogue: Catalogue) -> None:
    data = json.loads(catalogue_json(catalogue, URL, TODAY, "nl"))
    assert data["programmes"][0]["summary"] == "Twee dagdelen over echt luisteren."
    [campaign] = data["campaigns"]
    assert (campaign["starts"], campaign["state"]) == ("2026-12-03", "running")
    assert campaign["benefits"] == [
        {"audience": "leidinggevenden", "text": "Je team vertelt je meer."}
    ]


def test_files_on_disk_and_bodies_stay_out_of_it(catalogue: Catalogue) -> None:
    data = json.loads(catalogue_json(catalogue, URL, TODAY, "nl"))
    entries = [entry for kind in list(data)[4:] for entry in data[kind]]
    assert [e for e in entries if {"source", "body"} & e.keys()] == []


def test_the_same_catalogue_gives_the_same_bytes(catalogue: Catalogue) -> None:
    assert catalogue_json(catalogue, URL, TODAY, "nl") == catalogue_json(
        catalogue, URL, TODAY, "nl"
    )
