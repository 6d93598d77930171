"""The catalogue for machines: ``api/catalogue.json``.

What people read is left to the pages.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from affiche.model import Catalogue, Entity
from affiche.site.edition import KIND_FOLDERS, path_of


def catalogue_json(catalogue: Catalogue, site_url: str, today: dt.date) -> bytes:
    """Return everything that readers may see as JSON (UTF-8), with the address of each page.

    Texts are plain words; dates follow ISO 8601, times are in the timezone that is named.
    """
    kinds = (
        catalogue.values,
        catalogue.audiences,
        catalogue.people,
        catalogue.programmes,
        catalogue.campaigns,
    )
    data: dict[str, Any] = {
        "name": catalogue.brand.name,
        "language": catalogue.brand.language,
        "timezone": catalogue.brand.timezone,
        "built_on": today.isoformat(),
    }
    for folder, entities in zip(KIND_FOLDERS.values(), kinds, strict=True):
        data[folder] = [_entity(entity, site_url, today) for entity in entities]
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _entity(entity: Entity, site_url: str, today: dt.date) -> dict[str, Any]:
    data = entity.model_dump(mode="json", by_alias=True, exclude_none=True)
    data["url"] = f"{site_url}{path_of(entity)}"  # type: ignore[arg-type]  # one of the five kinds
    if hasattr(entity, "state"):
        data["state"] = entity.state(today).value
    return data
