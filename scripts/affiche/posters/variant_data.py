"""What a variant decides for a template: edges, marks, and the numbers of the brand's colours.

What stands on the poster, whatever its variant, is in ``template_data``.
"""

from __future__ import annotations

from typing import Any

from affiche.model import Brand, Scheme, Variant
from affiche.posters.template_data import Wanted


def variant_data(
    variant: Variant | None, wanted: Wanted, brand: Brand, scheme: Scheme
) -> dict[str, Any]:
    """Return what ``variant`` decides: edges, marks and in which inks colours are written.

    None stands for the design itself, to its trim edge, as previews show it. Standards for keeping
    and for print want a date (ISO 19005-2, 6.6; ISO 15930-7, 6.11): the first day of the campaign,
    since the same poster is to give the same bytes on every day.

    Under ``variant`` stands what templates read as a file of its own, which the design does not
    hang on; the photograph's prepared file is named there when it is made.
    """
    size, day = wanted.format, wanted.campaign.starts
    dated = variant in (Variant.ARCHIVE, Variant.PRESS)
    pressed = variant is Variant.PRESS
    return {
        "variant": {
            "name": str(variant or "preview"),
            "bleed_mm": size.bleed_mm if pressed else 0,
            "border_mm": size.safe_area_mm if variant is Variant.OFFICE else 0,
            "marks": pressed,
            "date": [day.year, day.month, day.day] if dated else None,
            "picture_file": None,
        },
        "colours": inks_of(brand, scheme) if pressed else colours_of(brand, scheme),
    }


def colours_of(brand: Brand, scheme: Scheme) -> dict[str, str]:
    """Return the colours that a template may use, by role, as ``#RRGGBB``."""
    own = {role: brand.colour(name).hex for role, name in _roles(brand, scheme).items()}
    ink = own["ink"]
    return own | {"running": ink, "code": ink, "black": "#000000", "white": "#FFFFFF"}


def inks_of(brand: Brand, scheme: Scheme) -> dict[str, list[int]]:
    """Return the same colours as printing inks: cyan, magenta, yellow, black, each in per cent."""
    own = {role: list(brand.colour(name).cmyk) for role, name in _roles(brand, scheme).items()}
    running = brand.press.text if brand.press and brand.press.text else brand.ink
    return own | {
        "running": list(brand.colour(running).cmyk),
        "code": [0, 0, 0, 100],
        "black": [0, 0, 0, 100],
        "white": [0, 0, 0, 0],
    }


def _roles(brand: Brand, scheme: Scheme) -> dict[str, str]:
    return {
        "ground": scheme.ground,
        "text": scheme.text,
        "first": scheme.first,
        "second": scheme.second,
        "panel": scheme.panel,
        "accent": scheme.accent,
        "ink": brand.ink,
        "paper": brand.paper,
    }
