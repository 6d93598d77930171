"""What is allowed is counted and not told; an allowance ends, and says when it is of no use."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.checks import inspect
from affiche.checks.allowances import Verdict, apply_allowances
from affiche.model import Allowance, Allowances, AllowedLevel, Source
from affiche.report import Code, Diagnostic, Place, Severity
from tests.posters.test_picture import PORTRAIT
from tests.posters.wall import CAMPAIGN, PAGE
from tests.project import BRAND, write_project

TODAY = dt.date(2026, 11, 24)
SOON = dt.date(2027, 2, 1)
SOFT = Diagnostic.of(Code.PICTURE_SOFT, Place("campaigns/een/index.md", 4, 8), "It is soft.")
FAINT = Diagnostic.of(Code.FAINT_ON_PICTURE, Place("campaigns/twee/index.md", 9), "Faint.", "Move.")
RULES = "overrides/rules.yml"


def allowance(code: Code, **changed: object) -> Allowance:
    fields = {"rule": code.value, "level": "off", "reason": "There is no other.", "until": SOON}
    return Allowance.model_validate(fields | changed)


def verdict(*rules: Allowance, today: dt.date = TODAY) -> Verdict:
    positions = tuple(
        (("rules", index, field), (index + 1, column))
        for index, _ in enumerate(rules)
        for column, field in enumerate(("rule", "until"), start=1)
    )
    source = Source(RULES, positions)
    return apply_allowances([SOFT, FAINT], Allowances(rules=rules, source=source), today)


def test_without_allowances_all_is_told() -> None:
    assert verdict() == Verdict((SOFT, FAINT), (), ())


def test_what_is_switched_off_is_counted_with_its_reason_and_not_told() -> None:
    found = verdict(allowance(Code.PICTURE_SOFT))
    assert found.told == (FAINT,)
    (allowed,) = found.allowed
    assert (allowed.diagnostic, allowed.reason, allowed.until) == (SOFT, "There is no other.", SOON)
    assert found.idle == ()


def test_what_is_a_warning_for_a_while_says_why() -> None:
    (_, told) = verdict(allowance(Code.FAINT_ON_PICTURE, level="warning")).told
    assert told.severity is Severity.WARNING
    assert told.message == FAINT.message
    assert told.hint == "Move. Allowed as a warning until 2027-02-01: There is no other."


@pytest.mark.parametrize(
    ("files", "covered"),
    [
        ("campaigns/een/index.md", True),
        ("campaigns/een/*", True),
        ("campaigns/*", True),
        ("*.md", True),
        ("campaigns/een", False),
        ("campaigns/twee/*", False),
    ],
)
def test_an_allowance_counts_for_its_files_only(files: str, covered: bool) -> None:
    found = verdict(allowance(Code.PICTURE_SOFT, files=files))
    assert (len(found.allowed), len(found.idle)) == ((1, 0) if covered else (0, 1))


def test_an_allowance_counts_on_its_last_day_and_not_on_the_next() -> None:
    rule = allowance(Code.PICTURE_SOFT)
    assert len(verdict(rule, today=SOON).allowed) == 1
    after = verdict(rule, today=SOON + dt.timedelta(days=1))
    assert after.allowed == after.idle == ()
    assert SOFT in after.told
    (expired,) = (each for each in after.told if each.code is Code.ALLOWANCE_EXPIRED)
    assert expired.place == Place(RULES, 1, 2)
    assert expired.severity is Severity.WARNING
    assert "until 2027-02-01" in expired.message


def test_a_year_is_the_most() -> None:
    rule = allowance(Code.PICTURE_SOFT, until=dt.date(2027, 11, 25))
    assert len(verdict(rule).allowed) == 1
    longer = verdict(allowance(Code.PICTURE_SOFT, until=dt.date(2027, 11, 26)))
    assert longer.allowed == longer.idle == ()
    (refused,) = (each for each in longer.told if each.code is Code.ALLOWANCE_TOO_LONG)
    assert refused.severity is Severity.ERROR
    assert "2027-11-25 at most" in refused.hint


def test_an_allowance_that_changes_nothing_is_told() -> None:
    old, again, warned = verdict(
        allowance(Code.CLAIM_TOO_OLD),
        allowance(Code.PICTURE_SOFT),
        allowance(Code.PICTURE_SOFT),
        allowance(Code.PICTURE_SOFT, level="warning"),
    ).idle
    assert [each.place.line for each in (old, again, warned)] == [1, 3, 4]
    assert old.code is Code.ALLOWANCE_IDLE
    assert "'claim.too-old'" in old.message


@pytest.mark.parametrize("code", Code, ids=str)
def test_only_what_leaves_something_to_build_may_be_allowed(code: Code) -> None:
    if code.value.startswith(("coverage.", "page.", "claim.")):
        assert not code.must_hold
    if code.value.startswith(("allowance.", "file.")):
        assert code.must_hold
    if code.value.startswith(("content.", "translation.")):
        assert code.must_hold is (code.severity is Severity.ERROR)


RULE = """\
rules:
  - rule: brand.contrast-too-low
    level: {level}
    reason: The new palette comes in spring.
    until: 2027-02-01
