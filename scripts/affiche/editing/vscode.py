"""What VS Code needs to complete and explain files: settings, and content types of pages.

The YAML extension takes the Markdown under front matter for a second, broken document, so it has
the schemas of whole YAML files only; front matter is left to the extension Front Matter CMS.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from affiche.content.project import Settings
from affiche.editing.form import Form, FormField, Kind
from affiche.editing.forms import form_of
from affiche.editing.json_schemas import BUILT_IN
from affiche.model import Audience, Campaign, Entity, Person, Programme, Value

SCHEMAS = ".vscode/schemas"
"""Where the schemas lie, from the project's folder."""

EXTENSIONS = ("eliostruyf.vscode-front-matter", "redhat.vscode-yaml")
"""What VS Code recommends to whoever opens the project."""

FOLDERS: Mapping[type[Entity], str] = {
    Campaign: "",
    Programme: "programmes",
    Value: "values",
    Audience: "audiences",
    Person: "people",
}
"""Folders of the kinds among the pages; campaigns have a folder of their own."""


def folder_of(kind: type[Entity], settings: Settings) -> str:
    """Return the folder in which files that describe a ``kind`` lie, from the project's."""
    return f"{settings.docs_dir}/{FOLDERS[kind]}" if FOLDERS[kind] else settings.campaigns_dir


def workspace_settings(settings: Settings) -> str:
    """Return ``.vscode/settings.json``."""
    return _as_json(
        {
            "yaml.schemas": {
                f"{SCHEMAS}/brand.schema.json": f"{settings.overrides_dir}/brand.yml",
            },
            # Tags that MkDocs reads in mkdocs.yml.
            "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
            "redhat.telemetry.enabled": False,
        }
    )


def recommended_extensions() -> str:
    """Return ``.vscode/extensions.json``."""
    return _as_json({"recommendations": EXTENSIONS})


def content_types(settings: Settings, language: str) -> str:
    """Return ``frontmatter.json``: every kind of page for the extension Front Matter CMS.

    No field is required in it, since the extension asks the same of a translation, which leaves
    out what its original says; lists of groups are left out, since it would add keys of its own.

    Args:
        settings: Where the files lie.
        language: Of titles and descriptions.
    """
    forms = {kind: form_of(kind, language) for kind in FOLDERS}
    return _as_json(
        {
            "frontMatter.framework.id": "other",
            "frontMatter.telemetry.disable": True,
            "frontMatter.content.autoUpdateDate": False,
            "frontMatter.validation.enabled": True,
            "frontMatter.content.pageFolders": [
                {
                    "title": form.many,
                    "path": f"[[workspace]]/{folder_of(kind, settings)}",
                    "contentTypes": [_name(kind)],
                }
                for kind, form in forms.items()
            ],
            "frontMatter.taxonomy.contentTypes": [
                _content_type(kind, form) for kind, form in forms.items()
            ],
        }
    )


def _content_type(kind: type[Entity], form: Form) -> dict[str, Any]:
    fields = [field for each in form.fields for field in _field(each)]
    return {
        "name": _name(kind),
        "pageBundle": kind is Campaign,
        "clearEmpty": True,
        "fields": fields,
    }


def _name(kind: type[Entity]) -> str:
    return kind.__name__.lower()


def _field(field: FormField) -> list[dict[str, Any]]:
    """Return ``field`` as the extension has it; nothing for what it would spoil."""
    items = field.items
    shown = {"name": field.name, "title": field.label, "description": field.help.replace("`", "")}
    if field.kind is Kind.GROUP:
        inner = [each for part in field.fields for each in _field(part)]
        return [shown | {"type": "fields", "fields": inner}]
    if field.kind is not Kind.LIST:
        return [shown | _single(field)]
    assert items
    if items.kind in (Kind.GROUP, Kind.LIST):
        return []
    if items.kind in (Kind.REFERENCE, Kind.CHOICE):
        return [shown | _single(items) | {"multiple": True}]
    return [shown | {"type": "list"}]


def _single(field: FormField) -> dict[str, Any]:
    match field.kind:
        case Kind.CHOICE:
            choices = [{"id": each.value, "title": each.label} for each in field.choices]
            return {"type": "choice", "choices": choices}
        case Kind.REFERENCE:
            assert field.refers_to
            related = {"contentTypeName": _name(field.refers_to), "contentTypeValue": "slug"}
            return {"type": "contentRelationship"} | related
        case Kind.NUMBER:
            limits = {"min": field.least, "max": field.most}
            options = {key: limit for key, limit in limits.items() if limit is not None}
            return {"type": "number", "numberOptions": options}
        case Kind.FILE:
            return _file(field)
        case Kind.KNOWN if field.vocabulary and field.vocabulary in BUILT_IN:
            return {"type": "choice", "choices": list(BUILT_IN[field.vocabulary])}
    # A date is a text too: the extension's own dates have a time, a zone and quotes.
    return {"type": "string", "single": field.kind is not Kind.PROSE}


def _file(field: FormField) -> dict[str, Any]:
    if ".csv" not in field.endings:
        return {"type": "image"}
    return {"type": "file", "fileExtensions": [each.removeprefix(".") for each in field.endings]}


def _as_json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
