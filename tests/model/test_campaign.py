"""Where a campaign stands is derived from its dates, never written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from affiche.content import load
from affiche.model import Campaign, State
from tests.project import CAMPAIGN, write_project

DATED = CAMPAIGN.replace(
    "status: approved", "publish_on: 2026-11-20\nexpires: 2027-03-01\nstatus: approved"
)


def read(root: Path, text: str) -> Campaign:
    catalogue = load(write_project(root, **{"campaigns/bovenaan/index.md": text})).catalogue
    assert catalogue
    return catalogue.campaign["bovenaan"]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-11-19", State.EMBARGOED),
        ("2026-11-20", State.SCHEDULED),
        ("2026-12-02", State.SCHEDULED),
        ("2026-12-03", State.RUNNING),
        ("2027-01-31", State.RUNNING),
        ("2027-02-01", State.ENDED),
        ("2027-02-28", State.ENDED),
        ("2027-03-01", State.EXPIRED),
    ],
)
def test_a_state_begins_on_its_day(tmp_path: Path, day: str, state: State) -> None:
    assert read(tmp_path, DATED).state(dt.date.fromisoformat(day)) is state


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1), dt.date(2026, 12, 10), dt.date(2030, 1, 1)])
def test_a_draft_is_a_draft_on_every_day(tmp_path: Path, day: dt.date) -> None:
    draft = DATED.replace("status: approved", "status: draft")
    assert read(tmp_path, draft).state(day) is State.DRAFT
    unsaid = DATED.replace("status: approved\n", "")
    assert read(tmp_path / "2", unsaid).state(day) is State.DRAFT


@pytest.mark.parametrize(
    ("day", "state"), [("2020-01-01", State.SCHEDULED), ("2099-01-01", State.ENDED)]
)
def test_without_other_dates_a_campaign_is_seen_for_ever(
    tmp_path: Path, day: str, state: State
) -> None:
    assert read(tmp_path, CAMPAIGN).state(dt.date.fromisoformat(day)) is state


def test_a_campaign_of_one_day_runs_on_that_day(tmp_path: Path) -> None:
    one = read(tmp_path, CAMPAIGN.replace("ends: 2027-01-31", "ends: 2026-12-03"))
    days = [dt.date(2026, 12, day) for day in (2, 3, 4)]
    assert [one.state(day) for day in days] == [State.SCHEDULED, State.RUNNING, State.ENDED]


def test_a_benefit_is_looked_up_by_audience(tmp_path: Path) -> None:
    one = read(tmp_path, CAMPAIGN)
    assert str(one.benefit_for("leidinggevenden")) == "Je team vertelt je meer."
    assert one.benefit_for("niemand") is None
