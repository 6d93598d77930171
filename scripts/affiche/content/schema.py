"""Look a field of the model up by its path: its name, its docstring, what goes inside it.

Checking values against the model is left to ``validation``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from affiche.content.docstrings import docstring_of
from affiche.model import Entity, KeyPath, Part

CARE = ("keywords", "owner", "reviewed", "review_by")
"""How a page is found and kept true; it comes last, as readers do not see it."""

_NOUNS = {
    "Allowances": "rules.yml",
    "AudienceLink": "an item of audiences",
    "Benefit": "an item of benefits",
    "Brand": "the brand",
    "Claims": "the brand's claims",
    "ClaimSource": "a source",
    "CoverageDemands": "the brand's coverage",
    "OwnFormat": "a format of your own",
    "Press": "the press",
    "Feedback": "feedback",
    "Fonts": "the brand's fonts",
    "Objectives": "objectives",
    "ValueLink": "an item of values",
}


@dataclass(frozen=True)
class Slot:
    """One field of the model, as an editor knows it."""

    name: str
    """Its key."""

    named: bool = True
    """Whether the key itself is meant, not an item in its list."""

    required: bool = False
    """Whether it may not be left out."""

    says: str = ""
    """Its docstring."""

    is_list: bool = False
    """Whether it holds several items."""

    inner_names: tuple[str, ...] = ()
    """The fields of the group inside it, if it holds one."""


def noun(model: type[Part]) -> str:
    """Return what an editor calls an entity of this kind: ``a campaign``."""
    if model.__name__ in _NOUNS:
        return _NOUNS[model.__name__]
    name = model.__name__.lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


@cache
def fields_of(model: type[Part]) -> dict[str, FieldInfo]:
    """Return the fields that an editor may write, by key."""
    fields = model.model_fields.items()
    return {info.alias or name: info for name, info in fields if not info.exclude}


@cache
def order_of(model: type[Part]) -> tuple[str, ...]:
    """Return the fields of ``model`` in the order in which they stand in a file."""
    names = fields_of(model)
    if not issubclass(model, Entity):
        return tuple(names)
    return ("id", *(name for name in names if name not in Entity.model_fields), *CARE)


@cache
def internal_keys(model: type[Part]) -> frozenset[str]:
    """Return the names of fields that only the program fills in."""
    return frozenset(name for name, info in model.model_fields.items() if info.exclude)


def model_at(model: type[Part], path: KeyPath) -> type[Part] | None:
    """Return the model of the group of fields at ``path`` inside ``model``."""
    annotation = _annotation_at(model, path)
    return annotation if _is_part(annotation) else None


def slot_at(model: type[Part], path: KeyPath) -> Slot:
    """Return the field at ``path``, or the field whose item stands there."""
    depth = len(path)
    while depth and not isinstance(path[depth - 1], str):
        depth -= 1
    if not depth:
        return Slot("this file")
    owner, name, named = (
        model_at(model, path[: depth - 1]),
        str(path[depth - 1]),
        depth == len(path),
    )
    info = fields_of(owner).get(name) if owner else None
    inner = _annotation_at(model, path)
    names = tuple(fields_of(inner)) if _is_part(inner) else ()
    if info is None:
        return Slot(name, named, inner_names=names)
    is_list = get_origin(_bare(info.annotation)) is tuple and named
    said = docstring_of(owner, name) if owner else ""
    says = said.split("\n\n")[0].replace("``", "'").replace("\n", " ")
    return Slot(name, named, info.is_required(), says, is_list, names)


def type_at(model: type[Part], path: KeyPath) -> Any:
    """Return the type of the value at ``path`` inside ``model``; None where there is no field."""
    return _annotation_at(model, path)


def _annotation_at(model: type[Part], path: KeyPath) -> Any:
    annotation: Any = model
    for step in path:
        annotation = _bare(annotation)
        if _is_part(annotation):
            info = fields_of(annotation).get(str(step))
            annotation = info.annotation if info else None
        elif get_origin(annotation) in (tuple, dict):
            annotation = get_args(annotation)[0 if get_origin(annotation) is tuple else 1]
        else:
            return None
    return _bare(annotation)


def _bare(annotation: Any) -> Any:
    """Strip ``Annotated`` and ``| None``."""
    while True:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if hasattr(annotation, "__metadata__"):
            annotation = arguments[0]
        elif origin not in (tuple, dict) and type(None) in arguments:
            annotation = next(each for each in arguments if each is not type(None))
        else:
            return annotation


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
