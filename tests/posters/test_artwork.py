"""Drawn artwork: every family, the same everywhere, calm where type stands, light to load."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import typst
from PIL import Image

from affiche.checks import inspect
from affiche.content import load
from affiche.posters import (
    ARTWORK,
    FAMILIES,
    choose_artwork,
    open_studio,
    plan_artwork,
    render,
)
from affiche.report import Code
from tests.posters.test_picture import PORTRAIT
from tests.posters.wall import (
    CAMPAIGN,
    PAGE,
    ROOT,
    TODAY,
    campaign,
    campaign_of,
    opened,
    planned,
)
from tests.project import write_project

TEMPLATES = ROOT / "scripts" / "affiche" / "posters" / "templates"
GROUND = (0x23, 0x48, 0xC9)
COLOURS = {"ground": "#2348C9", "first": "#F6F0E6", "second": "#F0AE2E"}
SEEDS = (0, 1, 12_345, 987_654_321, 2**31 - 3)

every_family = pytest.mark.parametrize("family", FAMILIES)


def drawn(family: str, seed: int, calm: str | None) -> Image.Image:
    width, height = (120, 140) if calm == "top" else (320, 128)
    data = {
        "artwork": {"family": family, "seed": seed},
        "colours": COLOURS,
        "width_px": width,
        "height_px": height,
        "calm": calm,
    }
    png = typst.compile(
        str(TEMPLATES / "page-artwork.typ"),
        root=str(TEMPLATES),
        format="png",
        ppi=72,
        sys_inputs={"poster": json.dumps(data)},
    )
    assert isinstance(png, bytes)
    return Image.open(io.BytesIO(png)).convert("RGB")


def ground_share(picture: Image.Image) -> float:
    colours = {colour: count for count, colour in picture.getcolors(1 << 20) or []}
    return colours.get(GROUND, 0) / (picture.width * picture.height)


def test_the_families_are_those_that_the_templates_draw(tmp_path: Path) -> None:
    source = tmp_path / "families.typ"
    template = TEMPLATES / "artwork.typ"
    source.write_text(f'#import "{template}": families\n#metadata(families.keys()) <families>\n')
    found = json.loads(
        typst.Compiler(str(source), root="/").query("<families>", field="value", one=True)
    )
    assert tuple(found) == FAMILIES


def test_the_same_campaign_gets_the_same_artwork_whatever_else_changes(tmp_path: Path) -> None:
    before, _ = opened(tmp_path / "1")
    after, _ = opened(tmp_path / "2", campaign(title="Iets anders", starts="2026-12-05"))
    assert choose_artwork(campaign_of(before)) == choose_artwork(campaign_of(after))
    # Written down, because posters that hang on a wall already must not change their look.
    artwork = choose_artwork(campaign_of(before))
    assert (artwork.family, artwork.seed) == ("arcs", 195630391)


def test_campaigns_differ_in_seed_and_take_the_family_that_they_name() -> None:
    catalogue = load(ROOT).catalogue
    assert catalogue
    seeds = [choose_artwork(campaign).seed for campaign in catalogue.campaigns]
    assert len(set(seeds)) == len(seeds) > 5
    named = [c for c in catalogue.campaigns if c.artwork]
    assert named
    assert all(choose_artwork(c).family == c.artwork for c in named)


def test_pages_and_posters_show_the_same_composition(tmp_path: Path) -> None:
    project, studio = opened(tmp_path / "1")
    assert project.catalogue
    jobs = list(plan_artwork(project.catalogue, campaign_of(project), studio))
    posters = planned(tmp_path / "2")
    data = [json.loads(job.drawing.data)["artwork"] for job in (*jobs, *(p.job for p in posters))]
    assert len(data) == 6
    assert all(artwork == data[0] for artwork in data)


@every_family
@pytest.mark.parametrize("calm", ["left", "top"])
def test_the_calm_side_is_almost_empty_and_the_other_is_not(family: str, calm: str) -> None:
    for seed in SEEDS:
        picture = drawn(family, seed, calm)
        width, height = picture.size
        side = (0, 0, width * 2 // 5, height) if calm == "left" else (0, 0, width, height * 2 // 5)
        rest = (side[2], 0, width, height) if calm == "left" else (0, side[3], width, height)
        assert ground_share(picture.crop(side)) > 0.95, seed
        assert ground_share(picture.crop(rest)) < 0.8, seed


@every_family
def test_most_of_the_ground_stays_empty(family: str) -> None:
    for seed in SEEDS:
        assert ground_share(drawn(family, seed, "left")) > 0.5, seed


@every_family
def test_artwork_bleeds_off_an_edge(family: str) -> None:
    for seed in SEEDS:
        picture = drawn(family, seed, "left")
        width, height = picture.size
        edges = [
            (0, 0, width, 1),
            (0, height - 1, width, height),
            (width - 1, 0, width, height),
        ]
        assert min(ground_share(picture.crop(edge)) for edge in edges) < 0.9, seed


@every_family
def test_seeds_give_different_compositions(family: str) -> None:
    assert len({drawn(family, seed, "left").tobytes() for seed in SEEDS}) == len(SEEDS)


@every_family
def test_a_hero_is_light_and_the_same_every_time(family: str, tmp_path: Path) -> None:
    project, studio = opened(tmp_path, campaign(artwork=family))
    assert project.catalogue
    hero, card = plan_artwork(project.catalogue, campaign_of(project), studio)
    svg = render(hero).file(ARTWORK)
    assert svg == render(hero).file(ARTWORK)
    assert len(svg) < 60_000
    assert b'width="1600' in svg[:400]
    assert b'width="800' in render(card).file(ARTWORK)[:400]


def test_the_heaviest_hero_of_the_sample_company_is_light() -> None:
    project = load(ROOT)
    catalogue = project.catalogue
    assert catalogue
    studio, _ = open_studio(project, catalogue.brand)
    for one in catalogue.campaigns:
        for job in plan_artwork(catalogue, one, studio):
            assert len(render(job).file(ARTWORK)) < 60_000, one.id


def test_a_family_that_nobody_draws_is_told_once_with_what_was_meant(tmp_path: Path) -> None:
    text = campaign(artwork="meridian")
    root = write_project(tmp_path, **{PAGE: text, **PORTRAIT})
    (said,) = inspect(root, TODAY, drafts=False).diagnostics
    assert said.code is Code.UNKNOWN_ARTWORK
    assert str(said.place) == f"{PAGE}:2:10"
    assert said.message == "There is no artwork called 'meridian'."
    assert said.hint == (
        "Did you mean 'meridians'? Write meridians, arcs, planes, weave, waves or steps, "
        "or pattern for one that is chosen for you."
    )


def test_a_family_that_resembles_none_is_told_without_a_guess(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: campaign(artwork="konijn"), **PORTRAIT})
    (said,) = inspect(root, TODAY, drafts=False).diagnostics
    assert said.hint.startswith("Write meridians, ")


def test_a_campaign_that_names_no_family_is_nothing_to_speak_of(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: CAMPAIGN, **PORTRAIT})

    assert inspect(root, TODAY, drafts=False).diagnostics == ()
