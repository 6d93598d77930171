"""Previews made small."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from affiche.posters.thumbnail import LONGEST_PX, THUMBNAIL, ThumbnailJob, render_thumbnail


def preview(width: int, height: int, colour: str = "#2348C9") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "WEBP", lossless=True)
    return out.getvalue()


def test_a_thumbnail_is_a_small_jpeg_in_proportion() -> None:
    thumbnail = render_thumbnail(ThumbnailJob(preview(800, 1131))).file(THUMBNAIL)
    picture = Image.open(io.BytesIO(thumbnail))
    assert picture.format == "JPEG"
    assert picture.size == (round(LONGEST_PX * 800 / 1131), LONGEST_PX)
    assert picture.getpixel((9, 9)) == pytest.approx((0x23, 0x48, 0xC9), abs=3)


def test_a_preview_that_is_small_already_stays_as_it_is() -> None:
    thumbnail = render_thumbnail(ThumbnailJob(preview(100, 50))).file(THUMBNAIL)
    assert Image.open(io.BytesIO(thumbnail)).size == (100, 50)


def test_another_preview_is_another_thumbnail() -> None:
    jobs = [ThumbnailJob(preview(10, 10, colour)) for colour in ("#000000", "#000000", "#ffffff")]
    assert [job.digest == jobs[0].digest for job in jobs] == [True, True, False]
