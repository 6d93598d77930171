"""The catalogue for machines: ``api/catalogue.json``, and its schema.

What people read is left to the pages.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from pydantic.json_schema import models_json_schema

from affiche.content.described_schema import DescribedSchema
from affiche.model import Catalogue, PageEntity, State
from affiche.site.addresses import KIND_FOLDERS, path_of
from affiche.site.schemas import schema_bytes, schema_path

CATALOGUE = "api/catalogue.json"
"""Where the catalogue stands in the site."""

_DATE: dict[str, Any] = {"type": "string", "format": "date"}


def catalogue_json(catalogue: Catalogue, site_url: str, today: dt.date, language: str) -> bytes:
    """Return everything that readers may see as JSON (UTF-8), with the address of each page.

    Texts are plain words; dates and times follow RFC 3339, with the offset of the brand's timezone.
    """
    data: dict[str, Any] = {
        "$schema": f"{site_url}{schema_path(CATALOGUE)}",
        "name": catalogue.brand.name,
        "language": language,
        "timezone": catalogue.brand.timezone,
        "built_on": today.isoformat(),
    }
    data |= {folder: [] for folder in KIND_FOLDERS.values()}
    for entity in catalogue.entities:
        folder = KIND_FOLDERS[type(entity)]
        data[folder].append(_entity(entity, catalogue, site_url, today))
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def catalogue_schema(site_url: str) -> bytes:
    """Return the JSON Schema of ``catalogue_json`` (2020-12, UTF-8)."""
    kinds = {folder: kind for kind, folder in KIND_FOLDERS.items()}
    references, schema = models_json_schema(
        [(kind, "serialization") for kind in kinds.values()],
        by_alias=True,
        schema_generator=DescribedSchema,
    )
    for kind in kinds.values():
        _add_derived(schema["$defs"][kind.__name__], has_state=hasattr(kind, "state"))
    text = {"type": "string"}
    lists = {
        folder: {"type": "array", "items": references[kind, "serialization"]}
        for folder, kind in kinds.items()
    }
    properties = {
        "$schema": text | {"description": "The address of the schema of this file."},
        "name": text | {"description": "The company's name."},
        "language": text | {"description": "The language of the texts, as a code (BCP 47)."},
        "timezone": text | {"description": "Where dates are meant, as the IANA database names it."},
        "built_on": _DATE | {"description": "The day for which the site was built."},
    } | lists
    whole = {
        "title": "Catalogue",
        "description": "Everything that readers of the site may see. Texts are plain words.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(properties),
    }
    return schema_bytes(whole | schema, f"{site_url}{schema_path(CATALOGUE)}")


def _add_derived(schema: dict[str, Any], *, has_state: bool) -> None:
    """Add to the schema of a kind what is worked out and is no field of the model."""
    derived: dict[str, Any] = {
        "url": {
            "type": "string",
            "format": "uri",
            "description": "The whole address of its page.",
        }
    }
    if has_state:
        derived["state"] = {
            "enum": [state.value for state in State],
            "description": "Where it stood on the day of the build.",
        }
    schema["properties"] |= derived
    schema["required"] = [*schema["required"], *derived]


def _entity(
    entity: PageEntity, catalogue: Catalogue, site_url: str, today: dt.date
) -> dict[str, Any]:
    data = entity.model_dump(mode="json", by_alias=True, exclude_none=True)
    for written, session in zip(
        data.get("sessions", ()), getattr(entity, "sessions", ()), strict=True
    ):
        for name in ("start", "end"):
            moment: dt.datetime = getattr(session, name)
            # RFC 3339, 5.6: a date-time has an offset.
            written[name] = moment.replace(tzinfo=catalogue.brand.zone).isoformat()
    data["url"] = f"{site_url}{path_of(entity)}"
    if hasattr(entity, "state"):
        data["state"] = entity.state(today).value
    return data
