"""Write fields as YAML, in the form in which editors find them in the handbook.

What the fields say is left to the other modules of ``editing``; reading them to ``content``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from affiche.content.mending import quoted
from affiche.content.yaml_nodes import read_fields

_NOTHING: Mapping[str, str] = {}


def scalar(text: str) -> str:
    """Return ``text`` so that YAML reads exactly it: in quotes only where it needs them."""
    forms = (text, quoted(text), json.dumps(text, ensure_ascii=False))
    return next((form for form in forms if _reads_as(text, form)), json.dumps(text))


def _reads_as(text: str, form: str) -> bool:
    fields, problems = read_fields(f"x: {form}\ny:\n  - {form}\n", "")
    return not problems and fields.data == {"x": text, "y": [text]}


def front_matter(
    fields: Mapping[str, Any], remarks: Mapping[str, str] = _NOTHING, more: str = ""
) -> str:
    """Return ``fields`` as the head of a page, with its fences.

    Args:
        fields: Texts, and lists and groups of them.
        remarks: What stands above a field, by its key.
        more: Lines of remarks under the last field.
    """
    lines = ["---"]
    for key, value in fields.items():
        if remark := remarks.get(key):
            lines.append(f"# {remark}")
        lines += _field(key, value)
    lines += (f"# {line}".rstrip() for line in more.splitlines())
    return "\n".join([*lines, "---", ""])


def _field(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping | list):
        yield f"{key}:"
        yield from (f"  {line}" for line in _lines(value))
    else:
        yield f"{key}: {scalar(str(value))}"


def _lines(value: Mapping[str, Any] | list[Any]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _field(key, inner)
        return
    for item in value:
        if isinstance(item, Mapping | list):
            first, *others = _lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
        else:
            yield f"- {scalar(str(item))}"
