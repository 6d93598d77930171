"""Read QR codes from a finished poster, as a telephone would.

What a code that cannot be read means for its poster is left to ``rules``.
"""

from __future__ import annotations

import pypdfium2
import zxingcpp
from PIL import Image

from affiche.posters.preflight.measuring import Box

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)

PIXELS_PER_MODULE = 4
"""At how many pixels a module the finished file is looked at; 2.5 are the least that can be read
(measured), and a telephone near enough has twice as many."""

MOST_PIXELS = 2400
"""Of the longer side of a poster that must be searched as a whole."""


def read_codes(picture: Image.Image) -> tuple[str, ...]:
    """Return what the QR codes in ``picture`` say; dark on light only, as many telephones do."""
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=_QR, try_invert=False)
    return tuple(code.text for code in found)


def raster_of(page: pypdfium2.PdfPage, box: Box | None = None, modules: int = 1) -> Image.Image:
    """Return ``page`` in pixels, in grey.

    Args:
        page: Of the finished file.
        box: The part of it that is wanted, within the trim size; all of it when None.
        modules: How many modules of a code stand side by side in ``box``.
    """
    width, height = page.get_size()
    if box is None:
        scale, crop = MOST_PIXELS / max(width, height), (0.0, 0.0, 0.0, 0.0)
    else:
        left, _, _, top = page.get_trimbox()
        scale = PIXELS_PER_MODULE * modules / box.width
        crop = (
            max(0.0, left + box.left),
            max(0.0, top - box.bottom),
            max(0.0, width - left - box.right),
            max(0.0, height - top + box.top),
        )
    picture: Image.Image = page.render(scale=scale, crop=crop, grayscale=True).to_pil()
    return picture
