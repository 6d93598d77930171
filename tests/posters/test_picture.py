"""Photographs as people have them: turned, in other colours, too large, too small, broken."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from affiche.checks import inspect
from affiche.content import load
from affiche.model import FocalPoint
from affiche.posters import prepare_picture, why_not_a_picture
from affiche.posters.picture import MOST_PIXELS, PRINT_PPI, prepare_web_picture
from affiche.report import Code, Severity, as_text
from tests.posters.wall import CAMPAIGN, PAGE, TODAY, jpeg, torn_png, with_photo
from tests.project import write_project

MIDDLE = FocalPoint()
PHOTO = "campaigns/bovenaan/zaal.jpg"
PORTRAIT = {"docs/people/noor.jpg": jpeg(40, 50)}


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def quartered() -> Image.Image:
    """Red and green above, blue and white below."""
    picture = Image.new("RGB", (40, 20), "red")
    picture.paste("lime", (20, 0, 40, 10))
    picture.paste("blue", (0, 10, 20, 20))
    picture.paste("white", (20, 10, 40, 20))
    return picture


def striped(width: int, height: int) -> Image.Image:
    """Its red is 0 at the left and 255 at the right, its green 0 at the top and 255 below."""
    red = Image.linear_gradient("L").rotate(90).resize((width, height))
    green = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (red, green, Image.new("L", (width, height))))


def ready(
    content: bytes, focus: FocalPoint = MIDDLE, width_mm: float = 50, height_mm: float = 50
) -> Image.Image:
    prepared = prepare_picture(content, focus, width_mm, height_mm)
    picture = Image.open(io.BytesIO(prepared.content))
    assert prepared.suffix == {"PNG": ".png", "JPEG": ".jpg"}[str(picture.format)]
    return picture


def near(one: Any, other: tuple[int, ...], most: int = 4) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) <= most for a, b in zip(one, other, strict=True)
    )


# EXIF 3.0, tag 274: what the first row and the first column of the stored picture are.
@pytest.mark.parametrize(
    ("orientation", "undo"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_picture_is_set_upright(
    kind: str, orientation: int, undo: Image.Transpose | None
) -> None:
    upright = quartered()
    stored = upright.transpose(undo) if undo is not None else upright
    exif = Image.Exif()
    exif[274] = orientation
    options = {"JPEG": {"quality": 95, "subsampling": 0}, "WEBP": {"lossless": True}}.get(kind, {})
    picture = ready(saved(stored, kind, exif=exif, **options), width_mm=80, height_mm=40)
    assert picture.size == (40, 20)
    for point in ((5, 3), (35, 3), (5, 16), (35, 16)):
        wanted = upright.getpixel(point)
        assert isinstance(wanted, tuple)
        assert near(picture.getpixel(point), wanted, 12)
    assert picture.getexif().get(274, 1) == 1


def swapped_profile() -> bytes:
    """sRGB with its red and green primaries exchanged: in it, red is what sRGB calls green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return (
        profile.replace(b"rXYZ", b"\0tmp", 1)
        .replace(b"gXYZ", b"rXYZ", 1)
        .replace(b"\0tmp", b"gXYZ", 1)
    )


def test_colours_are_converted_by_the_profile_in_the_picture() -> None:
    picture = Image.new("RGB", (60, 60), (200, 100, 50))
    content = saved(picture, "PNG", icc_profile=swapped_profile())
    assert near(ready(content).getpixel((30, 30)), (100, 200, 50))
    assert "icc_profile" not in ready(content).info


def test_colours_of_a_transparent_picture_are_converted_too() -> None:
    picture = Image.new("RGBA", (60, 60), (200, 100, 50, 90))
    content = saved(picture, "PNG", icc_profile=swapped_profile())
    assert near(ready(content).getpixel((30, 30)), (100, 200, 50, 90))


def test_colours_of_a_palette_are_converted_too() -> None:
    picture = Image.new("RGB", (60, 60), (255, 0, 0)).quantize(4)
    content = saved(picture, "PNG", icc_profile=swapped_profile())
    assert near(ready(content).getpixel((30, 30)), (0, 255, 0), 8)


@pytest.mark.parametrize("profile", [b"junk", b"\0" * 400])
def test_a_broken_profile_leaves_the_colours_as_they_are(profile: bytes) -> None:
    content = saved(Image.new("RGB", (60, 60), (200, 100, 50)), "PNG", icc_profile=profile)
    assert ready(content).getpixel((30, 30)) == (200, 100, 50)