"""


def project(folder: Path, level: str) -> Path:
    brand = BRAND.replace("accent: zee", "accent: papier")
    files = {PAGE: CAMPAIGN, "overrides/brand.yml": brand, RULES: RULE.format(level=level)}
    return write_project(folder, **files, **PORTRAIT)


def test_posters_are_made_of_what_is_allowed(tmp_path: Path) -> None:
    seen = inspect(project(tmp_path, "off"), TODAY, drafts=True)
    assert seen.diagnostics == ()
    assert [each.diagnostic.code for each in seen.allowed] == [Code.CONTRAST_TOO_LOW]
    assert seen.made
    assert seen.made.posters


def test_what_stands_in_a_body_may_be_allowed_and_stops_all_until_then(tmp_path: Path) -> None:
    page = f"{CAMPAIGN}\n## Kop\n\n### \n"
    root = write_project(tmp_path, **{PAGE: page}, **PORTRAIT)
    seen = inspect(root, TODAY, drafts=True)
    assert [each.code for each in seen.diagnostics] == [Code.BODY_EMPTY_HEADING]
    assert seen.made is None
    rule = RULE.format(level="off").replace("brand.contrast-too-low", "body.empty-heading")
    (root / RULES).write_text(rule, encoding="utf-8")
    seen = inspect(root, TODAY, drafts=True)
    assert seen.diagnostics == ()
    assert seen.made
    assert seen.made.posters


@pytest.mark.parametrize(
    "code", [Code.BODY_TANGLED, Code.BODY_FORBIDDEN_HTML, Code.BODY_FORBIDDEN_LINK], ids=str
)
def test_what_makes_a_body_unsafe_is_never_allowed(code: Code) -> None:
    assert code.must_hold


def test_only_a_look_at_everything_finds_what_is_of_no_use(tmp_path: Path) -> None:
    files = {PAGE: CAMPAIGN, RULES: RULE.format(level="off")}
    root = write_project(tmp_path, **files, **PORTRAIT)
    assert inspect(root, TODAY, drafts=False).diagnostics == ()
    assert inspect(root, TODAY, drafts=True, formats=["a4"]).diagnostics == ()
    (told,) = inspect(root, TODAY, drafts=True).diagnostics
    assert (told.code, told.place) == (Code.ALLOWANCE_IDLE, Place(RULES, 2, 11))


def test_warnings_of_files_that_cannot_be_loaded_are_allowed_too(tmp_path: Path) -> None:
    rule = RULE.replace("brand.contrast-too-low", "translation.missing-words").format(level="off")
    brand = BRAND.replace("languages: [nl]", "languages: [nl, de]")
    files = {
        RULES: rule,
        "overrides/brand.yml": brand,
        "overrides/words/de.toml": 'locale = "de"\n',
    }
    root = write_project(tmp_path, **files, **{PAGE: "---\n"})
    seen = inspect(root, TODAY, drafts=True)
    assert Code.MISSING_WORDS in {d.code for d in seen.project.diagnostics}
    assert Code.MISSING_WORDS not in {d.code for d in seen.diagnostics}
    assert [each.diagnostic.code for each in seen.allowed] == [Code.MISSING_WORDS]


def test_levels_have_the_names_that_editors_write() -> None:
    assert [str(level) for level in AllowedLevel] == ["off", "warning"]
