"""The comparison for machines: ``diff.json``, and the schema that says what is in it."""

from __future__ import annotations

import json

from affiche.content.described_schema import DescribedSchema
from affiche.review.diff import Diff

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of the schema; a name, from which nothing is fetched."""


def as_json(diff: Diff) -> str:
    """Return ``diff`` as JSON with every field of ``Diff``, null where there is nothing."""
    return diff.model_dump_json(indent=2)


def schema_json() -> str:
    """Return the JSON Schema of what ``as_json`` gives."""
    schema = Diff.model_json_schema(mode="serialization", schema_generator=DescribedSchema)
    return json.dumps({"$schema": DIALECT} | schema, ensure_ascii=False, indent=2)