def test_inks_without_a_profile_become_colours() -> None:
    content = saved(Image.new("CMYK", (60, 60), (0, 255, 255, 0)), "JPEG")
    picture = ready(content)
    assert picture.mode == "RGB"
    assert near(picture.getpixel((30, 30)), (255, 0, 0), 12)


@pytest.mark.parametrize(
    ("mode", "colour", "wanted"),
    [
        ("I;16", 0x8080, (128, 128, 128)),
        ("L", 90, (90, 90, 90)),
        ("LA", (90, 60), (90, 90, 90, 60)),
        ("RGBA", (200, 100, 50, 60), (200, 100, 50, 60)),
        ("1", 1, (255, 255, 255)),
    ],
)
def test_every_kind_of_png_keeps_its_look(mode: str, colour: Any, wanted: tuple[int, ...]) -> None:
    picture = ready(saved(Image.new(mode, (60, 60), colour), "PNG"))
    assert near(picture.getpixel((30, 30)), wanted, 1)


def test_webp_stays_transparent() -> None:
    content = saved(Image.new("RGBA", (60, 60), (200, 100, 50, 60)), "WEBP", lossless=True)
    assert ready(content).getpixel((30, 30)) == (200, 100, 50, 60)


def test_a_photograph_stays_a_jpeg() -> None:
    assert ready(jpeg(60, 60)).format == "JPEG"
    assert ready(saved(striped(60, 60), "WEBP")).format == "JPEG"


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.9, 1.0])
def test_the_point_at_x_per_cent_comes_to_stand_at_x_per_cent(share: float) -> None:
    """CSS Images 3, object-position: across, and down in a picture that is too high."""
    wide = ready(saved(striped(400, 100), "PNG"), FocalPoint(share, 0.5))
    assert wide.size == (100, 100)
    at = min(99, round(share * 100))
    assert near(wide.getpixel((at, 50))[:1], (round(share * 255),), 3)  # type: ignore[index]
    high = ready(saved(striped(100, 400), "PNG"), FocalPoint(0.5, share))
    assert high.size == (100, 100)
    assert near(high.getpixel((50, at))[1:2], (round(share * 255),), 3)  # type: ignore[index]


def test_what_is_too_large_is_scaled_to_print_resolution() -> None:
    prepared = prepare_picture(jpeg(2000, 1000), MIDDLE, 50.8, 25.4)
    assert prepared.ppi == PRINT_PPI == 300
    assert Image.open(io.BytesIO(prepared.content)).size == (600, 300)


def test_what_is_too_small_is_never_enlarged() -> None:
    prepared = prepare_picture(jpeg(200, 100), MIDDLE, 50.8, 25.4)
    assert prepared.ppi == pytest.approx(100)
    assert Image.open(io.BytesIO(prepared.content)).size == (200, 100)


def test_what_is_cut_away_does_not_count_as_resolution() -> None:
    assert prepare_picture(jpeg(400, 100), MIDDLE, 25.4, 25.4).ppi == pytest.approx(100)


def test_a_sliver_still_fills_its_place() -> None:
    assert ready(jpeg(3, 3000)).size == (3, 3)
    assert ready(jpeg(3000, 1), width_mm=10, height_mm=100).size == (1, 1)


def test_a_picture_for_pages_is_webp_at_most_that_large() -> None:
    with Image.open(io.BytesIO(prepare_web_picture(jpeg(900, 900), MIDDLE, 300, 150))) as web:
        assert (web.format, web.size) == ("WEBP", (300, 150))
    with Image.open(io.BytesIO(prepare_web_picture(jpeg(100, 100), MIDDLE, 300, 150))) as web:
        assert web.size == (100, 50)


def test_what_a_camera_wrote_into_a_picture_does_not_travel() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Geheime camera"
    content = saved(striped(60, 60), "JPEG", exif=exif)
    assert b"Geheime camera" in content
    assert b"Geheime camera" not in prepare_picture(content, MIDDLE, 10, 10).content
    assert b"Geheime camera" not in prepare_web_picture(content, MIDDLE, 50, 50)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(side: int) -> bytes:
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [11_000, 15_000, 30_000, 100_000])
def test_a_decompression_bomb_is_refused(side: int) -> None:
    assert side * side > MOST_PIXELS
    assert why_not_a_picture(bomb(side)) == "it has more than 120000000 pixels"


NOISE = Image.effect_noise((120, 90), 80).convert("RGB")
WHOLE = {kind: saved(NOISE, kind) for kind in ("JPEG", "PNG", "WEBP")}


