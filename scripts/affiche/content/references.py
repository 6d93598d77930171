"""Check that what one file says of another exists: values, audiences, people, schemes, formats.

Names are looked up in the fields as they were written, so that a file with another mistake in it
still has its references checked. Files beside an entity are left to ``assets``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from affiche.content.nearest import did_you_mean, shown, surely
from affiche.content.pages import EACH, Page, texts_at
from affiche.content.project import Settings
from affiche.content.yaml_nodes import Fields
from affiche.model import (
    FORMATS,
    Audience,
    Campaign,
    Entity,
    KeyPath,
    Part,
    Person,
    Programme,
    Value,
)
from affiche.model.fields import ID_PATTERN
from affiche.report import Code, Diagnostic

_REFERENCES: dict[type[Part], tuple[tuple[KeyPath, type[Entity]], ...]] = {
    Value: ((("sponsor",), Person),),
    Programme: (
        (("values", EACH, "value"), Value),
        (("audiences", EACH, "audience"), Audience),
        (("sponsor",), Person),
    ),
    Campaign: (
        (("values", EACH), Value),
        (("audiences", EACH), Audience),
        (("programmes", EACH), Programme),
        (("sponsor",), Person),
        (("benefits", EACH, "audience"), Audience),
        (("posters", EACH, "audience"), Audience),
        (("touchpoints", EACH, "audience"), Audience),
        (("touchpoints", EACH, "sender"), Person),
    ),
}


def kind_named(model: type[Part], pattern: KeyPath) -> type[Entity] | None:
    """Return the kind of entity that the field at ``pattern`` names by its id, if it names one."""
    return next(
        (kind for path, kind in _REFERENCES.get(model, ()) if path == pattern),
        None,
    )


@dataclass(frozen=True)
class _Lookup:
    """What is said of a name that is not known."""

    code: Code
    whose: str
    where: str
    ids: bool = False
    """Whether names are ids; one that can be no id is told by ``validation``."""


_KINDS = {
    Value: (Code.UNKNOWN_VALUE, "one of our values", "values"),
    Audience: (Code.UNKNOWN_AUDIENCE, "one of our audiences", "audiences"),
    Person: (Code.UNKNOWN_PERSON, "somebody we know", "people"),
    Programme: (Code.UNKNOWN_PROGRAMME, "one of our programmes", "programmes"),
}
_FORMAT = _Lookup(
    Code.UNKNOWN_FORMAT,
    "a format that posters are made in",
    "Formats are a5 to a0, letter and tabloid, each also with -landscape; large-print, screen, "
    "screen-portrait, social, meeting-background and signature-banner; and your own_formats: in "
    "overrides/brand.yml.",
)
_COLOUR = _Lookup(
    Code.UNKNOWN_COLOUR, "one of the brand's colours", "They stand under colours: in this file."
)
_FORMAT_PATHS: dict[type[Entity], KeyPath] = {Campaign: ("posters", EACH, "formats", EACH)}
_SCHEME_COLOURS = ("ground", "text", "first", "second", "panel", "accent", "accent_dark")


@dataclass(frozen=True)
class Known:
    """Everything that a file may name."""

    ids: Mapping[type[Entity], frozenset[str]]
    """Also of entities with mistakes in them: these are told once, at the entity."""

    schemes: frozenset[str] | None
    """Of the brand; None when it could not be read."""

    formats: frozenset[str] | None
    """All of them, the brand's own included; None when it could not be read."""


def check_references(page: Page, known: Known, settings: Settings) -> list[Diagnostic]:
    """Return what ``page`` names that does not exist."""
    fields, found = page.fields, []
    for pattern, kind in _REFERENCES.get(page.kind, ()):
        code, whose, folder = _KINDS[kind]
        where = f"{folder.capitalize()} live in {settings.docs_dir}/{folder}/."
        found += _unknown(fields, pattern, known.ids[kind], _Lookup(code, whose, where, ids=True))
    if page.kind in _FORMAT_PATHS:
        if known.formats is not None:
            found += _unknown(fields, _FORMAT_PATHS[page.kind], known.formats, _FORMAT)
        found += _posters_of_one_name(fields)
    if page.kind is Value and known.schemes is not None:
        where = f"Schemes live in {settings.overrides_dir}/brand.yml."
        lookup = _Lookup(Code.UNKNOWN_SCHEME, "one of the brand's colour schemes", where)
        found += _unknown(fields, ("colour",), known.schemes, lookup)
    return found


def formats_in(fields: Fields) -> frozenset[str]:
    """Return the names of all formats, those included that the brand's ``fields`` add."""
    own = fields.data.get("own_formats")
    return frozenset((*FORMATS, *(own if isinstance(own, dict) else ())))


def check_brand_references(fields: Fields) -> list[Diagnostic]:
    """Return the colours and formats that the brand names without knowing them."""
    palette, schemes = fields.data.get("colours"), fields.data.get("schemes")
    found = _unknown(fields, ("formats", EACH), formats_in(fields), _FORMAT)
    if not isinstance(palette, dict) or not palette:
        return found
    patterns: list[KeyPath] = [("ink",), ("paper",), ("press", "text")]
    if isinstance(schemes, dict):
        patterns += [("schemes", name, colour) for name in schemes for colour in _SCHEME_COLOURS]
    for pattern in patterns:
        found += _unknown(fields, pattern, palette, _COLOUR)
    return found


def _unknown(
    fields: Fields, pattern: KeyPath, known: Iterable[str], lookup: _Lookup
) -> list[Diagnostic]:
    names = sorted(known)
    return [
        Diagnostic.of(
            lookup.code,
            fields.place(path),
            f"'{shown(name)}' is not {lookup.whose}.",
            f"{did_you_mean(name, names)} {lookup.where}".strip(),
            fields.repair(path, name, meant) if (meant := surely(name, names)) else None,
        )
        for path, name in texts_at(fields, pattern)
        if name not in names and (not lookup.ids or ID_PATTERN.fullmatch(name))
    ]


def _posters_of_one_name(fields: Fields) -> list[Diagnostic]:
    posters, found = fields.data.get("posters"), []
    seen: set[str] = set()
    for index, poster in enumerate(posters if isinstance(posters, list) else ()):
        key = "name" if isinstance(poster, dict) and poster.get("name") else "template"
        name = poster.get(key) if isinstance(poster, dict) else None
        if not isinstance(name, str):
            continue
        if name.strip() in seen:
            found.append(_same_name(fields, ("posters", index, key), name.strip(), seen))
        seen.add(name.strip())
    return found


def _same_name(fields: Fields, path: KeyPath, name: str, seen: set[str]) -> Diagnostic:
    number = next(n for n in range(2, len(seen) + 3) if f"{name}-{n}" not in seen)
    message = f"The files of two posters would both be called '{shown(name)}'."
    hint = f"Add name: with a name of its own to this one, for example name: {name}-{number}."
    return Diagnostic.of(Code.DUPLICATE_ENTRY, fields.place(path), message, hint)
