"""The catalogue for machines."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from affiche.model import Catalogue, Session
from affiche.site.catalogue_json import catalogue_json, catalogue_schema

URL = "https://leren.example/"
TODAY = dt.date(2026, 12, 3)
HEAD = ["$schema", "name", "language", "timezone", "built_on"]


def data_of(catalogue: Catalogue) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(catalogue_json(catalogue, URL, TODAY, "nl"))
    return read


@pytest.fixture
def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(catalogue_schema(URL))
    return read


def with_sessions(catalogue: Catalogue) -> Catalogue:
    start = dt.datetime(2026, 12, 10, 9, 0)
    session = Session(start=start, end=start.replace(hour=12), location="Utrecht")
    [programme] = catalogue.programmes
    with_one = programme.model_copy(update={"sessions": (session,)})
    return replace(catalogue, programmes=(with_one,))


def test_everything_is_in_it_with_its_address(catalogue: Catalogue) -> None:
    data = data_of(catalogue)
    assert list(data) == [*HEAD, "values", "audiences", "people", "programmes", "campaigns"]
    assert (data["built_on"], data["language"]) == ("2026-12-03", "nl")
    assert [entry["url"] for kind in list(data)[5:] for entry in data[kind]] == [
        f"{URL}values/nieuwsgierig/",
        f"{URL}audiences/leidinggevenden/",
        f"{URL}people/noor-el-amrani/",
        f"{URL}programmes/luisteren/",
        f"{URL}campaigns/bovenaan/",
    ]


def test_texts_are_plain_and_dates_are_iso(catalogue: Catalogue) -> None:
    data = data_of(catalogue)
    assert data["programmes"][0]["summary"] == "Twee dagdelen over echt luisteren."
    [campaign] = data["campaigns"]
    assert (campaign["starts"], campaign["state"]) == ("2026-12-03", "running")
    assert campaign["benefits"] == [
        {"audience": "leidinggevenden", "text": "Je team vertelt je meer."}
    ]


def test_times_have_their_offset_from_utc(catalogue: Catalogue) -> None:
    [programme] = data_of(with_sessions(catalogue))["programmes"]
    assert programme["sessions"][0]["start"] == "2026-12-10T09:00:00+01:00"


def test_files_on_disk_and_bodies_stay_out_of_it(catalogue: Catalogue) -> None:
    data = data_of(catalogue)
    entries = [entry for kind in list(data)[5:] for entry in data[kind]]
    assert len(entries) == 5
    assert [e for e in entries if {"source", "body"} & e.keys()] == []


def test_the_same_catalogue_gives_the_same_bytes(catalogue: Catalogue) -> None:
    first, second = (catalogue_json(catalogue, URL, TODAY, "nl") for _ in range(2))
    assert first == second


def test_it_fits_its_schema(catalogue: Catalogue, schema: dict[str, Any]) -> None:
    data = data_of(with_sessions(catalogue))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    assert data["$schema"] == schema["$id"] == f"{URL}api/catalogue.schema.json"


@pytest.mark.parametrize("lost", ["url", "title", "programmes", "state"])
def test_the_schema_misses_what_is_missing(
    lost: str, catalogue: Catalogue, schema: dict[str, Any]
) -> None:
    data = data_of(catalogue)
    del data["campaigns"][0][lost]
    with pytest.raises(ValidationError, match=lost):
        Draft202012Validator(schema).validate(data)


def test_the_schema_knows_every_field_and_no_other(
    catalogue: Catalogue, schema: dict[str, Any]
) -> None:
    data = data_of(catalogue)
    data["values"][0]["colour_of_the_day"] = "blue"
    with pytest.raises(ValidationError, match="colour_of_the_day"):
        Draft202012Validator(schema).validate(data)


def test_the_schema_says_of_every_field_what_it_means(schema: dict[str, Any]) -> None:
    silent = [
        f"{name}.{field}"
        for name, kind in schema["$defs"].items()
        for field, said in kind.get("properties", {}).items()
        if not said.get("description")
    ]
    assert silent == []
