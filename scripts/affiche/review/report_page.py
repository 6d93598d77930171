"""The comparison as a page with pictures: a folder that opens from any disk or server.

Nothing of it comes from elsewhere. What is said is left to ``sentences``.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from affiche.content.words import Words, direction_of
from affiche.model import Brand
from affiche.posters import FontFile, Studio
from affiche.review.diff import Diff
from affiche.review.sentences import Sentences

PAGE = "index.html"

_PAGES = Environment(
    loader=PackageLoader("affiche.review", "templates"), autoescape=True, undefined=StrictUndefined
)

_BOLD, _REGULAR = 700, 400

_FACE = """\
@font-face {{
  font-family: "{family}";
  font-weight: {weight};
  font-display: swap;
  src: url("{path}");
}}
"""


def report_page(
    diff: Diff, words: Words, brand: Brand, studio: Studio | None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the page by path, without the pictures of posters."""
    page = _PAGES.get_template("review.html").render(
        diff=diff, words=words, say=Sentences(words), direction=direction_of(words.language)
    )
    yield PAGE, page.encode()
    sheet = files("affiche.review") / "templates" / "review.css"
    yield "review.css", sheet.read_bytes()
    faces = tuple(_faces(studio)) if studio else ()
    css = [
        _FACE.format(family=family, weight=font.weight, path=_path(font)) for family, font in faces
    ]
    yield "brand.css", "\n".join((*css, _colours(brand))).encode()
    yield from {_path(font): font.path.read_bytes() for _, font in faces}.items()


def _path(font: FontFile) -> str:
    return f"fonts/{font.digest[:16]}{font.path.suffix.lower()}"


def _faces(studio: Studio) -> Iterator[tuple[str, FontFile]]:
    for family, fonts, weights in (
        ("report-headline", studio.headline_fonts, (_BOLD,)),
        ("report-text", studio.text_fonts, (_REGULAR, _BOLD)),
    ):
        for weight in weights:
            upright = (f for f in fonts if f.weight == weight and not f.italic)
            if font := next(upright, None):
                yield family, font


def _colours(brand: Brand) -> str:
    scheme = brand.scheme(None)
    colours = {
        "ink": brand.ink,
        "paper": brand.paper,
        "panel": scheme.panel,
        "on-ground": scheme.text,
        "accent-light": scheme.accent,
        "accent-dark": scheme.accent_dark,
    }
    lines = "".join(f"  --{role}: {brand.colour(name).hex};\n" for role, name in colours.items())
    return f":root {{\n{lines}}}\n"
