"""What all posters of a brand share: templates, logo and typefaces, read once.

What stands on a single poster is left to ``planning``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import as_file, files

from affiche.content import Project
from affiche.model import Brand
from affiche.posters.fonts import FontFile, find_fonts, package_folder
from affiche.posters.job import Typefaces
from affiche.report import Code, Diagnostic

TEMPLATES = "posters"
"""Folder among the overrides in which a brand's own templates lie."""

_PARTS = frozenset(
    {
        "artwork",
        "contact-sheet",
        "delivery-list",
        "fit",
        "page-artwork",
        "paperwork",
        "poster",
        "social-card",
    }
)
"""Sources that templates are made of, and are none themselves."""


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
    studio = Studio(
        tuple(sorted(sources.items())),
        tuple(sorted(templates)),
        _typefaces((brand.fonts.headline, brand.fonts.text), (*headline, *text)),
        headline,
        text,
    )
    return studio, problems


def _packaged_sources() -> dict[str, bytes]:
    """Return the program's own templates and their parts, by path inside their folder."""
    with as_file(files("affiche.posters") / "templates") as folder:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.typ")
        }


def _packaged_families() -> list[str]:
    folders = (f for f in package_folder().iterdir() if f.is_dir())
    return sorted(f.name for f in folders if any(f.glob("*-Regular.*")))


def _typefaces(families: tuple[str, ...], fonts: tuple[FontFile, ...]) -> Typefaces:
    package = package_folder()
    own = tuple(f for f in fonts if not f.path.is_relative_to(package))
    digest = hashlib.sha256("".join(sorted(f.digest for f in fonts)).encode()).hexdigest()
    return Typefaces(families, tuple((f.path.name, f.path.read_bytes()) for f in own), digest)
