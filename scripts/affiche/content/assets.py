"""Check that the files which fields name lie where they ought to, beside what names them.

Whether a picture can be printed is left to ``posters``.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from affiche.content.nearest import either, nearest, shown, surely
from affiche.content.pages import EACH, texts_at
from affiche.content.yaml_nodes import Fields
from affiche.model import Brand, Campaign, KeyPath, Part, Person, Value
from affiche.report import Code, Diagnostic

_TABLE = (".csv",)
_PHOTO = (".jpg", ".jpeg", ".png", ".webp")
_PICTURE = (*_PHOTO, ".svg")
_ASSETS: dict[type[Part], tuple[tuple[KeyPath, tuple[str, ...]], ...]] = {
    Value: ((("icon",), _PICTURE),),
    Person: ((("portrait",), _PICTURE),),
    Campaign: (
        (("image",), _PHOTO),
        (("posters", EACH, "image"), _PHOTO),
        (("posters", EACH, "locations"), _TABLE),
    ),
    Brand: ((("logo",), (".svg",)), (("symbol",), (".svg",))),
}
_ABSOLUTE = re.compile(r"[/~]|[A-Za-z][A-Za-z0-9+.-]*:")


def endings_of(model: type[Part], pattern: KeyPath) -> tuple[str, ...]:
    """Return what the file that the field at ``pattern`` names may end in; empty for no file."""
    return next((endings for path, endings in _ASSETS.get(model, ()) if path == pattern), ())


@dataclass(frozen=True)
class _Named:
    """A file as a field names it."""

    name: str
    fields: Fields
    path: KeyPath
    endings: tuple[str, ...]

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.fields.file)

    def refused(self, code: Code, message: str, hint: str, meant: str = "") -> Diagnostic:
        repair = self.fields.repair(self.path, self.name, meant) if meant else None
        return Diagnostic.of(code, self.fields.place(self.path), message, hint, repair)


def check_assets(root: Path, kind: type[Part], fields: Fields) -> list[Diagnostic]:
    """Return what is wrong with the files that ``fields`` name."""
    return [
        problem
        for pattern, endings in _ASSETS.get(kind, ())
        for path, name in texts_at(fields, pattern)
        if (problem := _check(root, _Named(name, fields, path, endings)))
    ]


def _check(root: Path, named: _Named) -> Diagnostic | None:
    name, folder = named.name, root / named.folder
    if "\\" in name:
        meant = name.replace("\\", "/")
        hint = f"Write forward slashes: {meant}"
        return named.refused(Code.OUTSIDE_FOLDER, f"'{shown(name)}' has backslashes.", hint, meant)
    if _ABSOLUTE.match(name) or not _is_inside(folder, name):
        message = f"'{shown(name)}' is not a file in {named.folder}/."
        better = posixpath.basename(name)
        hint = f"Put the file there and write its name only{f': {better}' if better else ''}."
        return named.refused(Code.OUTSIDE_FOLDER, message, hint)
    names = _names(folder / posixpath.dirname(name))
    if posixpath.basename(name) not in names:
        return _missing(named, [each for each in names if each.lower().endswith(named.endings)])
    if not name.lower().endswith(named.endings):
        message = f"'{shown(name)}' is not a file that can be used here."
        hint = f"Use one whose name ends in {either(named.endings)}."
        code = Code.INVALID_CSV if named.endings == _TABLE else Code.NOT_A_PICTURE
        return named.refused(code, message, hint)
    return None


def _is_inside(folder: Path, name: str) -> bool:
    """Return whether ``name`` stays in ``folder``, symbolic links followed."""
    if ".." in name.split("/"):
        return False
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _names(folder: Path) -> list[str]:
    """Return the names of the files in ``folder`` letter by letter, whatever the disk forgives."""
    try:
        return sorted(each.name for each in folder.iterdir() if each.is_file())
    except (OSError, ValueError):
        return []


def _missing(named: _Named, names: list[str]) -> Diagnostic:
    folder, name = posixpath.split(named.name)
    near, sure = nearest(name, names), surely(name, names)
    if near:
        hint = f"Did you mean '{posixpath.join(folder, near)}'?"
    else:
        others = f", or use {either(names[:5])}" if names else ""
        hint = f"Put the file in {named.folder}/{others}."
    meant = posixpath.join(folder, sure) if sure else ""
    return named.refused(Code.MISSING_FILE, f"There is no file '{shown(named.name)}'.", hint, meant)
