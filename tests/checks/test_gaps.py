"""What the content owes is found, each rule with its threshold, and said with a place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.checks import cover, gap_sentence
from affiche.checks.gap_words import check_coverage
from affiche.content import load
from affiche.content.words import languages, words_in
from affiche.report import Code, Severity
from tests.project import AUDIENCE, BRAND, CAMPAIGN, PERSON, PROGRAMME, VALUE, write_project

REPOSITORY = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 24)
PAGE = "campaigns/bovenaan/index.md"
OTHER_PAGE = "campaigns/onderaan/index.md"
OTHER = CAMPAIGN[: CAMPAIGN.index("image:")] + "status: approved\nendorsement: Ik ook.\n---\n"
OTHER = OTHER.replace("title: Leren begint bovenaan", "title: Leren begint onderaan")
AUDIENCE_PAGE = "docs/audiences/leidinggevenden.md"
PROGRAMME_PAGE = "docs/programmes/luisteren.md"
SECOND = "  - audience: nieuwkomers\n    benefit: {}\n"


def told(root: Path, /, today: dt.date = TODAY, **files: str | None) -> list[str]:
    """Return the gaps of the small project with ``files`` changed: code and place."""
    project = load(write_project(root, **files))
    assert project.diagnostics == ()
    assert project.catalogue
    gaps = cover(project.catalogue.visible(today, drafts=True), today).gaps
    found = list(check_coverage(gaps))
    assert all(d.severity is Severity.WARNING and d.hint and d.code.is_gap for d in found)
    return [f"{d.code} {d.place} {d.message}" for d in found]


def asking(**demands: object) -> str:
    return BRAND + f"coverage: {{{', '.join(f'{k}: {v}' for k, v in demands.items())}}}\n"


def for_two(benefit: str) -> dict[str, str | None]:
    """Return files with a second audience that the programme promises ``benefit``."""
    return {
        "docs/audiences/nieuwkomers.md": AUDIENCE.replace("Leidinggevenden", "Nieuwkomers"),
        PROGRAMME_PAGE: PROGRAMME.replace("sponsor:", SECOND.format(benefit) + "sponsor:"),
        PAGE: CAMPAIGN.replace("[leidinggevenden]", "[leidinggevenden, nieuwkomers]").replace(
            "image:", "  nieuwkomers: Je hoort er sneller bij.\nimage:", 1
        ),
    }


def test_a_project_in_which_nothing_is_missing_has_no_gaps(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_the_sample_keeps_three_deliberate_gaps() -> None:
    catalogue = load(REPOSITORY).catalogue
    assert catalogue
    gaps = cover(catalogue.visible(TODAY, drafts=True), TODAY).gaps
    assert [
        (gap.code, *(each.id for each in (*gap.values, *gap.audiences, *gap.programmes)))
        for gap in gaps
    ] == [
        (Code.VALUE_WITHOUT_SPONSOR, "nieuwsgierig"),
        (Code.AUDIENCE_SERVED_TOO_LITTLE, "vakspecialisten", "veilig-rijden"),
        (Code.AUDIENCE_WITHOUT_VALUE, "samen", "directie", "senior-management"),
    ]
    assert gap_sentence(gaps[2], words_in("en")) == (
        "There is no programme yet for Directie and Senior management that lives Samen."
    )


def test_a_value_needs_a_sponsor(tmp_path: Path) -> None:
    value = VALUE.replace("sponsor: noor-el-amrani\n", "")
    assert told(tmp_path, **{"docs/values/nieuwsgierig.md": value}) == [
        "coverage.value-without-sponsor docs/values/nieuwsgierig.md:2:7 "
        "Nieuwsgierig has no sponsor yet."
    ]


@pytest.mark.parametrize(("wanted", "missing"), [(0, False), (1, False), (2, True)])
def test_the_brand_says_how_many_programmes_live_a_value(
    wanted: int, missing: bool, tmp_path: Path
) -> None:
    found = told(tmp_path, **{"overrides/brand.yml": asking(programmes_per_value=wanted)})
    said = (
        "coverage.value-lived-too-little docs/values/nieuwsgierig.md:2:7 There is only one "
        "programme that lives Nieuwsgierig: Luisteren. We want at least 2."
    )
    assert found == [said] * missing


@pytest.mark.parametrize(("wanted", "missing"), [(0, False), (1, False), (3, True)])
def test_the_brand_says_how_many_programmes_an_audience_has(
    wanted: int, missing: bool, tmp_path: Path
) -> None:
    found = told(tmp_path, **{"overrides/brand.yml": asking(programmes_per_audience=wanted)})
    said = (
        f"coverage.audience-served-too-little {AUDIENCE_PAGE}:2:7 There is only one "
        "programme for Leidinggevenden: Luisteren. We want at least 3."
    )
    assert found == [said] * missing


def test_who_has_nothing_at_all_is_told_so(tmp_path: Path) -> None:
    value = VALUE.replace("Nieuwsgierig", "Samen")
    audience = AUDIENCE.replace("Leidinggevenden", "Nieuwkomers")
    files = {"docs/values/samen.md": value, "docs/audiences/nieuwkomers.md": audience}
    assert [said.split(" ", 2)[2] for said in told(tmp_path, **files)] == [
        "There is no programme yet that lives Samen.",
        "There is no programme for Nieuwkomers yet.",
        "There is no campaign for Nieuwkomers in the next 6 months.",
    ]


@pytest.mark.parametrize(
    ("level", "levels", "missing"),
    [
        ("executive", "[executive, senior]", True),
        ("senior", "[executive, senior]", True),
        ("manager", "[executive, senior]", False),
        ("manager", "[manager]", True),
        ("executive", "[]", False),
    ],
)
def test_those_who_lead_practise_every_value(
    level: str, levels: str, missing: bool, tmp_path: Path
) -> None:
    files = {
        "docs/values/samen.md": VALUE.replace("Nieuwsgierig", "Samen"),
        "overrides/brand.yml": asking(levels_that_need_every_value=levels, programmes_per_value=0),
        AUDIENCE_PAGE: AUDIENCE.replace("level: manager", f"level: {level}"),
    }
    said = (
        "coverage.audience-without-value docs/values/samen.md:2:7 "
        "There is no programme yet for Leidinggevenden that lives Samen."
    )
    assert told(tmp_path, **files) == [said] * missing


def test_a_programme_for_everyone_is_not_one_for_those_who_lead(tmp_path: Path) -> None:
    everyone = AUDIENCE.replace("manager", "everyone").replace("Leidinggevenden", "Iedereen")
    files = {
        AUDIENCE_PAGE: AUDIENCE.replace("manager", "executive"),
        "docs/audiences/iedereen.md": everyone,
        "docs/values/samen.md": VALUE.replace("Nieuwsgierig", "Samen"),
        "docs/programmes/samen.md": PROGRAMME.replace("leidinggevenden", "iedereen").replace(
            "value: nieuwsgierig", "value: samen"
        ),
        PAGE: CAMPAIGN.replace("[leidinggevenden]", "[leidinggevenden, iedereen]").replace(
            "image:", "  iedereen: Je wordt gehoord.\nimage:", 1
        ),
    }
    [said] = told(tmp_path, **files)
    assert said.startswith("coverage.audience-without-value docs/values/samen.md")


@pytest.mark.parametrize(
    ("today", "reached"),
    [
        (dt.date(2026, 6, 2), False),
        (dt.date(2026, 6, 3), True),
        (dt.date(2027, 1, 31), True),
        (dt.date(2027, 2, 1), False),
    ],
)
def test_a_campaign_reaches_its_audience_from_half_a_year_before_until_its_last_day(
    today: dt.date, reached: bool, tmp_path: Path
) -> None:
    said = (
        f"coverage.audience-without-campaign {AUDIENCE_PAGE}:2:7 "
        "There is no campaign for Leidinggevenden in the next 6 months."
    )
    assert told(tmp_path, today) == [said] * (not reached)


def test_the_brand_says_how_far_ahead(tmp_path: Path) -> None:
    files = {"overrides/brand.yml": asking(months_ahead=1)}
    assert told(tmp_path, dt.date(2026, 11, 3), **files) == []
    [said] = told(tmp_path, dt.date(2026, 11, 2), **files)
    assert said.endswith("There is no campaign for Leidinggevenden in the next month.")


def test_a_draft_reaches_nobody_and_an_embargo_does(tmp_path: Path) -> None:
    draft = CAMPAIGN.replace("status: approved", "status: draft")
    [said] = told(tmp_path, **{PAGE: draft})
    assert said.startswith("coverage.audience-without-campaign")
    embargo = CAMPAIGN.replace("status:", "publish_on: 2026-12-01\nstatus:")
    assert told(tmp_path, **{PAGE: embargo}) == []


def test_what_may_not_be_shown_yet_still_reaches_its_audience(tmp_path: Path) -> None:
    embargo = CAMPAIGN.replace("status:", "publish_on: 2026-12-01\nstatus:")
    catalogue = load(write_project(tmp_path, **{PAGE: embargo})).catalogue
    assert catalogue
    seen = cover(catalogue.visible(TODAY), TODAY, catalogue.campaigns)
    assert seen.gaps == ()
    assert seen.ahead.rows == ()
    assert len(cover(catalogue.visible(TODAY), TODAY).gaps) == 1


@pytest.mark.parametrize(
    ("benefit", "copied"),
    [
        ("Je team vertelt je meer.", True),
        ("je team vertelt je **meer**", True),
        ("Je team vertelt je alles.", False),
    ],
)
def test_a_programme_promises_each_audience_something_of_its_own(
    benefit: str, copied: bool, tmp_path: Path
) -> None:
    said = (
        f"coverage.benefit-copied {PROGRAMME_PAGE}:11:14 "
        "Luisteren says exactly the same to Leidinggevenden and Nieuwkomers."
    )
    assert told(tmp_path, **for_two(benefit)) == [said] * copied


def test_a_campaign_promises_each_audience_something_of_its_own(tmp_path: Path) -> None:
    files = for_two("Je durft te vragen.")
    copied = str(files[PAGE]).replace("Je hoort er sneller bij.", "Je team vertelt je meer!")
    assert told(tmp_path / "copied", **{**files, PAGE: copied}) == [
        f"coverage.benefit-copied {PAGE}:14:16 "
        "Leren begint bovenaan says exactly the same to Leidinggevenden and Nieuwkomers."
    ]
    missing = str(files[PAGE]).replace("  nieuwkomers: Je hoort er sneller bij.\n", "")
    assert told(tmp_path / "missing", **{**files, PAGE: missing}) == [
        f"coverage.benefit-missing {PAGE}:13:3 "
        "Leren begint bovenaan does not say yet what is in it for Nieuwkomers."
    ]


def test_a_sponsor_says_something_about_the_campaign_itself(tmp_path: Path) -> None:
    without = CAMPAIGN.replace("endorsement: Ik begin er zelf mee.\n", "")
    assert told(tmp_path / "without", **{PAGE: without}) == [
        f"coverage.endorsement-missing {PAGE}:11:10 "
        "Leren begint bovenaan has no words of its own from Noor el Amrani yet."
    ]
    person = PERSON.replace("---\n", "---\nendorsement: IK BEGIN er zelf mee!\n", 1)
    [said] = told(tmp_path / "general", **{"docs/people/noor-el-amrani.md": person})
    assert said.startswith(f"coverage.endorsement-general {PAGE}:")
    assert said.endswith(
        "has the general words of Noor el Amrani, and none about the campaign itself."
    )


def test_no_two_campaigns_have_the_same_words_of_a_sponsor(tmp_path: Path) -> None:
    assert told(tmp_path / "own", **{OTHER_PAGE: OTHER}) == []
    copied = OTHER.replace("Ik ook.", "Ik begin er zelf mee.")
    [said] = told(tmp_path / "copied", **{OTHER_PAGE: copied})
    assert said.startswith(f"coverage.endorsement-copied {OTHER_PAGE}:")
    assert said.endswith("same about Leren begint bovenaan and Leren begint onderaan.")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", [c for c in Code if c.value.startswith("coverage.")], ids=str)
def test_every_rule_has_a_sentence_in_every_language(code: Code, language: str) -> None:
    assert "gap." + code.value.removeprefix("coverage.") in words_in(language).table
