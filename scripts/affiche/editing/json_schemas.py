"""JSON Schemas of the files that editors write, from their forms: programs complete and explain.

Whether a file is right is left to ``content``: a schema cannot know what other files say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from affiche.editing.form import Form, FormField, Kind, Vocabulary
from affiche.editing.forms import FORMS, form_of, translation_form
from affiche.model import (
    FORMATS,
    Audience,
    Catalogue,
    Entity,
    Part,
    Person,
    Programme,
    Value,
)
from affiche.model.fields import ID_PATTERN
from affiche.posters import FAMILIES, PATTERN

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of the schemas; a name, from which nothing is fetched."""

Known = Mapping[type[Entity] | Vocabulary, tuple[str, ...]]
"""Names that there are: ids by the kind of their entities, and the words of vocabularies."""

BUILT_IN: Known = {
    Vocabulary.FORMATS: tuple(FORMATS),
    Vocabulary.ARTWORK: (PATTERN, *FAMILIES),
}
"""What every project knows."""

# YAML reads 2026 as a number and true as a truth value; a field of text takes them as texts.
_SCALAR = ["string", "number", "boolean"]


def schema_files(language: str, known: Known | None = None) -> dict[str, str]:
    """Return all schemas as JSON, by the names of their files.

    Args:
        language: Of titles and descriptions.
        known: The names of a project; without them a schema fits every project.
    """
    files: dict[str, str] = {}
    for model in FORMS:
        name = model.__name__.lower()
        files[f"{name}.schema.json"] = _as_json(json_schema(form_of(model, language), known))
        if issubclass(model, Entity):
            schema = translation_schema(model, language, known)
            files[f"{name}.translation.schema.json"] = _as_json(schema)
    return files


def json_schema(form: Form, known: Known | None = None) -> dict[str, Any]:
    """Return the schema of the fields of one kind of file."""
    schema = {
        "$schema": DIALECT,
        "title": form.one,
        "description": form.help.replace("`", ""),
        **_Writing(known).group(form.fields),
    }
    if issubclass(form.model, Entity):
        schema["properties"] = {"id": _id()} | schema["properties"]
    return schema


def translation_schema(
    model: type[Part], language: str, known: Known | None = None
) -> dict[str, Any]:
    """Return the schema of a translation of a ``model``."""
    schema = json_schema(translation_form(model, language), known)
    digest = {"type": _SCALAR, "description": "The digest of the texts that were translated."}
    schema["properties"]["translated_from"] = digest
    return schema


class _Writing:
    """Writes fields as schemas, with the names that are known."""

    def __init__(self, known: Known | None) -> None:
        self._known = known

    def group(self, fields: tuple[FormField, ...]) -> dict[str, Any]:
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {field.name: self._described(field) for field in fields},
            "additionalProperties": False,
        }
        if required := [field.name for field in fields if field.required]:
            schema["required"] = required
        return schema

    def _described(self, field: FormField) -> dict[str, Any]:
        said: dict[str, Any] = {
            "title": field.label,
            "description": field.help.replace("`", ""),
            "markdownDescription": field.help,
        }
        if field.default is not None:
            said["default"] = _as_written(field, field.default)
        if field.example:
            said["examples"] = [_as_written(field, field.example)]
        return said | self._value(field)

    def _value(self, field: FormField) -> dict[str, Any]:
        match field.kind:
            case Kind.LIST:
                return self._list(field)
            case Kind.GROUP:
                return self.group(field.fields)
            case Kind.NAMED:
                assert field.items
                inner = self._value(field.items)
                named: dict[str, Any] = {"type": "object", "additionalProperties": inner}
                return named | _without_none(minProperties=field.least)
            case Kind.NUMBER:
                kind = "integer" if field.is_whole else "number"
                return {"type": kind} | _without_none(minimum=field.least, maximum=field.most)
            case Kind.CHOICE:
                return {
                    "enum": [choice.value for choice in field.choices],
                    "enumDescriptions": [choice.label for choice in field.choices],
                }
            case _:
                return self._text(field)

    def _text(self, field: FormField) -> dict[str, Any]:
        names = self._names(field)
        if names is not None:
            return {"enum": list(names)}
        if field.kind is Kind.KNOWN:
            built_in = BUILT_IN.get(field.vocabulary, ()) if field.vocabulary else ()
            return {"type": "string"} | ({"examples": list(built_in)} if built_in else {})
        if field.kind is Kind.FILE:
            return {"type": "string", "pattern": _ending(field.endings)}
        if field.pattern:
            return {"type": "string", "pattern": f"^(?:{field.pattern})$"}
        return {"type": _SCALAR, "minLength": 1}

    def _names(self, field: FormField) -> tuple[str, ...] | None:
        """Return the names that the field may hold, where a project's are known."""
        names = field.refers_to or field.vocabulary
        return self._known.get(names) if self._known and names else None

    def _list(self, field: FormField) -> dict[str, Any]:
        assert field.items
        items = self._value(field.items)
        schema = {"type": "array", "items": items}
        schema |= _without_none(minItems=field.least, maxItems=field.most)
        if not field.short_key:
            return schema
        # Two fields in a list may be written as pairs.
        key = next(each for each in field.items.fields if each.name == field.short_key)
        text = next(each for each in field.items.fields if each.name != field.short_key)
        pairs = {
            "type": "object",
            "propertyNames": self._value(key),
            "additionalProperties": self._value(text),
        }
        return {"anyOf": [pairs, schema]}


def _id() -> dict[str, Any]:
    return {"type": "string", "pattern": f"^(?:{ID_PATTERN.pattern})$"}


def _as_written(field: FormField, text: str) -> Any:
    return json.loads(text) if field.kind is Kind.NUMBER else text


def _ending(endings: tuple[str, ...]) -> str:
    """Return a pattern for names that end in one of ``endings``, in small or capital letters."""
    letters = (
        "".join(f"[{c.lower()}{c.upper()}]" if c.isalpha() else re.escape(c) for c in ending)
        for ending in endings
    )
    return f"(?:{'|'.join(letters)})$"


def _without_none(**limits: float | None) -> dict[str, Any]:
    return {name: limit for name, limit in limits.items() if limit is not None}


def _as_json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def known_names(catalogue: Catalogue) -> Known:
    """Return the names that the files of a project may use."""
    brand = catalogue.brand
    kinds = (Value, Audience, Person, Programme)
    return {
        **{kind: tuple(sorted(each.id for each in catalogue.of_kind(kind))) for kind in kinds},
        Vocabulary.FORMATS: tuple(brand.all_formats),
        Vocabulary.SCHEMES: tuple(brand.schemes),
        Vocabulary.COLOURS: tuple(brand.colours),
        Vocabulary.ARTWORK: BUILT_IN[Vocabulary.ARTWORK],
    }
