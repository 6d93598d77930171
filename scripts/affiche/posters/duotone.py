"""Turn a photograph into two colours of the brand: its shadows into one, its lights into the other.

Which pictures are treated so is said by their campaigns; cropping them is left to ``picture``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageOps

from affiche.model import Brand, Photograph, Scheme, Treatment

CLIPPED_PERCENT = 1
"""How many of the darkest and of the lightest pixels become the two colours themselves: without
them a grey day stays a grey day."""


@dataclass(frozen=True, slots=True)
class Tones:
    """The two colours, as ``#RRGGBB``."""

    dark: str
    """Of the shadows."""

    light: str
    """Of the lights."""

    def __str__(self) -> str:
        return f"{self.dark} {self.light}"


def tones_of(photograph: Photograph | None, brand: Brand, scheme: Scheme) -> Tones | None:
    """Return what ``photograph`` is turned into under ``scheme``; None when it stays as it is.

    The panel's colour is the darkest of a scheme that is still its own, and small text in paper's
    colour is legible on it, so a picture in the two has contrast enough.
    """
    if photograph is None or photograph.treatment is not Treatment.DUOTONE:
        return None
    return Tones(brand.colour(scheme.panel).hex, brand.colour(brand.paper).hex)


def in_two_tones(picture: Image.Image, tones: Tones) -> Image.Image:
    """Return ``picture`` (RGB or RGBA) in the colours of ``tones``; what is clear stays clear."""
    grey = ImageOps.autocontrast(picture.convert("L"), cutoff=CLIPPED_PERCENT)
    toned = ImageOps.colorize(grey, tones.dark, tones.light)
    if picture.mode == "RGBA":
        toned.putalpha(picture.getchannel("A"))
    return toned
