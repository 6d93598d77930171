"""Find the typefaces that the brand names: static TTF or OTF files, from a package or the brand.

Embedding them in a PDF is left to the poster engine, making web fonts of them to ``webfonts``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rendercv_fonts
from fontTools.ttLib import TTFont, TTLibError

_PATTERNS = ("*.ttf", "*.otf")

# OpenType 1.9.1, "name" table: the typographic family, or the family where there is none.
_FAMILY_NAMES = (16, 1)


@dataclass(frozen=True, slots=True)
class FontFile:
    """One style of a typeface."""

    path: Path
    """The file."""

    family: str
    """The name inside it."""

    weight: int
    """As in CSS: 400 is regular, 700 bold."""

    italic: bool
    """Whether it is slanted."""

    characters: frozenset[int]
    """The code points that it can draw."""

    digest: str
    """SHA-256 of its bytes."""


def find_fonts(family: str, brand_folder: Path) -> tuple[FontFile, ...]:
    """Return the files of ``family``, regular and bold with their italics where there are such.

    Args:
        family: The name inside the files.
        brand_folder: The brand's own fonts lie in ``fonts/`` in it; they win over the package's.
    """
    own = tuple(_read_folder(brand_folder / "fonts", family))
    if own:
        return own
    return tuple(_read_folder(package_folder() / family, family))


def package_folder() -> Path:
    """Return the folder of the font package, with a folder for each family."""
    return Path(rendercv_fonts.__file__).parent


def missing_characters(text: str, fonts: tuple[FontFile, ...]) -> str:
    """Return the characters of ``text``, each once, that one of ``fonts`` cannot draw."""
    drawn = frozenset.intersection(*(font.characters for font in fonts)) if fonts else frozenset()
    return "".join(
        c for c in dict.fromkeys(text) if ord(c) not in drawn and not c.isspace() and c != "\u00ad"
    )


def _read_folder(folder: Path, family: str) -> list[FontFile]:
    paths = sorted(path for pattern in _PATTERNS for path in folder.glob(pattern))
    fonts = (_read(path, path.stat().st_mtime_ns) for path in paths)
    return [font for font in fonts if font and font.family == family]


@cache
def _read(path: Path, _modified: int) -> FontFile | None:
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            names = (font["name"].getDebugName(name) for name in _FAMILY_NAMES)
            family = next((name for name in names if name), path.stem)
            return FontFile(
                path,
                family,
                font["OS/2"].usWeightClass,
                bool(font["head"].macStyle & 2),
                frozenset(font.getBestCmap()),
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
    except (TTLibError, KeyError, OSError):
        return None
