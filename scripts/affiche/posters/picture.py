"""Prepare a photograph for one place: upright, in sRGB, cropped to its focal point, at 300 ppi.

Where the place is and how large is left to whoever asks.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from affiche.model import FocalPoint
from affiche.model.format import MM_PER_INCH
from affiche.posters.duotone import Tones, in_two_tones

PRINT_PPI = 300
"""Pixels per inch at which a picture is printed; more is thrown away, less is never made up."""

FORMATS = ("JPEG", "PNG", "WEBP")
"""What Pillow may open: formats that are safe and that people have."""

MOST_PIXELS = 120_000_000
"""Above this a file is taken for an attack rather than a picture (100 megapixels exist)."""

# Pillow's own guard, which it asks again before it crops; its default refuses such cameras.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

_LOSSLESS = "PNG"

# EXIF 3.0, tag 274: what is stored as rows is shown as columns.
_LYING = (5, 6, 7, 8)

_SPARE = 1.1
"""How many times more pixels than wanted a picture keeps that is decoded smaller."""

_QUALITIES = (90, 84, 76, 66, 54, 42, 32, 24)
"""JPEG qualities, best first; the last is taken whatever its size. Photographs of 12 megapixels
come out with the first three; pixels of pure noise need the last."""

PALETTE = 128
"""Colours of a drawing that is kept small."""


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A picture ready for its place."""

    content: bytes
    """PNG when the original was one or lets the ground through, JPEG otherwise."""

    suffix: str
    """``.png`` or ``.jpg``."""

    ppi: float
    """Pixels per inch at the printed size."""

    width_px: int
    """How wide it is."""

    height_px: int
    """How high it is."""


def why_not_a_picture(content: bytes) -> str | None:
    """Return what is wrong with ``content`` as a picture, or None when it can be opened."""
    try:
        _open(content)
    except (OSError, ValueError) as error:
        return str(error)
    return None


