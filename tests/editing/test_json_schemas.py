"""The schemas let through what is right, and refuse what no editor may write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from affiche.content.front_matter import FrontMatter, split
from affiche.editing.forms import FORMS, form_of
from affiche.editing.json_schemas import json_schema, schema_files
from affiche.model import Campaign, Programme, Value
from tests.project import BRAND, CAMPAIGN

REPOSITORY = Path(__file__).parents[2]
FOLDERS = {
    "value": "docs/values",
    "audience": "docs/audiences",
    "person": "docs/people",
    "programme": "docs/programmes",
}


class _Core(yaml.SafeLoader):
    """Reads YAML as editors' programs do (YAML 1.2): a date and ``no`` are texts."""


_Core.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if not tag.endswith((":timestamp", ":bool", ":int"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?\d+$"), None)


def fields_in(text: str) -> Any:
    halves = split(text, "")
    assert isinstance(halves, FrontMatter)
    return yaml.load(halves.fields, _Core)


def sample() -> Iterator[tuple[str, str]]:
    for file in sorted((REPOSITORY / "campaigns").glob("*/index*.md")):
        yield "campaign", file.relative_to(REPOSITORY).as_posix()
    for kind, folder in FOLDERS.items():
        for file in sorted((REPOSITORY / folder).glob("*.md")):
            if not file.name.startswith("index."):
                yield kind, file.relative_to(REPOSITORY).as_posix()


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    return {
        name.removesuffix(".schema.json"): Draft202012Validator(json.loads(text))
        for name, text in schema_files("nl").items()
    }


def test_every_schema_is_one(validators: dict[str, Draft202012Validator]) -> None:
    assert len(validators) == len(FORMS) + 5
    for validator in validators.values():
        Draft202012Validator.check_schema(validator.schema)


def test_every_page_of_the_sample_is_valid(validators: dict[str, Draft202012Validator]) -> None:
    found = list(sample())
    assert len(found) > 50
    for kind, file in found:
        name = f"{kind}.translation" if file.endswith(".en.md") else kind
        fields = fields_in((REPOSITORY / file).read_text(encoding="utf-8"))
        errors = [
            f"{file}: {e.json_path} {e.message}" for e in validators[name].iter_errors(fields)
        ]
        assert not errors


def test_the_brand_of_the_sample_is_valid(validators: dict[str, Draft202012Validator]) -> None:
    brand = (REPOSITORY / "overrides/brand.yml").read_text(encoding="utf-8")
    validators["brand"].validate(yaml.load(brand, _Core))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: Leren begint bovenaan", "titel: Leren begint bovenaan"),
        ("title: Leren begint bovenaan\n", ""),
        ("starts: 2026-12-03", "starts: 3-12-2026"),
        ("status: approved", "status: goedgekeurd"),
        ("values:\n  - nieuwsgierig", "values: nieuwsgierig"),
        ("values:\n  - nieuwsgierig", "values: []"),
        ("sponsor: noor-el-amrani\nbenefits", "sponsor: Noor el Amrani\nbenefits"),
        ("trigger: starts -14d", "trigger: two weeks before"),
        ("image: zaal.jpg", "image: zaal.docx"),
        ("channel: mail", "channel: post"),
        ("leidinggevenden: Je team", "leidinggevenden: [Je team]\n  x: Je team"),
        ("image_alt: Een volle zaal.", "image_alt:"),
        ("formats: [a3]", "formats: a3"),
    ],
)
def test_what_is_wrong_is_refused(
    validators: dict[str, Draft202012Validator], right: str, wrong: str
) -> None:
    assert validators["campaign"].is_valid(fields_in(CAMPAIGN))
    broken = CAMPAIGN.replace(right, wrong)
    assert broken != CAMPAIGN
    assert not validators["campaign"].is_valid(fields_in(broken))


def test_a_colour_without_quotes_is_refused(validators: dict[str, Draft202012Validator]) -> None:
    assert validators["brand"].is_valid(yaml.load(BRAND, _Core))
    assert not validators["brand"].is_valid(yaml.load(BRAND.replace('"#2348C9"', "blauw"), _Core))


def test_a_time_of_a_session_needs_no_seconds_and_no_zone() -> None:
    start = json_schema(form_of(Programme, "en"))["properties"]["sessions"]["items"]["properties"][
        "start"
    ]
    assert Draft202012Validator(start).is_valid("2027-01-12T10:00")
    assert not Draft202012Validator(start).is_valid("2027-01-12")


def test_a_project_s_names_are_the_choices_of_its_own_schemas() -> None:
    known = {Value: ("eerlijk", "nieuwsgierig")}
    values = json_schema(form_of(Campaign, "en"), known)["properties"]["values"]
    assert values["items"] == {"enum": ["eerlijk", "nieuwsgierig"]}


def test_each_field_is_explained() -> None:
    schema = json_schema(form_of(Campaign, "nl"))
    title = schema["properties"]["title"]
    assert title["title"] == "Titel"
    assert title["markdownDescription"] == title["description"]
    status = schema["properties"]["status"]
    assert status["enumDescriptions"] == ["Concept", "Goedgekeurd"]
    assert status["default"] == "draft"
    assert schema["additionalProperties"] is False
