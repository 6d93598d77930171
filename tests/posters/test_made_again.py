"""What changes a poster makes it again, and nothing else does; photographs are prepared once."""

from __future__ import annotations

import io
import os
from functools import partial
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from affiche.content import load
from affiche.model import FocalPoint, Variant
from affiche.posters import (
    MadePosters,
    make_posters,
    open_studio,
    plan_posters,
    print_picture,
    render,
)
from affiche.posters import job as job_module
from affiche.posters.families import package_folder
from affiche.posters.picture_file import PictureFile
from affiche.posters.placing import Photo
from affiche.posters.print_picture import Shelf
from affiche.press import Store, produce
from tests.posters.wall import CAMPAIGN, PAGE, jpeg, planned, with_photo
from tests.project import write_project

PHOTO = "campaigns/bovenaan/zaal.jpg"


def with_posters(*posters: str) -> str:
    """Return the campaign with ``posters`` instead of its own."""
    start = CAMPAIGN.index("posters:\n")
    end = CAMPAIGN.index("\n", CAMPAIGN.index("formats:")) + 1
    return (
        CAMPAIGN[:start]
        + "posters:\n"
        + "".join(f"  - {{{p}}}\n" for p in posters)
        + CAMPAIGN[end:]
    )


TEXT = with_posters(
    "template: photo, name: one, headline: Wie vraagt, formats: [a5, a4]",
    "template: photo, name: two, headline: Wie luistert, formats: [a5]",
)


def run(root: Path, *, variants: tuple[Variant, ...] = (Variant.OFFICE,)) -> MadePosters:
    """Make the posters of the project in ``root`` with the store in it."""
    project = load(root)
    assert project.catalogue, project.diagnostics
    studio, problems = open_studio(project, project.catalogue.brand)
    assert problems == ()
    posters = plan_posters(project, project.catalogue, studio, language="nl", variants=variants)
    return make_posters(posters, studio, Store(root / "store"))


