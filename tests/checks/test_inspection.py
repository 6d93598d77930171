"""A whole project is looked at once, and nothing is made of one with errors."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from affiche.checks import STORE, inspect
from affiche.posters import POSTER
from affiche.report import Code
from tests.posters.test_picture import PORTRAIT
from tests.posters.wall import CAMPAIGN, PAGE, TODAY
from tests.project import BRAND, write_project


def test_a_project_without_a_fault_gets_its_posters(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    root = write_project(tmp_path, **{PAGE: CAMPAIGN, **PORTRAIT})
    seen = inspect(root, TODAY, drafts=False, on_progress=lambda *done: told.append(done))
    assert seen.diagnostics == ()
    assert seen.catalogue
    assert seen.studio
    assert seen.made
    assert len(seen.made.posters) == 4
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert list((root / STORE).rglob(POSTER))


def test_nothing_is_made_of_a_project_that_cannot_be_loaded(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: "---\n", **PORTRAIT})
    seen = inspect(root, TODAY, drafts=True)
    assert seen.diagnostics == seen.project.diagnostics != ()
    assert (seen.catalogue, seen.studio, seen.made) == (None, None, None)
    assert not list((root / STORE).rglob(POSTER))


def test_nothing_is_made_of_a_catalogue_with_errors_and_all_are_told(tmp_path: Path) -> None:
    brand = BRAND.replace("accent: zee", "accent: papier").replace("Poppins", "Geen")
    files = {PAGE: CAMPAIGN.replace("posters:", "artwork: geen\nposters:")}
    root = write_project(tmp_path, **{**files, "overrides/brand.yml": brand})
    seen = inspect(root, TODAY, drafts=True)
    assert [d.code for d in seen.diagnostics] == [
        Code.UNKNOWN_ARTWORK,
        Code.NOT_A_PICTURE,
        Code.CONTRAST_TOO_LOW,
        Code.UNKNOWN_FONT,
    ]
    assert list(seen.diagnostics) == sorted(seen.diagnostics, key=lambda d: d.place)
    assert seen.made is None
    assert not list((root / STORE).rglob(POSTER))


def test_what_readers_may_not_see_has_no_posters_but_in_a_preview(tmp_path: Path) -> None:
    draft = CAMPAIGN.replace("status: approved", "status: draft")
    root = write_project(tmp_path, **{PAGE: draft, **PORTRAIT})
    built = inspect(root, TODAY, drafts=False)
    assert built.made
    assert built.made.posters == ()
    preview = inspect(root, TODAY, drafts=True)
    assert preview.made
    assert len(preview.made.posters) == 4


def test_what_expired_has_no_posters_at_all(tmp_path: Path) -> None:
    over = CAMPAIGN.replace("status:", "expires: 2027-02-01\nstatus:")
    root = write_project(tmp_path, **{PAGE: over, **PORTRAIT})
    for day, posters in ((dt.date(2027, 1, 31), 4), (dt.date(2027, 2, 1), 0)):
        made = inspect(root, day, drafts=True).made
        assert made
        assert len(made.posters) == posters


def test_today_is_the_day_in_the_brands_timezone(tmp_path: Path) -> None:
    # These two places are 25 hours apart, so it is never the same day in both.
    days = []
    for zone in ("Pacific/Pago_Pago", "Pacific/Kiritimati"):
        files = {PAGE: CAMPAIGN, "overrides/brand.yml": f"{BRAND}timezone: {zone}\n", **PORTRAIT}
        root = write_project(tmp_path / zone, **files)
        days.append(inspect(root, None, drafts=False).today)
    west, east = days
    assert west
    assert east
    assert west < east
