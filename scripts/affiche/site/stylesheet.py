"""The brand as a style sheet: colours, schemes and typefaces as custom properties.

How pages use them is left to ``theme/assets/affiche/site.css``.
"""

from __future__ import annotations

from collections.abc import Iterable

from affiche.model import Brand, Scheme
from affiche.site.webfonts import WebFontJob

_FONT_FACE = """\
@font-face {{
  font-family: "{family}";
  font-style: {style};
  font-weight: {weight};
  font-display: swap;
  src: url("fonts/{file}") format("woff2");
}}
"""


def brand_stylesheet(brand: Brand, fonts: Iterable[WebFontJob]) -> str:
    """Return CSS that stands beside a folder ``fonts`` with the files of ``fonts``."""
    faces = (
        _FONT_FACE.format(
            family=font.family,
            style="italic" if font.italic else "normal",
            weight=font.weight,
            file=font.file_name,
        )
        for font in fonts
    )
    root = {f"--brand-{role}": colour.hex for role, colour in brand.colours.items()} | {
        "--ink": brand.colour(brand.ink).hex,
        "--paper": brand.colour(brand.paper).hex,
        "--headline-font": f'"{brand.fonts.headline}"',
        "--md-text-font": f'"{brand.fonts.text}"',
    }
    first = next(iter(brand.schemes))
    schemes = (
        _rule(_selectors(name, default=name == first), _scheme(brand, scheme))
        for name, scheme in brand.schemes.items()
    )
    return "\n".join((*faces, _rule(":root", root), *schemes))


def _selectors(name: str, *, default: bool) -> str:
    return f":root, .scheme-{name}" if default else f".scheme-{name}"


def _scheme(brand: Brand, scheme: Scheme) -> dict[str, str]:
    return {
        "--ground": brand.colour(scheme.ground).hex,
        "--on-ground": brand.colour(scheme.text).hex,
        "--panel": brand.colour(scheme.panel).hex,
        "--accent-light": brand.colour(scheme.accent).hex,
        "--accent-dark": brand.colour(scheme.accent_dark).hex,
    }


def _rule(selector: str, properties: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"
