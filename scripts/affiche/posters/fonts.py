"""Find the typefaces that posters are set in: static TTF or OTF files, of a package or the brand.

Embedding them in a PDF is left to the poster engine, making web fonts of them to ``webfonts``,
choosing one that has a character to ``fallback``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from affiche.posters.families import folder_of

_PATTERNS = ("*.ttf", "*.otf")

# OpenType 1.9.1, "name" table: the family of weight, width and slant, which tells the regional
# designs of one typeface apart; else the typographic family; else the family.
_FAMILY_NAMES = (21, 16, 1)


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


@dataclass(frozen=True)
class Typeface:
    """The styles of one typeface that there are here."""

    name: str
    """The name inside its files."""

    files: tuple[FontFile, ...]
    """At least one."""

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that each style can draw."""
        return frozenset.intersection(*(file.characters for file in self.files))

    def draws(self, character: str) -> bool:
        """Return whether each style has ``character``."""
        return ord(character) in self.characters


def find_fonts(family: str, brand_folder: Path) -> tuple[FontFile, ...]:
    """Return the files of ``family``, regular and bold with their italics where there are such.

    Args:
        family: The name inside the files.
        brand_folder: The brand's own fonts lie in ``fonts/`` in it; they win over a package's.
    """
    own = tuple(_read_folder(own_folder(brand_folder), family))
    if own:
        return own
    folder = folder_of(family)
    return tuple(_read_folder(folder, family)) if folder else ()


def find_typeface(family: str) -> Typeface | None:
    """Return the typeface ``family`` of an installed package, or None."""
    folder = folder_of(family)
    files = tuple(_read_folder(folder, family)) if folder else ()
    return typeface_of(files) if files else None


@cache
def typeface_of(files: tuple[FontFile, ...]) -> Typeface:
    """Return the typeface of ``files``, which are of one family and at least one."""
    return Typeface(files[0].family, files)


def own_typefaces(brand_folder: Path) -> Iterator[Typeface]:
    """Yield the typefaces that the brand put into its own folder, by name."""
    folder = own_folder(brand_folder)
    names = {name for path in _files_in(folder) if (name := _family_of(path, _time_of(path)))}
    for name in sorted(names):
        if files := tuple(_read_folder(folder, name)):
            yield typeface_of(files)


def own_folder(brand_folder: Path) -> Path:
    """Return where the brand's own font files lie."""
    return brand_folder / "fonts"


def _read_folder(folder: Path, family: str) -> list[FontFile]:
    """Return what ``folder`` has of ``family``; files of others are opened, but not read."""
    paths = (path for path in _files_in(folder) if _family_of(path, _time_of(path)) == family)
    fonts = (_read(path, _time_of(path)) for path in paths)
    return [font for font in fonts if font]


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for pattern in _PATTERNS for path in folder.glob(pattern))


def _time_of(path: Path) -> int:
    return path.stat().st_mtime_ns


@cache
def _family_of(path: Path, _modified: int) -> str | None:
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return _family_in(font) or path.stem
    except (TTLibError, KeyError, OSError):
        return None


def _family_in(font: TTFont) -> str | None:
    names = (font["name"].getDebugName(name) for name in _FAMILY_NAMES)
    return next((name for name in names if name), None)


@cache
def _read(path: Path, _modified: int) -> FontFile | None:
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return FontFile(
                path,
                _family_in(font) or path.stem,
                font["OS/2"].usWeightClass,
                bool(font["head"].macStyle & 2),
                _characters_in(font),
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )
    except (TTLibError, KeyError, OSError):
        return None


def _characters_in(font: TTFont) -> frozenset[int]:
    # Glyphs are as good as their numbers here; making up names for 30,000 of them takes long.
    font.setGlyphOrder(range(font["maxp"].numGlyphs))
    return frozenset(code for code, glyph in font.getBestCmap().items() if glyph)
