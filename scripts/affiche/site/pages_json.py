"""The list of pages for machines: ``api/pages.json``, and its schema.

Which pages there are is left to ``listing``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from pydantic import Field

from affiche.content.described_schema import DescribedSchema
from affiche.model import Part
from affiche.site.listing import ListedPage
from affiche.site.schemas import schema_bytes, schema_path

PAGES = "api/pages.json"
"""Where the list stands in the site."""


class PageList(Part):
    """All pages of the site in one language."""

    schema_url: str = Field(alias="$schema")
    """The address of the schema of this file."""

    pages: tuple[ListedPage, ...]
    """By address."""


def pages_json(pages: Iterable[ListedPage], site_url: str) -> bytes:
    """Return ``pages`` as JSON (UTF-8)."""
    listed = PageList.model_validate(
        {"$schema": f"{site_url}{schema_path(PAGES)}", "pages": tuple(pages)}
    )
    data = listed.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def pages_schema(site_url: str) -> bytes:
    """Return the JSON Schema of ``pages_json`` (2020-12, UTF-8)."""
    schema = PageList.model_json_schema(
        mode="serialization", by_alias=True, schema_generator=DescribedSchema
    )
    return schema_bytes(schema, f"{site_url}{schema_path(PAGES)}")
