"""Tell from the names of files which entities there are, and which names will not do.

Reading the files is left to ``pages``.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from affiche.content.nearest import nearest
from affiche.model.fields import ID_PATTERN, id_from
from affiche.report import Code, Diagnostic, Place

__all__ = ["INDEX", "Listing", "id_from", "list_campaigns", "list_pages"]

INDEX = "index.md"

_NO_ENTITIES = ("index", "README")
_LOOSE_ENDINGS = (".md", ".markdown", ".mdown")
_LANGUAGE = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[a-z]{2,4})?)")


@dataclass
class Listing:
    """The files that hold entities of one kind, by id, and what is wrong with their names."""

    files: dict[str, str] = field(default_factory=dict)
    """Paths from the project's folder, by id."""

    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    """Paths of translated files, by language and by the id of what they translate."""

    problems: list[Diagnostic] = field(default_factory=list)
    """Names that cannot be part of an address."""

    def all_files(self) -> set[str]:
        """Return the paths of all files that hold entities or ought to, translations included."""
        translated = (file for files in self.translations.values() for file in files.values())
        refused = (problem.place.file for problem in self.problems)
        return {*self.files.values(), *translated, *refused}


def list_pages(root: Path, folder: str, languages: tuple[str, ...]) -> Listing:
    """Return the entities whose pages lie in ``folder``; its ``index.md`` is an ordinary page.

    Args:
        root: The project's folder.
        folder: Path from there.
        languages: Of the brand; the first is the default. Empty when they are not known.
    """
    listing = Listing()
    for name in _names(root / folder):
        file = f"{folder}/{name}"
        stem, ending = posixpath.splitext(name)
        if ending.lower() not in _LOOSE_ENDINGS or not (root / file).is_file():
            continue
        if match := _translation_of(stem, languages):
            if match["stem"] not in _NO_ENTITIES:
                _add_translation(listing, match, match["stem"], file, languages)
        elif stem not in _NO_ENTITIES:
            _add(listing, stem, ending, file, languages)
    _need_originals(listing)
    return listing


def list_campaigns(root: Path, folder: str, languages: tuple[str, ...]) -> Listing:
    """Return the campaigns in ``folder``, each a folder with an ``index.md``."""
    listing = Listing()
    for name in _names(root / folder):
        file = f"{folder}/{name}"
        if not (root / file).is_dir():
            _refuse_loose_page(listing, folder, name)
            continue
        inside = _names(root / file)
        for page in inside:
            stem, ending = posixpath.splitext(page)
            match = _translation_of(stem, languages) if ending == ".md" else None
            if match and match["stem"] == "index":
                _add_translation(listing, match, id_from(name), f"{file}/{page}", languages)
        if INDEX not in inside:
            listing.problems.append(_missing_index(file, inside))
        if not ID_PATTERN.fullmatch(name):
            listing.problems.append(_bad_name(f"{file}/{INDEX}", name, id_from(name), "folder"))
        # Without its index a campaign cannot be read, but its name is taken.
        listing.files.setdefault(id_from(name), f"{file}/{INDEX}" if INDEX in inside else "")
    return listing


def _names(folder: Path) -> list[str]:
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError:
        return []
    return [name for name in names if not name.startswith((".", "_"))]


def _translation_of(stem: str, languages: tuple[str, ...]) -> re.Match[str] | None:
    """Return ``stem`` and ``language`` of a translated file's name, or None."""
    match = _LANGUAGE.fullmatch(stem)
    return match if match and match["language"] != (languages or (None,))[0] else None


def _add_translation(
    listing: Listing, match: re.Match[str], entity_id: str, file: str, languages: tuple[str, ...]
) -> None:
    language = match["language"]
    if language in languages:
        listing.translations.setdefault(language, {})[entity_id] = file
    elif languages:
        message = f"The file is in a language that the site does not have: '{language}'."
        hint = (
            f"Its languages are {', '.join(languages)}; add '{language}' to languages: in the "
            "brand, or give the file another name."
        )
        listing.problems.append(
            Diagnostic.of(Code.TRANSLATION_UNKNOWN_LANGUAGE, Place(file), message, hint)
        )


def _need_originals(listing: Listing) -> None:
    for translations in listing.translations.values():
        for entity_id, file in translations.items():
            if entity_id not in listing.files:
                near = nearest(entity_id, listing.files)
                hint = (
                    f"Did you mean {near}? Else write the original first, under the same name "
                    "without the language."
                    if near
                    else "Write the original first, under the same name without the language."
                )
                message = "There is nothing of which this could be a translation."
                listing.problems.append(
                    Diagnostic.of(Code.TRANSLATION_WITHOUT_ORIGINAL, Place(file), message, hint)
                )


def _add(listing: Listing, stem: str, ending: str, file: str, languages: tuple[str, ...]) -> None:
    entity_id = id_from(stem.removesuffix(f".{languages[0]}") if languages else stem)
    if not ID_PATTERN.fullmatch(stem) or ending != ".md":
        listing.problems.append(_bad_name(file, stem + ending, f"{entity_id}.md", "file"))
    if ID_PATTERN.fullmatch(entity_id):
        listing.files.setdefault(entity_id, file)


def _bad_name(file: str, name: str, better: str, thing: str) -> Diagnostic:
    message = f"'{name}' cannot be part of an address."
    hint = f"Name the {thing} {better}: small letters, digits and hyphens."
    if not ID_PATTERN.fullmatch(better.removesuffix(".md")):
        hint = f"Name the {thing} with small letters, digits and hyphens."
    return Diagnostic.of(Code.BAD_FILE_NAME, Place(file), message, hint)


def _refuse_loose_page(listing: Listing, folder: str, name: str) -> None:
    stem, ending = posixpath.splitext(name)
    if ending.lower() not in _LOOSE_ENDINGS or stem.split(".")[0].lower() in ("index", "readme"):
        return
    message = "A campaign is a folder, not a page."
    hint = f"Move this file to {folder}/{id_from(stem)}/{INDEX}."
    place = Place(f"{folder}/{name}")
    listing.problems.append(Diagnostic.of(Code.BAD_FILE_NAME, place, message, hint))


def _missing_index(folder: str, inside: list[str]) -> Diagnostic:
    near = nearest(INDEX, [name for name in inside if name.lower().endswith(_LOOSE_ENDINGS)])
    hint = f"Rename {near} to {INDEX}." if near else f"Write {INDEX} in it, or delete the folder."
    message = f"The folder '{posixpath.basename(folder)}' has no {INDEX}."
    return Diagnostic.of(Code.MISSING_INDEX, Place(f"{folder}/{INDEX}"), message, hint)
