"""The colours of the palette as classes, for the page that lays them side by side.

A page may carry no styles of its own (see ``policy``), and a colour's name may be no class.
"""

from __future__ import annotations

from affiche.model import Brand


def palette_stylesheet(brand: Brand) -> str:
    """Return CSS with a class for each colour as ground and as text, numbered as in the palette."""
    return "".join(
        f".palette-ground-{number} {{ background: {colour.hex}; }}\n"
        f".palette-text-{number} {{ color: {colour.hex}; }}\n"
        for number, colour in enumerate(brand.colours.values(), start=1)
    )
