"""JSON Schemas of the files for machines, from the model's own types and docstrings.

Which types a file is made of is left to the module that writes it.
"""

from __future__ import annotations

import json
from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of the schemas; a name, from which nothing is fetched."""


def schema_path(path: str) -> str:
    """Return where the schema of the file at ``path`` stands: beside it."""
    return path.removesuffix(".json") + ".schema.json"


def schema_bytes(schema: dict[str, Any], address: str) -> bytes:
    """Return ``schema`` as pydantic gives it as JSON (UTF-8), for files without empty fields.

    Args:
        schema: In pydantic's serialization mode.
        address: Where it will stand.
    """
    whole = {"$schema": DIALECT, "$id": address} | _without_unused(_without_nulls(schema))
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def _without_unused(schema: dict[str, Any]) -> dict[str, Any]:
    """Return ``schema`` without definitions that nothing leads to.

    Pydantic defines the inside of values, such as prose, that are written as plain text.
    """
    definitions = schema.get("$defs", {})
    used: set[str] = set()
    found = _references({name: part for name, part in schema.items() if name != "$defs"})
    while new := found - used:
        used |= new
        found = set().union(*(_references(definitions[name]) for name in new))
    return schema | {"$defs": {name: definitions[name] for name in definitions if name in used}}


def _references(part: Any) -> set[str]:
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    here = {part["$ref"].rsplit("/", 1)[-1]} if isinstance(part, dict) and "$ref" in part else set()
    return here.union(*(_references(each) for each in inner))


def _without_nulls(schema: Any) -> Any:
    """Return ``schema`` for files in which a field that has no value is left out, not null."""
    if isinstance(schema, list):
        return [_without_nulls(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if properties := schema.get("properties"):
        optional = {name for name, field in properties.items() if _may_be_null(field)}
        schema = schema | {"required": [n for n in schema.get("required", ()) if n not in optional]}
    choices = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        rest = {k: v for k, v in schema.items() if k not in ("anyOf", "default")}
        schema = choices[0] | rest
    return {key: _without_nulls(value) for key, value in schema.items()}


def _may_be_null(field: dict[str, Any]) -> bool:
    return {"type": "null"} in field.get("anyOf", ())
