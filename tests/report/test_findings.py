"""Findings in JSON of our own, for GitLab and in SARIF: what each of them asks for."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest

from affiche.content.rule_words import address_of_rule, rule_chapters
from affiche.report import (
    Allowed,
    Code,
    Diagnostic,
    Findings,
    Place,
    as_gitlab,
    as_json,
    as_sarif,
)
from affiche.report.findings import fingerprints

PLACE = Place("campaigns/één week/index.md", 7, 5)
ERROR = Diagnostic.of(Code.UNKNOWN_VALUE, PLACE, "'één' is not one of our values.", 'Write "y".')
WARNING = Diagnostic.of(Code.CLAIM_TOO_OLD, Place("b.md", 2), "It is old.")
GAP = Diagnostic.of(Code.BENEFIT_MISSING, Place("b.md", 3), "It is missing.")
ALLOWED = Allowed(
    Diagnostic.of(Code.PICTURE_SOFT, Place("c.md", 4, 2), "It is soft."),
    "There is no other.",
    dt.date(2027, 2, 1),
)
FOUND = Findings(
    (ERROR, WARNING, GAP),
    (ALLOWED,),
    lambda place: f"line {place.line}",
    lambda code: address_of_rule(code, "https://leren.example/"),
)
RULES = [rule for chapter in rule_chapters("en") for rule in chapter.rules]


def test_json_has_every_key_that_the_handbook_explains() -> None:
    text = as_json(FOUND)
    assert "één" in text
    whole = json.loads(text)
    assert list(whole) == ["problems", "allowed", "errors", "warnings"]
    assert whole["problems"][0] == {
        "code": "content.unknown-value",
        "severity": "error",
        "file": "campaigns/één week/index.md",
        "line": 7,
        "column": 5,
        "message": "'één' is not one of our values.",
        "hint": 'Write "y".',
        "url": "https://leren.example/rules/#content.unknown-value",
    }
    (allowed,) = whole["allowed"]
    assert (allowed["reason"], allowed["until"]) == ("There is no other.", "2027-02-01")
    assert (whole["errors"], whole["warnings"]) == (1, 2)


def test_json_of_nothing_has_nothing_in_it() -> None:
    empty = {"problems": [], "allowed": [], "errors": 0, "warnings": 0}
    assert json.loads(as_json(Findings(()))) == empty


def test_a_rule_has_no_address_where_the_site_has_none() -> None:
    assert address_of_rule(Code.NOT_UTF8, "https://unknown.invalid/") == ""


def test_gitlab_gets_what_its_report_of_code_quality_needs() -> None:
    error, warning, gap = json.loads(as_gitlab(FOUND))
    assert error["description"] == "'één' is not one of our values. Write \"y\"."
    assert error["check_name"] == "content.unknown-value"
    assert error["location"] == {"path": "campaigns/één week/index.md", "lines": {"begin": 7}}
    assert [each["severity"] for each in (error, warning, gap)] == ["major", "minor", "info"]
    assert len({each["fingerprint"] for each in (error, warning, gap)}) == 3


def marks(*found: Diagnostic, line: str = "value: x") -> list[str]:
    return list(fingerprints(found, lambda _place: line))


def moved(diagnostic: Diagnostic, line: int, column: int = 1) -> Diagnostic:
    return Diagnostic.of(
        diagnostic.code, Place(diagnostic.place.file, line, column), diagnostic.message
    )


def test_a_fingerprint_stays_when_the_line_moves_or_is_indented() -> None:
    before = marks(moved(WARNING, 2))
    assert marks(moved(WARNING, 9, 3)) == before
    assert marks(moved(WARNING, 9), line="   value:  x") == before


@pytest.mark.parametrize(
    "other",
    [
        Diagnostic.of(Code.CLAIM_TOO_OLD, WARNING.place, "It is older."),
        Diagnostic.of(Code.PICTURE_SOFT, WARNING.place, WARNING.message),
        Diagnostic.of(Code.CLAIM_TOO_OLD, Place("c.md", 2), WARNING.message),
    ],
)
def test_a_fingerprint_tells_rule_file_and_message_apart(other: Diagnostic) -> None:
    assert marks(WARNING) != marks(other)
    assert marks(WARNING) != marks(WARNING, line="value: y")


def test_fingerprints_of_the_same_thing_twice_differ() -> None:
    first, second = marks(moved(WARNING, 2), moved(WARNING, 8))
    assert first != second
    assert [first] == marks(moved(WARNING, 8))


# What OASIS SARIF 2.1.0 asks of a log file, as far as this program writes one: closed objects, so
# that a misspelt property does not pass. Numbers are of its sections.
TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


def listed(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


RULE = closed(  # 3.49
    ["id", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration"],
    id={"type": "string", "minLength": 1},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    helpUri={"type": "string", "pattern": "^https://"},
    defaultConfiguration=closed(["level"], level=LEVEL),
)
LOCATION = closed(  # 3.28, 3.29
    ["physicalLocation"],
    physicalLocation=closed(
        ["artifactLocation", "region"],
        artifactLocation=closed(
            ["uri", "uriBaseId"], uri={"type": "string"}, uriBaseId={"type": "string"}
        ),
        region=closed(
            ["startLine", "startColumn"],
            startLine={"type": "integer", "minimum": 1},
            startColumn={"type": "integer", "minimum": 1},
        ),
    ),
)
RESULT = closed(  # 3.27
    [
        "ruleId",
        "ruleIndex",
        "level",
        "message",
        "locations",
        "partialFingerprints",
        "suppressions",
    ],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=listed(LOCATION, minItems=1),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    suppressions=listed(
        closed(  # 3.35
            ["kind", "status", "justification"],
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification={"type": "string"},
        )
    ),
)
DRIVER = closed(  # 3.19
    ["name", "version", "rules"],
    name={"type": "string"},
    version={"type": "string"},
    rules=listed(RULE, uniqueItems=True),
)
RUN = closed(  # 3.14
    ["tool", "results", "columnKind", "originalUriBaseIds"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={
        "type": "object",
        "additionalProperties": closed(["description"], description=TEXT),
    },
    results=listed(RESULT),
)
SARIF = closed(  # 3.13
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}},
    runs=listed(RUN, minItems=1, maxItems=1),
)


@pytest.fixture(scope="module")
def run() -> Any:
    log = json.loads(as_sarif(FOUND, RULES, version="1.2.3"))
    jsonschema.Draft202012Validator.check_schema(SARIF)
    jsonschema.validate(log, SARIF)
    return log["runs"][0]


def test_sarif_has_the_form_that_the_standard_asks_for(run: Any) -> None:
    assert run["tool"]["driver"]["version"] == "1.2.3"
    bases = run["originalUriBaseIds"]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uriBaseId"] in bases
        # 3.10.1: an address as in RFC 3986, so letters such as é are escaped.
        assert place["uri"].isascii()
        assert " " not in place["uri"]
        assert not urlsplit(place["uri"]).scheme


def test_sarif_explains_every_rule_once(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert sorted(rule["id"] for rule in rules) == sorted(Code)
    for rule in rules:
        assert rule["helpUri"] == f"https://leren.example/rules/#{rule['id']}"
        assert rule["shortDescription"]["text"] in [each.title for each in RULES]


def test_sarif_results_name_their_rule_by_its_number_too(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note", "warning"]


def test_sarif_suppresses_what_is_allowed_and_nothing_else(run: Any) -> None:
    *told, allowed = (each["suppressions"] for each in run["results"])
    assert told == [[], [], []]
    (suppression,) = allowed
    assert suppression["kind"] == "external"
    assert suppression["status"] == "accepted"
    assert suppression["justification"] == "There is no other. (until 2027-02-01)"


def test_sarif_counts_columns_in_characters_as_places_do(run: Any) -> None:
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 5}


def test_sarif_without_a_site_leaves_addresses_out() -> None:
    log = json.loads(as_sarif(Findings((ERROR,)), RULES, version="1"))
    assert not [rule for rule in log["runs"][0]["tool"]["driver"]["rules"] if "helpUri" in rule]