@pytest.mark.parametrize("kind", WHOLE)
def test_half_a_file_is_refused(kind: str) -> None:
    whole = WHOLE[kind]
    assert why_not_a_picture(whole) is None
    for length in (0, 1, 10, 30, 60, 200, len(whole) // 2, len(whole) * 3 // 4):
        assert why_not_a_picture(whole[:length]), length


@pytest.mark.parametrize("kind", WHOLE)
def test_damage_is_refused_or_printed_but_never_raised(kind: str) -> None:
    chance = random.Random(7)
    refused = 0
    for _ in range(150):
        damaged = bytearray(WHOLE[kind])
        for _ in range(3):
            damaged[chance.randrange(min(len(damaged), 700))] = chance.randrange(256)
        if why_not_a_picture(bytes(damaged)):
            refused += 1
        else:
            prepare_picture(bytes(damaged), MIDDLE, 50, 50)
    assert refused > 0


@pytest.mark.parametrize(
    "content",
    [b"", b"Dit is een tekst.", b"<svg/>", saved(Image.new("L", (9, 9)), "GIF")],
    ids=["nothing", "text", "svg", "gif"],
)
def test_what_is_not_jpeg_png_or_webp_is_refused(content: bytes) -> None:
    assert why_not_a_picture(content)


REFUSED = {
    "half": WHOLE["JPEG"][:2000],
    "bomb": bomb(30_000),
    "damaged": b"\xff\xd8\xff\xe0" + b"\0" * 50,
    "torn png": torn_png(),
    "damaged png": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_the_check_says_where_a_picture_is_none(tmp_path: Path, content: bytes) -> None:
    root = write_project(tmp_path, **{PAGE: with_photo(CAMPAIGN), PHOTO: content, **PORTRAIT})
    seen = inspect(root, TODAY, drafts=False)
    assert [(d.code, d.place.file) for d in seen.diagnostics] == [(Code.NOT_A_PICTURE, PAGE)]
    assert "'zaal.jpg' cannot be opened as a picture." in as_text(seen.diagnostics[0])
    assert seen.made is None


def test_a_text_called_png_is_refused_where_it_is_named(tmp_path: Path) -> None:
    text = with_photo(CAMPAIGN).replace("zaal.jpg", "zaal.png")
    files = {PAGE: text, "campaigns/bovenaan/zaal.png": b"Dit is een tekst.", **PORTRAIT}
    seen = inspect(write_project(tmp_path, **files), TODAY, drafts=False)
    (said,) = seen.diagnostics
    assert said.code is Code.NOT_A_PICTURE
    line = text.splitlines().index("image: zaal.png") + 1
    assert str(said.place) == f"{PAGE}:{line}:8"


def test_a_portrait_that_is_no_picture_is_refused_too(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: CAMPAIGN})
    (said,) = inspect(root, TODAY, drafts=False).diagnostics
    assert (said.code, said.place.file) == (Code.NOT_A_PICTURE, "docs/people/noor-el-amrani.md")


def test_a_small_picture_is_told_once_with_its_worst_resolution(tmp_path: Path) -> None:
    files = {PAGE: with_photo(CAMPAIGN), PHOTO: jpeg(1000, 1000), **PORTRAIT}
    seen = inspect(write_project(tmp_path, **files), TODAY, drafts=False)
    assert load(tmp_path).diagnostics == ()
    (said,) = seen.diagnostics
    assert said.code is Code.PICTURE_TOO_SMALL
    assert said.severity is Severity.ERROR
    # With its bleed A3 is 303 mm wide, or 11.9 inches, and the picture fills at least that.
    assert " 83 on a3, " in said.message
    assert "Use one of 2420 by 2420 pixels; this one has 1000 by 1000." in said.hint


def test_a_picture_that_is_only_soft_stops_no_build(tmp_path: Path) -> None:
    files = {PAGE: with_photo(CAMPAIGN), PHOTO: jpeg(2000, 2000), **PORTRAIT}
    seen = inspect(write_project(tmp_path, **files), TODAY, drafts=False, formats=["a4", "a3"])
    (said,) = seen.diagnostics
    assert (said.code, said.severity) == (Code.PICTURE_SOFT, Severity.WARNING)
    assert ": 166 on a3;" in said.message
    assert said.hint == (
        "Use one of 2420 by 2420 pixels; this one has 2000 by 2000. Or leave out a3."
    )
    assert seen.made
    assert len(seen.made.posters) == 2


def test_a_large_picture_is_nothing_to_speak_of(tmp_path: Path) -> None:
    files = {PAGE: with_photo(CAMPAIGN), PHOTO: jpeg(3400, 3400), **PORTRAIT}
    seen = inspect(write_project(tmp_path, **files), TODAY, drafts=False, formats=["a4", "a3"])
    assert seen.diagnostics == ()
