"""What all posters of a brand share: templates, logo and typefaces, read once.

What stands on a single poster is left to ``planning``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Literal

from affiche.content import Project
from affiche.model import Brand
from affiche.posters.fallback import choose_typefaces, primary_of
from affiche.posters.families import folder_of, package_folder
from affiche.posters.fonts import FontFile, Typeface, find_fonts, own_typefaces, typeface_of
from affiche.posters.job import Typefaces
from affiche.posters.prepress import PressCondition
from affiche.posters.press_room import open_press
from affiche.report import Code, Diagnostic

TEMPLATES = "posters"
"""Folder among the overrides in which a brand's own templates lie."""

_PARTS = frozenset(
    {
        "artwork",
        "contact-sheet",
        "delivery-list",
        "page-artwork",
        "paperwork",
        "poster",
        "social-card",
    }
)
"""Sources that templates are made of, and are none themselves."""


@dataclass(frozen=True)
class ChosenFonts:
    """What one drawing is set in."""

    by_role: dict[str, list[str | dict[str, str]]]
    """Families for the ``headline`` and for the ``text``, as templates take them."""

    typefaces: Typefaces
    """For the renderer."""


@dataclass(frozen=True)
class Studio:
    """Everything that a poster is made with."""

    sources: tuple[tuple[str, bytes], ...]
    """Templates and logo: names and contents."""

    templates: tuple[str, ...]
    """The names that a poster's ``template`` may have."""

    typefaces: Typefaces
    """For the renderer."""

    headline_fonts: tuple[FontFile, ...]
    """Files of the headline's typeface."""

    text_fonts: tuple[FontFile, ...]
    """Files of the typeface of all else."""

    brand: Brand
    """Whose studio it is."""

    own_typefaces: tuple[Typeface, ...] = ()
    """Further ones that the brand has files of: for what the two lack."""

    locales: tuple[str, ...] = ()
    """Of the brand's words, since ``zh_Hant`` is drawn otherwise than ``zh``."""

    press: PressCondition | None = None
    """What files for the press are made for; None where there are none."""

    def choose_fonts(self, data: Any, headline: str, language: str) -> ChosenFonts:
        """Return what a drawing that says ``data`` is set in.

        Args:
            data: All that its template gets; every text in it counts.
            headline: All that is set in the typeface of headlines.
            language: Code of the language of both.
        """
        text = "\n".join(dict.fromkeys(_texts_in(data)))
        tag = self._locale_of(language)
        cascades = {
            "headline": choose_typefaces(self._own("headline"), text, tag, headline),
            "text": choose_typefaces(self._own("text"), text, tag, text),
        }
        faces = dict.fromkeys(f for cascade in cascades.values() for f in cascade.typefaces)
        by_role = {role: cascade.as_data() for role, cascade in cascades.items()}
        return ChosenFonts(by_role, _typefaces(tuple(faces)))

    def missing_characters(self, text: str, language: str) -> str:
        """Return the characters of ``text``, each once, that no typeface here has."""
        tag = self._locale_of(language)
        return choose_typefaces(self._own("text"), text, tag, text).missing

    def printable(self, data: dict[str, Any], language: str) -> dict[str, Any]:
        """Return ``data`` without the characters that no typeface here has.

        For what accompanies pages and posters, which show such a text in full or say themselves
        what is wrong with it: nobody shall go without a list because of a smile in a name.
        """
        text = "\n".join(dict.fromkeys(_texts_in(data)))
        gone = dict.fromkeys(map(ord, self.missing_characters(text, language)))
        return {key: _without(value, gone) for key, value in data.items()} if gone else data

    def _locale_of(self, language: str) -> str:
        """Return the locale of ``language``; with it, a brand says that its zh is traditional."""
        known = (locale for locale in self.locales if primary_of(locale) == language)
        return next(known, language)

    def _own(self, role: Literal["headline", "text"]) -> Iterator[Typeface]:
        """Yield the brand's typefaces, that of ``role`` first."""
        two = (self.headline_fonts, self.text_fonts)
        files = (f for f in (two if role == "headline" else reversed(two)) if f)
        yield from dict.fromkeys(map(typeface_of, files))
        yield from self.own_typefaces


def open_studio(project: Project, brand: Brand) -> tuple[Studio, tuple[Diagnostic, ...]]:
    """Return the studio of ``brand``, and what is wrong with its typefaces."""
    overrides = project.root / project.settings.overrides_dir
    sources = _packaged_sources()
    sources |= {path.name: path.read_bytes() for path in (overrides / TEMPLATES).glob("*.typ")}
    templates = {name.removesuffix(".typ") for name in sources if "/" not in name} - _PARTS
    ink = brand.colour(brand.ink).hex.encode()
    sources["logo.svg"] = (overrides / brand.logo).read_bytes().replace(b"currentColor", ink)

    headline, text = (
        find_fonts(brand.fonts.headline, overrides),
        find_fonts(brand.fonts.text, overrides),
    )
    problems = tuple(
        Diagnostic.of(
            Code.UNKNOWN_FONT,
            brand.source.place("fonts", role),
            f"There is no font '{family}'.",
            f"Put its TTF or OTF files into {project.settings.overrides_dir}/fonts/, "
            "or name one of: " + ", ".join(_packaged_families()) + ".",
        )
        for role, family, found in (
            ("headline", brand.fonts.headline, headline),
            ("text", brand.fonts.text, text),
        )
        if not found
    )
    press, press_problems = open_press(project, brand)
    studio = Studio(
        tuple(sorted(sources.items())),
        tuple(sorted(templates)),
        _typefaces(tuple(typeface_of(files) for files in (headline, text) if files)),
        headline,
        text,
        brand,
        tuple(f for f in own_typefaces(overrides) if f.files not in (headline, text)),
        tuple(words.locale for words in project.words.values()),
        press,
    )
    return studio, (*problems, *press_problems)


def _packaged_sources() -> dict[str, bytes]:
    """Return the program's own templates and their parts, by path inside their folder."""
    with as_file(files("affiche.posters") / "templates") as folder:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.typ")
        }


def _packaged_families() -> list[str]:
    folders = (f for f in package_folder().iterdir() if f.is_dir())
    return sorted(f.name for f in folders if any(f.glob("*-Regular.*")))


@cache
def _typefaces(faces: tuple[Typeface, ...]) -> Typefaces:
    """Return ``faces`` for a renderer, which may be another machine with the same packages.

    Cached, so that a thousand posters share the content of the brand's own files.
    """
    packaged = [face.name for face in faces if _is_packaged(face)]
    own = [file for face in faces if not _is_packaged(face) for file in face.files]
    digests = "".join(sorted(file.digest for face in faces for file in face.files))
    return Typefaces(
        tuple(packaged),
        tuple((file.path.name, file.path.read_bytes()) for file in own),
        hashlib.sha256(digests.encode()).hexdigest(),
    )


def _is_packaged(face: Typeface) -> bool:
    folder = folder_of(face.name)
    return folder is not None and face.files[0].path.is_relative_to(folder)


def _without(data: Any, gone: Mapping[int, None]) -> Any:
    """Return ``data`` with every text rid of the characters ``gone``; a sign stands for nothing."""
    if isinstance(data, str):
        left = data.translate(gone)
        return left if left == data else " ".join(left.split()) or "?"
    if isinstance(data, Mapping):
        return {key: _without(value, gone) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_without(value, gone) for value in data]
    return data


def _texts_in(data: Any) -> Iterator[str]:
    """Yield every text in ``data``, which is as JSON is: dictionaries, lists, texts, numbers."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts_in(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _texts_in(value)
