"""The gallery: what cannot be drawn says why, and stops no comparison."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from affiche.posters import LookJob, PosterJob, look_of, proof_of
from affiche.posters.picture_file import PictureFile
from affiche.press import Store
from affiche.review.looks import Gallery
from tests.posters.wall import campaign, jpeg, planned, poster_saying, with_photo


def gallery(folder: Path) -> Gallery:
    return Gallery(Store(folder), lambda _done, _total: None)


def test_a_look_is_drawn(tmp_path: Path) -> None:
    drawn, job = gallery(tmp_path), exact(poster_saying("a4").job)
    assert drawn.failure(job) == ""
    assert (drawn.look(job) or b"").startswith(b"\x89PNG")


def test_what_does_not_fit_is_named(tmp_path: Path) -> None:
    long = "Hottentottententententoonstellingsmakers" * 5
    drawn, job = gallery(tmp_path), exact(poster_saying("a4", headline=long).job)
    assert drawn.look(job) is None
    assert drawn.failure(job) == "overflow: headline"


def test_a_photograph_that_is_none_is_a_reason(tmp_path: Path) -> None:
    photo = {"campaigns/bovenaan/zaal.jpg": jpeg(600, 500)}
    (poster,) = planned(tmp_path, with_photo(campaign()), formats=["a4"], **photo)
    broken = dataclasses.replace(look_of(poster.job), picture=PictureFile.of(b"no picture"))
    drawn = gallery(tmp_path / "store")
    assert drawn.look(broken) is None
    assert "cannot be opened as JPEG" in drawn.failure(broken)


def test_a_photograph_that_could_not_be_read_for_a_moment_is_drawn_the_next_time(
    tmp_path: Path,
) -> None:
    photo = {"campaigns/bovenaan/zaal.jpg": jpeg(600, 500)}
    (poster,) = planned(tmp_path, with_photo(campaign()), formats=["a4"], **photo)
    file, away = tmp_path / "campaigns/bovenaan/zaal.jpg", tmp_path / "away.jpg"
    file.rename(away)
    job = look_of(poster.job)
    assert "No such file" in gallery(tmp_path / "store").failure(job)
    away.rename(file)
    assert gallery(tmp_path / "store").failure(job) == ""


def exact(job: PosterJob) -> LookJob:
    """Return the job that draws the file of ``job`` as a PNG."""
    return dataclasses.replace(proof_of(job), kind="png")
