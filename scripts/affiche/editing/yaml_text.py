"""Write texts, lists and groups as the fields of a page.

What they say is left to the other modules of ``editing``; the one canonical form to ``formatting``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from affiche.editing.scalars import one_line

_NOTHING: Mapping[str, str] = {}


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
        yield f"{key}: {one_line(str(value))}"


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
            yield f"- {one_line(str(item))}"
