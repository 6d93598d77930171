"""Looks of a poster: the same picture for those who write it and for those who compare two."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops

from affiche.model import Variant
from affiche.posters import (
    LOOK,
    PREVIEW,
    LookJob,
    PosterJob,
    design_of,
    file_of,
    look_of,
    outline_of,
    proof_of,
    render,
)
from tests.posters.wall import poster_saying

Look = Callable[[PosterJob], LookJob]

LONG = "Hottentottententententoonstellingsmakers" * 5


def saying(headline: str) -> PosterJob:
    """Return a job whose file and whose design say ``headline``."""
    job = poster_saying("a4", variant=Variant.OFFICE, headline=headline).job
    assert job.preview
    data = json.loads(job.preview.data) | {"headline": headline}
    return dataclasses.replace(
        job, preview=dataclasses.replace(job.preview, data=json.dumps(data, sort_keys=True))
    )


def test_the_design_is_the_preview_that_the_file_carries() -> None:
    job = saying("Wie vraagt?")
    assert render(design_of(job)).file(LOOK) == render(job).file(PREVIEW)


def test_a_look_to_compare_is_the_design_without_loss() -> None:
    job = saying("Wie vraagt?")
    exact, shown = (
        Image.open(io.BytesIO(render(look).file(LOOK))) for look in (look_of(job), design_of(job))
    )
    assert (exact.format, shown.format) == ("PNG", "WEBP")
    assert exact.size == shown.size
    apart = ImageChops.difference(exact.convert("RGB"), shown.convert("RGB")).convert("L")
    assert apart.histogram()[64:] == [0] * 192


def test_a_proof_shows_the_border_of_the_file() -> None:
    job = saying("Wie vraagt?")
    assert render(proof_of(job)).file(LOOK) != render(design_of(job)).file(LOOK)


@pytest.mark.parametrize("look", [design_of, look_of, outline_of])
def test_a_design_is_drawn_once_for_all_that_is_made_of_it(look: Look) -> None:
    job = saying("Wie vraagt?")
    pressed = dataclasses.replace(job, variant=Variant.PRESS)
    assert look(job).digest == look(pressed).digest


def test_each_look_has_a_digest_of_its_own() -> None:
    job = saying("Wie vraagt?")
    looks = [each(job) for each in (design_of, proof_of, look_of, outline_of, file_of)]
    assert len({look.digest for look in looks}) == len(looks)


@pytest.mark.parametrize("look", [design_of, look_of, proof_of])
def test_a_picture_of_what_does_not_fit_says_so_as_the_poster_does(look: Look) -> None:
    job = saying(LONG)
    drawn = render(look(job))
    assert drawn.files == ()
    assert drawn.notes == render(job).notes
    assert json.loads(drawn.notes)["overflow"][0]["field"] == "headline"


def test_an_outline_is_set_whatever_does_not_fit() -> None:
    drawn = render(outline_of(saying(LONG)))
    assert drawn.file(LOOK).startswith(b"%PDF")
    assert drawn.notes == "{}"