def size_of(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels of the picture in ``content``, upright; reads no pixels.

    Raises:
        OSError: it is no picture; see ``why_not_a_picture``.
    """
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        lying = picture.getexif().get(ExifTags.Base.Orientation, 1) in _LYING
        width, height = picture.size
    return (height, width) if lying else (width, height)


def prepare_picture(
    content: bytes,
    focus: FocalPoint,
    width_mm: float,
    height_mm: float,
    tones: Tones | None = None,
    *,
    ppi: int = PRINT_PPI,
    most_bytes: int | None = None,
) -> PreparedPicture:
    """Return the picture in ``content`` made ready to fill ``width_mm`` by ``height_mm``.

    The part that is cut away is chosen so that the focal point stays: as with CSS
    ``object-position``, the point at x % of the picture comes to stand at x % of its place. With
    ``tones`` it is in these two colours.

    Args:
        content: A JPEG, PNG or WebP.
        focus: Its focal point.
        width_mm: Of the place.
        height_mm: Likewise.
        tones: Two colours, or None.
        ppi: Pixels per inch at most.
        most_bytes: How large it may be: fine detail and film grain cost quality where they must.

    Raises:
        OSError, ValueError: it is no picture; see ``why_not_a_picture``.
    """
    inches = (width_mm / MM_PER_INCH, height_mm / MM_PER_INCH)
    picture, source_format = _open(content, (inches[0] * ppi, inches[1] * ppi))
    picture = _crop(picture, focus, width_mm / height_mm)
    found_ppi = picture.width / (width_mm / MM_PER_INCH)
    if found_ppi > ppi:
        picture = _scale_to_width(picture, round(width_mm / MM_PER_INCH * ppi))
        found_ppi = ppi
    if tones:
        picture = in_two_tones(picture, tones)
    written, suffix = _written(picture, source_format, most_bytes)
    return PreparedPicture(written, suffix, found_ppi, picture.width, picture.height)


def _written(picture: Image.Image, source_format: str, most_bytes: int | None) -> tuple[bytes, str]:
    """Return ``picture`` as a file of at most ``most_bytes``, with the file's suffix."""
    if source_format == _LOSSLESS or picture.mode == "RGBA":
        out = io.BytesIO()
        # Only typst reads it, and packs it anew: packing it well here is time lost.
        picture.save(out, "PNG", compress_level=1 if most_bytes is None else 6)
        if picture.mode == "RGBA" or most_bytes is None or out.tell() <= most_bytes:
            return out.getvalue(), ".png"
    flat = picture if picture.mode == "RGB" else picture.convert("RGB")
    for quality in _QUALITIES:
        out = io.BytesIO()
        subsampling = "4:4:4" if quality == _QUALITIES[0] else "4:2:0"
        flat.save(out, "JPEG", quality=quality, subsampling=subsampling, optimize=True)
        if most_bytes is None or out.tell() <= most_bytes:
            break
    return out.getvalue(), ".jpg"


def prepare_web_picture(
    content: bytes,
    focus: FocalPoint,
    width_px: int,
    height_px: int,
    tones: Tones | None = None,
) -> bytes:
    """Return the picture in ``content`` as WebP, cropped to that shape and at most that large.

    With ``tones`` it is in these two colours.

    Raises:
        OSError, ValueError: it is no picture; see ``why_not_a_picture``.
    """
    picture, _ = _open(content, (width_px, height_px))
    picture = _crop(picture, focus, width_px / height_px)
    if picture.width > width_px:
        picture = _scale_to_width(picture, width_px)
    if tones:
        picture = in_two_tones(picture, tones)
    return as_webp(picture)


def as_webp(picture: Image.Image, *, effort: int = 5) -> bytes:
    """Return ``picture`` as WebP, without anything that its camera wrote into it.

    Args:
        picture: In any mode.
        effort: From 0 to 6. With 2 a preview takes half the time of 5, and 4 % more bytes.
    """
    out = io.BytesIO()
    picture.convert("RGBA" if picture.mode == "RGBA" else "RGB").save(
        out, "WEBP", quality=84, method=effort
    )
    return out.getvalue()


def as_small_png(content: bytes) -> bytes:
    """Return the drawing in the PNG ``content`` with a palette: a third of the bytes.

    Flat colours and the edges between them need no more than ``PALETTE`` colours and no dithering.
    """
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    small = picture.quantize(PALETTE, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def _open(content: bytes, least_px: tuple[float, float] | None = None) -> tuple[Image.Image, str]:
    """Return the picture in ``content``, upright and in sRGB, and the format of its file.

    When no more than ``least_px`` of it, width and height, will be wanted, a JPEG far larger is
    decoded at a half, a quarter or an eighth: that saves most of the time and the memory.

    Raises:
        OSError, ValueError: it is no picture.
    """
    try:
        return _decoded(content, least_px)
    except UnidentifiedImageError as error:  # names the object that holds the bytes
        raise ValueError("it cannot be opened as JPEG, PNG or WebP") from error
    except SyntaxError as error:  # what Pillow calls a damaged PNG
        raise ValueError(str(error)) from error


def _decoded(content: bytes, least_px: tuple[float, float] | None) -> tuple[Image.Image, str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture: Image.Image = Image.open(io.BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
        raise ValueError(f"it has more than {MOST_PIXELS} pixels") from bomb
    source_format = picture.format or ""
    if least_px:
        lying = picture.getexif().get(ExifTags.Base.Orientation, 1) in _LYING
        width, height = least_px[::-1] if lying else least_px
        share = _SPARE * max(width / picture.width, height / picture.height)
        picture.draft(None, (round(picture.width * share), round(picture.height * share)))
    picture.load()
    # In place: pictures are large, and each copy counts.
    ImageOps.exif_transpose(picture, in_place=True)
    return _to_srgb(_in_eight_bits(picture)), source_format


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Scale 16-bit grey, which Pillow would cut off at white, and look up palettes."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda grey: grey / 257).convert("L")
    if picture.mode in ("P", "PA"):
        return picture.convert(_mode_for(picture))
    return picture


def _to_srgb(picture: Image.Image) -> Image.Image:
    """Convert to sRGB by the profile that the picture carries (ICC.1:2022)."""
    mode = _mode_for(picture)
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            return _without_metadata(
                ImageCms.profileToProfile(
                    picture,
                    ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                    ImageCms.createProfile("sRGB"),
                    outputMode=mode if picture.mode == "RGBA" else "RGB",
                )
                or picture
            )
        except (ImageCms.PyCMSError, OSError):
            pass  # A broken profile is worth nothing; the pixels are still a picture.
    return _without_metadata(picture if picture.mode == mode else picture.convert(mode))


def _mode_for(picture: Image.Image) -> str:
    transparent = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    return "RGBA" if transparent else "RGB"


def _without_metadata(picture: Image.Image) -> Image.Image:
    for key in ("icc_profile", "exif", "xmp"):
        picture.info.pop(key, None)
    return picture


def _crop(picture: Image.Image, focus: FocalPoint, aspect: float) -> Image.Image:
    width, height = picture.size
    if width / height > aspect:
        wanted = max(1, round(height * aspect))
        left = round((width - wanted) * focus.x)
        return picture.crop((left, 0, left + wanted, height))
    wanted = max(1, round(width / aspect))
    top = round((height - wanted) * focus.y)
    return picture.crop((0, top, width, top + wanted))


def _scale_to_width(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)
