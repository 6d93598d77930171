"""Weeks after the build, nothing that is over poses as current: the browser sees to that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from affiche.content.words import words_in
from tests.browser import serving, visitor
from tests.integration.building import TODAY

NOW = f"{TODAY}T10:00:00+01:00"
A_MONTH_LATER = "2026-12-24T10:00:00+01:00"
IN_SPRING = "2027-05-01T10:00:00+02:00"
LONG_AFTER = "2028-01-05T10:00:00+01:00"
"""When nothing of the sample content runs or is to come."""

CAMPAIGN = "campaigns/leren-begint-bovenaan/"
PROGRAMME = "programmes/leiden-in-verandering/"
WORDS = words_in("nl")

Visit = Callable[..., Page]


@pytest.fixture
def visit(site: Path, browser: Browser) -> Iterator[Visit]:
    contexts = []
    with serving(site) as host:

        def at(moment: str, path: str, **options: object) -> Page:
            contexts.append(visitor(browser, moment, **options))
            page = contexts[-1].new_page()
            page.goto(host + path)
            return page

        yield at
        for context in contexts:
            context.close()


def texts(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.filter(visible=True).all_inner_texts()]


def states(page: Page) -> dict[str, list[str]]:
    """Return what campaigns say of themselves on the overview, by the heading over them."""
    return {
        " ".join(section.locator("h2").inner_text().split()): texts(section.locator(".state"))
        for section in page.locator("section:visible").all()
    }


def test_on_its_own_day_a_page_stands_as_it_was_built(visit: Visit) -> None:
    for path in ("", "campaigns/", CAMPAIGN, PROGRAMME, "review/"):
        seen = visit(NOW, path).locator("article").inner_text()
        built = visit(NOW, path, java_script_enabled=False).locator("article")
        for line in built.inner_text().splitlines():
            # The choice of audience is buttons with JavaScript, links without.
            assert line.strip() in seen, path


def test_a_month_later_the_next_campaign_leads_the_home_page(visit: Visit) -> None:
    assert texts(visit(NOW, "").locator(".hero h2")) == ["Leren begint bovenaan."]
    page = visit(A_MONTH_LATER, "")
    assert texts(page.locator(".hero h2")) == ["Presenteer en blijf hangen."]
    assert texts(page.locator(".hero .state")) == [WORDS("state.running", count=33)]
    art = page.locator(".hero:visible img")
    art.evaluate("image => image.decode()")


def test_the_home_page_drops_what_is_over(visit: Visit) -> None:
    page = visit(A_MONTH_LATER, "")
    assert "Leren begint bovenaan" not in page.locator("article").inner_text()
    shown = page.locator(".timetable tbody tr:visible")
    expect(shown).to_have_count(6)
    assert texts(shown.locator("strong").first) == ["di 5 januari 2027"]
    posters = page.locator(".wall__sheet:visible a")
    assert CAMPAIGN not in " ".join(link.get_attribute("href") or "" for link in posters.all())


def test_when_nothing_is_left_the_home_page_says_so(visit: Visit) -> None:
    page = visit(LONG_AFTER, "")
    expect(page.get_by_text(WORDS("campaigns.none"))).to_be_visible()
    expect(page.get_by_text(WORDS("home.no-next"))).to_be_visible()
    expect(page.locator(".hero:visible, .timetable:visible, .wall:visible")).to_have_count(0)
    assert texts(page.locator(".state")) == []


def test_campaigns_move_to_where_they_stand(visit: Visit) -> None:
    before = states(visit(NOW, "campaigns/"))
    assert [len(each) for each in before.values()] == [3, 3, 1]
    later = states(visit(A_MONTH_LATER, "campaigns/"))
    assert later == {
        WORDS("campaigns.running"): [
            WORDS("state.running", count=64),
            WORDS("state.running", count=36),
            WORDS("state.running", count=33),
        ],
        WORDS("campaigns.scheduled"): [
            WORDS("state.scheduled", count=25),
            WORDS("state.scheduled", count=39),
        ],
        WORDS("campaigns.ended"): [
            WORDS("state.ended", date="vr 30 oktober 2026"),
            WORDS("state.ended", date="vr 18 december 2026"),
        ],
    }
    assert list(states(visit(LONG_AFTER, "campaigns/"))) == [WORDS("campaigns.ended")]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-12-17T23:30:00+01:00", WORDS("state.running", count=1)),
        ("2026-12-18T00:30:00+01:00", WORDS("state.running", count=0)),
        ("2026-12-18T23:30:00+01:00", WORDS("state.running", count=0)),
        ("2026-12-19T00:30:00+01:00", WORDS("state.ended", date="vr 18 december 2026")),
    ],
)
def test_days_begin_and_end_in_the_company_s_timezone(moment: str, said: str, visit: Visit) -> None:
    for zone in ("Europe/Amsterdam", "America/Los_Angeles", "Pacific/Auckland"):
        page = visit(moment, CAMPAIGN, timezone_id=zone)
        assert page.locator(".hero .state").inner_text() == said, zone


def test_summer_time_loses_no_day(visit: Visit) -> None:
    page = visit("2027-01-31T12:00:00+01:00", "campaigns/vergader-de-helft/")
    assert page.locator(".hero .state").inner_text() == WORDS("state.scheduled", count=1)
    page = visit(IN_SPRING, "campaigns/vergader-de-helft/")
    assert "zo 28 februari 2027" in page.locator(".hero .state").inner_text()


def test_an_ended_campaign_says_so_and_asks_for_nothing(visit: Visit) -> None:
    for moment, over in ((NOW, False), (A_MONTH_LATER, True)):
        page = visit(moment, CAMPAIGN)
        assert page.get_by_text(WORDS("page.over")).is_visible() is over
        call = page.locator(".hero .button:not(.button--quiet)")
        assert call.is_visible() is not over


def test_the_call_to_action_leads_to_a_session_that_is_still_to_come(visit: Visit) -> None:
    def way(moment: str) -> str | None:
        page = visit(moment, CAMPAIGN)
        return page.locator(".hero .button:not(.button--quiet)").get_attribute("href")

    assert (way(NOW) or "").endswith("leiden-in-verandering/2026-12-03")
    assert (way("2026-12-05T10:00:00+01:00") or "").endswith("delegeren-en-loslaten/2026-12-10")
    assert way(LONG_AFTER) == "#part-sessions"


def test_past_sessions_fold_away_and_take_no_sign_ups(visit: Visit) -> None:
    page = visit(NOW, PROGRAMME)
    expect(page.locator("[data-coming] tbody tr")).to_have_count(4)
    expect(page.locator("[data-past]")).to_be_hidden()
    page = visit(A_MONTH_LATER, PROGRAMME)
    expect(page.locator("[data-coming] tbody tr")).to_have_count(2)
    assert page.locator("[data-past] summary").inner_text() == WORDS("page.past-sessions", count=2)
    expect(page.locator("[data-past] table")).to_be_hidden()
    page.locator("[data-past] summary").click()
    past = page.locator("[data-past] tbody tr")
    assert texts(past.locator("td:first-child strong")) == [
        "do 17 december 2026",
        "do 3 december 2026",
    ]
    assert texts(past.locator("td:last-child")) == [WORDS("page.past")] * 2
    expect(past.locator(".button:visible")).to_have_count(0)
    page = visit(LONG_AFTER, PROGRAMME)
    expect(page.get_by_text(WORDS("page.all-past"))).to_be_visible()
    expect(page.locator("[data-coming]")).to_be_hidden()


def test_a_session_is_past_when_it_ends_and_not_before(visit: Visit) -> None:
    for moment, left in (("2026-12-03T16:29:00+01:00", 4), ("2026-12-03T16:31:00+01:00", 3)):
        page = visit(moment, PROGRAMME)
        expect(page.locator("[data-coming] tbody tr")).to_have_count(left)


def test_the_next_time_goes_on_to_the_one_after(visit: Visit) -> None:
    for moment, day in (
        (NOW, "do 3 december 2026"),
        (A_MONTH_LATER, "do 25 februari 2027"),
        (LONG_AFTER, WORDS("page.no-next")),
    ):
        (said,) = texts(visit(moment, PROGRAMME).locator(".next > li"))
        assert said.startswith(day)


def test_a_page_tells_that_its_review_has_passed(visit: Visit) -> None:
    notice = WORDS("page.overdue", date="vr 18 december 2026")
    for moment, late in (
        (NOW, False),
        ("2026-12-18T23:30:00+01:00", False),
        ("2026-12-19T00:30:00+01:00", True),
    ):
        assert visit(moment, CAMPAIGN).get_by_text(notice).is_visible() is late
    page = visit(A_MONTH_LATER, "review/")
    late = page.locator("tr").filter(has=page.locator(".mine--late:visible"))
    assert texts(late.locator("a")) == ["Leren begint bovenaan"]


def test_a_page_left_open_overnight_is_right_in_the_morning(visit: Visit) -> None:
    page = visit("2026-12-18T22:00:00+01:00", CAMPAIGN)
    assert page.locator(".hero .state").inner_text() == WORDS("state.running", count=0)
    page.context.clock.set_fixed_time("2026-12-19T08:00:00+01:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator(".hero .state").inner_text().startswith("Liep tot en met")


def test_a_preview_of_a_later_day_stays_on_that_day(later_site: Path, browser: Browser) -> None:
    with serving(later_site) as host:
        context = visitor(browser, NOW)
        page = context.new_page()
        page.goto(f"{host}campaigns/")
        assert list(states(page)) == [WORDS("campaigns.ended")]
        context.close()
