"""The brand reaches the pages as custom properties."""

from __future__ import annotations

import re
from pathlib import Path

import affiche.site
from affiche.model import Catalogue
from affiche.site.stylesheet import brand_stylesheet
from affiche.site.webfonts import WebFontJob

ASSETS = Path(affiche.site.__file__).parent / "theme"

FONTS = (WebFontJob("Source Sans 3", 400, False, b""), WebFontJob("Source Sans 3", 700, True, b""))


def test_every_colour_of_the_brand_has_a_property(catalogue: Catalogue) -> None:
    css = brand_stylesheet(catalogue.brand, ())
    for role, colour in catalogue.brand.colours.items():
        assert f"  --brand-{role}: {colour.hex};\n" in css


def test_the_first_scheme_holds_where_no_other_is_named(catalogue: Catalogue) -> None:
    brand = catalogue.brand
    scheme = brand.schemes["zee"]
    other = brand.model_copy(update={"schemes": {"zee": scheme, "lucht": scheme}})
    css = brand_stylesheet(other, ())
    assert ":root, .scheme-zee {\n  --ground: #2348C9;\n  --on-ground: #FFFFFF;\n" in css
    assert "\n.scheme-lucht {\n  --ground: #2348C9;\n" in css
    assert ":root, .scheme-lucht" not in css


def test_every_web_font_is_loaded_from_beside_the_style_sheet(catalogue: Catalogue) -> None:
    css = brand_stylesheet(catalogue.brand, FONTS)
    assert css.count("@font-face") == 2
    assert 'src: url("fonts/source-sans-3-400.woff2") format("woff2");' in css
    assert 'src: url("fonts/source-sans-3-700-italic.woff2") format("woff2");' in css
    assert css.count("font-style: italic;") == 1
    assert '  --md-text-font: "Source Sans 3";\n' in css
    assert '  --headline-font: "Poppins";\n' in css


def test_braces_are_balanced(catalogue: Catalogue) -> None:
    css = brand_stylesheet(catalogue.brand, FONTS)
    assert css.count("{") == css.count("}") > 3


def test_scripts_that_the_web_fonts_lack_fall_to_the_readers_own_fonts() -> None:
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in ASSETS.rglob("*.css"))
    after = re.findall(r"var\(--(?:headline|md-text)-font\)([^;]*);", css)
    assert len(after) > 5
    assert set(after) == {", sans-serif"}
