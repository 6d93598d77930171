"""Two looks of a poster side by side: where they differ, and how much."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from affiche.posters import compare_looks

SIZE = (400, 600)
GROUND, LETTER = (35, 72, 201), (255, 255, 255)


def look(*letters: tuple[int, int], size: tuple[int, int] = SIZE, ground: object = GROUND) -> bytes:
    """Return a poster with a letter, 40 pixels square, at each place."""
    picture = Image.new("RGB", size, ground)  # type: ignore[arg-type]
    for left, top in letters:
        picture.paste(LETTER, (left, top, left + 40, top + 40))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_the_share_is_what_changed() -> None:
    found = compare_looks(look((0, 0)), look((0, 0), (100, 100)))
    assert found.share == pytest.approx(1600 / (400 * 600))
    assert found.size_px == SIZE


def test_what_is_gone_is_red_and_what_has_come_is_blue_on_any_ground() -> None:
    for ground in (GROUND, (255, 255, 0)):
        found = compare_looks(look((40, 40), ground=ground), look((300, 500), ground=ground))
        difference = opened(found.difference)
        red, _, blue = difference.getpixel((60, 60))  # type: ignore[misc]
        assert red > blue + 60
        red, _, blue = difference.getpixel((320, 520))  # type: ignore[misc]
        assert blue > red + 60
        assert min(difference.getpixel((200, 300))) > 150  # type: ignore[type-var]  # pale


def test_what_nobody_sees_is_not_marked() -> None:
    faint = tuple(level + 5 for level in GROUND)
    assert compare_looks(look(), look(ground=faint)).share == 0


def test_another_shape_is_another_poster() -> None:
    found = compare_looks(look(), look(size=(600, 400)))
    assert found.share == 1
    assert opened(found.difference).size == (600, 400)


def test_every_picture_is_a_webp() -> None:
    found = compare_looks(look(), look((10, 10)))
    for picture in (found.before, found.after, found.difference):
        assert Image.open(io.BytesIO(picture)).format == "WEBP"