def counts(made: MadePosters) -> tuple[int, int]:
    """Return how many posters were made and how many were kept."""
    assert len(made.posters) == made.made + made.kept, made.diagnostics
    return made.made, made.kept


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with three posters, which are in its store."""
    root = write_project(tmp_path, **{PAGE: TEXT})
    assert counts(run(root)) == (3, 0)
    return root


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_that_is_unchanged_is_made_again(project: Path) -> None:
    (project / PAGE).touch()
    assert counts(run(project)) == (0, 3)


def test_a_changed_colour_of_the_brand_makes_all_again(project: Path) -> None:
    replace(project / "overrides/brand.yml", "#2348C9", "#2348CA")
    assert counts(run(project)) == (3, 0)


def test_a_changed_headline_makes_only_its_own_posters_again(project: Path) -> None:
    replace(project / PAGE, "Wie luistert", "Wie zwijgt")
    assert counts(run(project)) == (1, 2)


def test_a_changed_library_of_the_templates_makes_all_again(project: Path) -> None:
    folder = project / "overrides/posters"
    folder.mkdir()
    library = Path(job_module.__file__).parent / "templates/artwork.typ"
    (folder / "artwork.typ").write_text(library.read_text() + "\n// ours\n")
    assert counts(run(project)) == (3, 0)


def test_a_changed_logo_makes_all_again(project: Path) -> None:
    replace(project / "overrides/logo.svg", "M0 0", "M0 1")
    assert counts(run(project)) == (3, 0)


def test_another_artwork_makes_the_posters_of_its_campaign_again(project: Path) -> None:
    replace(project / PAGE, "posters:", "artwork: waves\nposters:")
    assert counts(run(project)) == (3, 0)


def test_a_changed_font_file_makes_all_again(project: Path) -> None:
    folder = project / "overrides/fonts"
    folder.mkdir()
    for path in (package_folder() / "Poppins").glob("*.ttf"):
        (folder / path.name).write_bytes(path.read_bytes())
    run(project)
    path = folder / "Poppins-Bold.ttf"
    with TTFont(path) as font:
        font["head"].fontRevision = 9.0
        font.save(path)
    assert counts(run(project)) == (3, 0)


def test_another_release_of_the_renderer_makes_all_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_module, "RENDERER", "typst 99")
    assert counts(run(project)) == (3, 0)


# Photographs


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float, int]]:
    """Width, height and resolution of every photograph that is prepared from now on."""
    sizes = []
    prepare = print_picture.prepare_picture

    def note(
        content: bytes, focus: FocalPoint, width_mm: float, height_mm: float, *rest: object, **more
    ) -> object:
        sizes.append((width_mm, height_mm, more["ppi"]))
        return prepare(content, focus, width_mm, height_mm, *rest, **more)

    monkeypatch.setattr(print_picture, "prepare_picture", note)
    return sizes


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """The project with a photograph."""
    files = {PAGE: with_photo(TEXT), PHOTO: jpeg(1700, 1700)}
    return write_project(tmp_path, **files)


def test_a_photograph_is_prepared_once_for_each_size(
    pictured: Path, prepared: list[tuple[float, float, int]]
) -> None:
    variants = (Variant.OFFICE, Variant.ACCESSIBLE, Variant.ARCHIVE)
    assert counts(run(pictured, variants=variants)) == (9, 0)
    assert len(prepared) == len(set(prepared))
    assert len(prepared) < 9
    seen = len(prepared)
    # Another headline of as many lines leaves the photograph where it stands.
    replace(pictured / PAGE, "Wie luistert", "Wie leert nu")
    assert run(pictured, variants=variants).made == 3
    assert len(prepared) == seen


def test_a_changed_photograph_makes_its_posters_again(pictured: Path) -> None:
    run(pictured)
    (pictured / PHOTO).write_bytes(jpeg(1700, 1700, "#203040"))
    assert counts(run(pictured)) == (3, 0)


def test_another_focal_point_makes_its_posters_again(pictured: Path) -> None:
    run(pictured)
    replace(pictured / PAGE, "posters:", "focus: 20% 30%\nposters:")
    assert counts(run(pictured)) == (3, 0)


def test_what_lies_on_the_shelf_changes_no_poster(tmp_path: Path) -> None:
    one, other = (
        planned(tmp_path / name, with_photo(text), formats=["a4"], **{PHOTO: jpeg(900, 700)})[0].job
        for name, text in (("0", CAMPAIGN), ("1", CAMPAIGN.replace("bovenaan", "hier " * 9)))
    )
    alone = render(one), render(other)
    # Each of them now finds the photograph where the other has left it.
    kept = Shelf(tmp_path / "store")
    assert (render(one, kept), render(other, kept)) == alone
    assert (render(other, kept), render(one, kept)) == alone[::-1]


def test_workers_give_the_same_posters_with_photographs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    text = with_posters(
        *(f"template: photo, name: p{n}, headline: Dag {n}, formats: [a5]" for n in range(8))
    )
    jobs = [p.job for p in planned(tmp_path, with_photo(text), **{PHOTO: jpeg(900, 700)})]
    store = Store(tmp_path / "store")
    made = produce(jobs, partial(render, shelf=Shelf(store.folder)), store)
    assert (made.made, len(made.artefacts)) == (8, 8)
    for job, artefact in (made.artefacts[0], made.artefacts[7]):
        assert render(job) == artefact.read()


def test_a_photograph_that_changes_under_way_is_not_mistaken_for_the_old_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "zaal.jpg"
    path.write_bytes(jpeg(60, 60))
    picture = PictureFile.at(path)
    assert picture == PictureFile.of(jpeg(60, 60))
    path.write_bytes(jpeg(60, 61))
    with pytest.raises(OSError, match=r"zaal\.jpg was changed meanwhile"):
        picture.read()


# Weight

A3_LANDSCAPE_MM = (420.0, 297.0)


@pytest.mark.parametrize("grain", [0, 24], ids=["smooth", "grainy"])
def test_a_photograph_in_an_office_file_stays_under_its_weight(grain: int) -> None:
    grey = Image.effect_noise((4000, 3000), grain) if grain else Image.linear_gradient("L")
    out = io.BytesIO()
    grey.resize((4000, 3000)).convert("RGB").save(out, "JPEG", quality=92)
    photo = Photo(PictureFile.of(out.getvalue()), FocalPoint(), None, is_limited=True)
    prepared = photo.for_place(*A3_LANDSCAPE_MM).prepare()
    assert prepared.ppi > 200
    assert len(prepared.content) <= 2_500_000


def test_a_file_for_the_press_keeps_its_quality() -> None:
    noise = io.BytesIO()
    Image.effect_noise((1200, 900), 60).save(noise, "JPEG", quality=92)
    wanted = Photo(PictureFile.of(noise.getvalue()), FocalPoint(), None).for_place(100, 75)
    limited = Photo(PictureFile.of(noise.getvalue()), FocalPoint(), None, is_limited=True)
    assert wanted.most_bytes is None
    assert wanted.prepare() == limited.for_place(100, 75).prepare()  # so small, both are the best
