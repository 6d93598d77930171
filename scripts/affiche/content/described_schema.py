"""JSON Schemas of the model's values that say of every field what stands under it in the source.

Reading that is left to ``docstrings``.
"""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from affiche.content.docstrings import docstring_of


class DescribedSchema(GenerateJsonSchema):
    """Describes every field of every model in its docstring's words."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        """Return the schema of a model, its fields described."""
        found = super().model_schema(schema)
        for name, field in found.get("properties", {}).items():
            if said := docstring_of(schema["cls"], name):
                field.setdefault("description", said)
        return found
