"""The typefaces that Affiche can count on: where they lie, what they carry, under which licence.

Reading their files is left to ``fonts``, choosing among them to ``fallback``. All are static TTF,
regular and bold, because the poster engine takes no variable fonts. Those of ``rendercv-fonts``
are always there; the others come with the optional extra ``affiche[world]``:

=======================  ==============================  =======  =================================
family                   package                         licence  for
=======================  ==============================  =======  =================================
Noto Sans                rendercv-fonts                  OFL-1.1  Latin, Greek, Cyrillic, Hindi
Open Sans                rendercv-fonts                  OFL-1.1  Hebrew
Noto Sans JP, KR, SC     rendercv-fonts                  OFL-1.1  Japanese, Korean, Chinese
IBM Plex Sans Arabic     fontpkg-ibm-plex-sans-arabic    OFL-1.1  Arabic, Persian, Urdu
Kurinto Sans TC          weblate-fonts                   OFL-1.1  traditional Chinese
Kurinto Sans             weblate-fonts                   OFL-1.1  some forty other scripts
=======================  ==============================  =======  =================================
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

EXTRA = "affiche[world]"
"""What to install for the families that are not always there."""

_BASE = "rendercv_fonts"
_KURINTO = "static/weblate_fonts/kurinto/ttf"


@dataclass(frozen=True, slots=True)
class Family:
    """One typeface of a package."""

    name: str
    """As it stands in its files."""

    module: str
    """The Python module that brings it."""

    folder: str
    """Where its files lie in that module's folder; those of other families may lie there too."""

    scripts: frozenset[str]
    """What it is turned to for (ISO 15924)."""

    region: str = ""
    """Whose design it is of the characters that Chinese, Japanese and Korean share in Unicode."""

    @property
    def is_extra(self) -> bool:
        """Whether it comes with the optional extra only."""
        return self.module != _BASE


_SCRIPTS_OF_KURINTO = (
    "Arab Armn Beng Cans Cher Ethi Geor Gujr Guru Hebr Knda Laoo Mlym Mong Nkoo Orya Sinh Syrc "
    "Taml Telu Tfng Thaa Thai"
)
"""Those with people who work in offices; it has more."""


def _family(name: str, module: str, folder: str, scripts: str, region: str = "") -> Family:
    return Family(name, module, folder, frozenset(scripts.split()), region)


FALLBACKS = (
    _family("Noto Sans", _BASE, "Noto Sans", "Latn Grek Cyrl Deva"),
    _family("Open Sans", _BASE, "Open Sans", "Hebr"),
    _family("IBM Plex Sans Arabic", "fontpkg_ibm_plex_sans_arabic", "files", "Arab"),
    _family("Noto Sans SC", _BASE, "Noto Sans", "Hani Bopo", "SC"),
    _family("Noto Sans JP", _BASE, "Noto Sans", "Hani Hira Kana", "JP"),
    _family("Kurinto Sans TC", "weblate_fonts", _KURINTO, "Hani Bopo", "TC"),
    _family("Noto Sans KR", _BASE, "Noto Sans", "Hang Hani", "KR"),
    _family("Kurinto Sans", "weblate_fonts", _KURINTO, _SCRIPTS_OF_KURINTO),
)
"""Whom to turn to for characters that the brand's own typefaces lack, the first one first.

Of the regional designs, the one of the text's language goes first.
"""


def package_folder() -> Path:
    """Return the folder of the font package that is always there, a folder in it per family."""
    folder = _folder_of(_BASE)
    assert folder  # it is a dependency
    return folder


def folder_of(name: str) -> Path | None:
    """Return the folder in which the family called ``name`` lies, or None: it is not installed."""
    known = next((family for family in FALLBACKS if family.name == name), None)
    parent = _folder_of(known.module if known else _BASE)
    folder = parent / (known.folder if known else name) if parent else None
    return folder if folder and folder.is_dir() else None


def _folder_of(module: str) -> Path | None:
    """Return where ``module`` lies without running it."""
    found = find_spec(module)
    return Path(found.origin).parent if found and found.origin else None
