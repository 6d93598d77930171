"""Separate the pictures inside a PDF: pixels of light become pixels of ink."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pikepdf
from pikepdf import Name
from PIL import Image, ImageChops

from affiche.posters.prepress.inks import Separation
from affiche.posters.prepress.spaces import Space, is_device, space_of

JPEG_QUALITY = 90
"""As for the pictures that come in; ink plates show blocks sooner than screens."""

_INVERTED = [1, 0] * 4
"""Adobe's JPEG counts paper, not ink: 255 is none. Decode turns it over."""


def separate(image: Any, separation: Separation, *, is_mask: bool = False) -> None:
    """Turn the picture ``image`` into inks, where it lies in its PDF.

    Photographs stay JPEG; what was kept without loss (line art) stays without loss. Its soft mask
    stays as it is. Grey is printed by black ink alone.
    """
    if image.get("/ImageMask") or is_device(image.get("/ColorSpace")):
        return
    space = space_of(image.get("/ColorSpace"))
    if space is Space.GRAY:
        image.ColorSpace = Name.DeviceGray
        return
    if space not in {Space.RGB, Space.INDEXED}:
        return
    picture: Image.Image = pikepdf.PdfImage(image).as_pil_image()
    if picture.mode != "RGB":
        picture = picture.convert("RGB")
    if is_mask:
        _write_lossless(image, picture.convert("L"), Name.DeviceGray)
        return
    inks = separation.of_picture(picture)
    if image.get("/Filter") == Name.DCTDecode:
        _write_jpeg(image, inks)
    else:
        _write_lossless(image, inks, Name.DeviceCMYK)


def _write_jpeg(image: Any, inks: Image.Image) -> None:
    out = io.BytesIO()
    inks.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    image.write(out.getvalue(), filter=Name.DCTDecode)
    image.ColorSpace = Name.DeviceCMYK
    image.Decode = pikepdf.Array(_INVERTED)
    image.BitsPerComponent = 8


def _write_lossless(image: Any, pixels: Image.Image, space: pikepdf.Name) -> None:
    image.write(zlib.compress(pixels.tobytes()), filter=Name.FlateDecode)
    image.ColorSpace = space
    image.BitsPerComponent = 8
    if "/Decode" in image:
        del image.Decode


def inks_of(image: Any, shrink: int = 1) -> Image.Image:
    """Return ``image``, a picture in DeviceCMYK: 255 is full ink.

    With ``shrink``, each pixel is the mean of a square of that side (1, 2, 4 or 8).
    """
    width, height = int(image.Width), int(image.Height)
    if image.get("/Filter") == Name.DCTDecode:
        photograph = Image.open(io.BytesIO(image.read_raw_bytes()))
        photograph.draft(None, (max(1, width // shrink), max(1, height // shrink)))
        photograph.load()
        # Pillow turns Adobe's paper into ink by itself.
        return photograph if _is_inverted(image) else ImageChops.invert(photograph)
    pixels = Image.frombytes("CMYK", (width, height), image.read_bytes())
    pixels = pixels.reduce(min(shrink, width, height))
    return ImageChops.invert(pixels) if _is_inverted(image) else pixels


def _is_inverted(image: Any) -> bool:
    return [int(edge) for edge in image.get("/Decode", [])[:2]] == [1, 0]
