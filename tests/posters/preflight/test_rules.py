"""What was noted on finished posters, told: where, of which formats, and with what to do."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from affiche.checks import inspect
from affiche.model import FORMATS
from affiche.posters import POSTER, PlannedPoster
from affiche.posters.preflight import check_finished
from affiche.posters.preflight.codes import scan_distance_mm
from affiche.posters.qr import modules_of
from affiche.press import KeptArtefact
from affiche.report import Code, Diagnostic, Severity
from tests.posters.wall import CAMPAIGN, PAGE, TODAY, jpeg, planned, with_photo
from tests.project import write_project

PORTRAIT = {"docs/people/noor.jpg": jpeg(40, 50)}
READ = {"width_mm": 200.0, "module_mm": 5.0, "read": True}


@pytest.fixture(scope="module")
def poster(tmp_path_factory: pytest.TempPathFactory) -> PlannedPoster:
    text = with_photo(CAMPAIGN)
    photo = {"campaigns/bovenaan/zaal.jpg": jpeg(300, 200)}
    (one,) = planned(tmp_path_factory.mktemp("wall"), text, formats=["a4"], **photo)
    return one


def told(poster: PlannedPoster, **notes: dict[str, Any]) -> list[Diagnostic]:
    """Return what is said of ``poster`` with notes by format (``_`` for the hyphen)."""
    results = [
        (
            dataclasses.replace(poster, format=FORMATS[name.replace("_", "-")]),
            KeptArtefact(Path("store"), ((POSTER, ""),), json.dumps(noted)),
        )
        for name, noted in notes.items()
    ]
    return list(check_finished(results))


def test_a_poster_without_notes_is_nothing_to_speak_of(poster: PlannedPoster) -> None:
    assert told(poster, a4={}, a3={"code": READ, "picture_ppi": 300}) == []


def test_a_poster_that_did_not_come_out_is_not_looked_at(poster: PlannedPoster) -> None:
    notes = json.dumps({"picture_ppi": 20})
    assert list(check_finished([(poster, KeptArtefact(Path("store"), (), notes))])) == []


# ---- Pictures ----


@pytest.mark.parametrize(
    ("ppi", "code"),
    [
        (200, None),
        (199, Code.PICTURE_SOFT),
        (120, Code.PICTURE_SOFT),
        (119, Code.PICTURE_TOO_SMALL),
    ],
)
def test_a_picture_is_soft_under_200_and_too_small_under_120(
    poster: PlannedPoster, ppi: float, code: Code | None
) -> None:
    assert [each.code for each in told(poster, a4={"picture_ppi": ppi})] == ([code] if code else [])


def test_one_picture_is_told_once_with_every_format_and_the_size_that_would_do(
    poster: PlannedPoster,
) -> None:
    (said,) = told(poster, a4={"picture_ppi": 250}, a3={"picture_ppi": 150}, a2={"picture_ppi": 75})
    assert (said.code, said.severity) == (Code.PICTURE_TOO_SMALL, Severity.ERROR)
    assert str(said.place).startswith(PAGE)
    assert said.message == (
        "The picture has too few pixels per inch: 150 on a3, 75 on a2; "
        "200 look sharp, and under 120 one sees steps."
    )
    assert said.hint == (
        "Use one of 800 by 540 pixels; this one has 300 by 200. Or leave out a3, a2."
    )


def test_a_screen_wants_a_pixel_for_each_of_its_own(poster: PlannedPoster) -> None:
    assert told(poster, screen={"picture_ppi": 72}) == []
    (said,) = told(poster, screen={"picture_ppi": 60})
    assert said.code is Code.PICTURE_SOFT


def test_a_portrait_is_told_where_the_sponsor_is_named(poster: PlannedPoster) -> None:
    (said,) = told(poster, a4={"portrait_ppi": 90})
    assert said.code is Code.PICTURE_TOO_SMALL
    assert "sponsor's portrait" in said.message
    assert said.place == poster.campaign.source.place("sponsor")


# ---- Type ----


def test_small_type_is_told_with_the_least_of_its_format(poster: PlannedPoster) -> None:
    (said,) = told(
        poster,
        a4={"small": {"text": "Vragen?", "size_pt": 9}},
        a3={"small": {"text": "Vragen?", "size_pt": 9}},
    )
    assert said.code is Code.TYPE_TOO_SMALL
    assert said.message == (
        "'Vragen?' stands in 9 pt on a3; nothing under 12 pt is read there. So it is on a4."
    )


def test_type_at_the_edge_of_a_screen_is_told_in_pixels(poster: PlannedPoster) -> None:
    (said,) = told(poster, screen={"outside": {"text": "Kies", "mm": 16.2}})
    assert said.code is Code.OUTSIDE_SAFE_AREA
    assert said.message == (
        "'Kies' stands 46 pixels from the edge of screen; 54 pixels must stay free."
    )


def test_faint_type_is_told_with_what_is_needed(poster: PlannedPoster) -> None:
    (said,) = told(poster, a4={"faint": {"text": "Kies", "ratio": 2.1, "needed": 4.5}})
    assert said.code is Code.FAINT_ON_PICTURE
    assert "2.1:1 with the picture under it on a4; 4.5:1 is needed" in said.message


# ---- Codes ----


def test_a_code_that_is_not_read_is_an_error_in_every_format_named(poster: PlannedPoster) -> None:
    (said,) = told(poster, a4={"code": READ | {"read": False}}, a3={"code": READ | {"read": False}})
    assert (said.code, said.severity) == (Code.CODE_NOT_READ, Severity.ERROR)
    assert said.message == "The code cannot be read from the finished poster: a3, a4."


@pytest.mark.parametrize(
    ("name", "distance_mm"), [("a5", 200), ("a4", 250), ("a3", 375), ("a0", 1000)]
)
def test_who_scans_stands_nearer_than_who_reads(name: str, distance_mm: float) -> None:
    assert scan_distance_mm(FORMATS[name]) == distance_mm


@pytest.mark.parametrize(("width_mm", "fine"), [(38, True), (37, False)])
def test_a_code_is_as_wide_as_a_tenth_of_that_distance(
    poster: PlannedPoster, width_mm: float, fine: bool
) -> None:
    found = told(poster, a3={"code": READ | {"width_mm": width_mm, "module_mm": 1.0}})
    assert [each.code for each in found] == ([] if fine else [Code.CODE_TOO_SMALL])


def test_modules_that_would_run_together_are_told_with_their_size(poster: PlannedPoster) -> None:
    (said,) = told(poster, a5={"code": READ | {"width_mm": 40, "module_mm": 0.45}})
    assert said.message == (
        "The code is too small: its modules are 0.45 mm on a5, and 0.5 mm can be printed."
    )


def test_modules_on_a_screen_are_counted_in_pixels(poster: PlannedPoster) -> None:
    pixel = 25.4 / 72
    assert told(poster, screen={"code": READ | {"module_mm": 3.01 * pixel}}) == []
    (said,) = told(poster, screen={"code": READ | {"module_mm": 2 * pixel}})
    assert said.message == (
        "The code is too small: its modules are 2.0 pixels on screen, and 3 can be read."
    )


def test_a_code_of_unknown_size_is_not_called_small(poster: PlannedPoster) -> None:
    assert told(poster, a3={"code": {"width_mm": None, "module_mm": None, "read": True}}) == []


@pytest.mark.parametrize(("characters", "fine"), [(84, True), (85, False)])
def test_a_long_address_is_told_once_where_the_campaign_is(
    poster: PlannedPoster, characters: int, fine: bool
) -> None:
    address = "https://leren.example/go/".ljust(characters - 1, "x") + "/"
    said = {"address": address, "code": modules_of(address)}
    data = json.loads(poster.job.drawing.data) | said
    drawing = dataclasses.replace(poster.job.drawing, data=json.dumps(data))
    long = dataclasses.replace(poster, job=dataclasses.replace(poster.job, drawing=drawing))
    found = told(long, a4={"code": READ}, a3={"code": READ})
    assert [(each.code, each.severity) for each in found] == (
        [] if fine else [(Code.CODE_TOO_DENSE, Severity.WARNING)]
    )
    assert all(f"{characters} characters" in each.message for each in found)


# ---- From the template to the diagnostic ----

OWN = """\
#import "poster.typ": *
#show: sheet
#place(top + left, dx: 2mm, dy: 60mm, text(fill: colours.ink, size: 7pt)[Veel te klein])
#place(bottom + right, dx: -20mm, dy: -20mm, code(8mm))
"""


def test_a_template_of_ones_own_is_held_to_the_same_rules(tmp_path: Path) -> None:
    text = CAMPAIGN.replace("template: photo", "template: eigen")
    root = write_project(tmp_path, **{PAGE: text, "overrides/posters/eigen.typ": OWN, **PORTRAIT})
    found = inspect(root, TODAY, drafts=False, formats=["a4"]).diagnostics
    assert {each.code for each in found} == {
        Code.TYPE_TOO_SMALL,
        Code.OUTSIDE_SAFE_AREA,
        Code.CODE_TOO_SMALL,
    }
    line = text.splitlines().index("  - template: eigen") + 1
    assert {(each.place.file, each.place.line) for each in found} == {(PAGE, line)}
