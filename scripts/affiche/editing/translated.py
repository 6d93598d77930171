"""Keep of a page in another language only what a translation holds: its texts.

Which fields those are is decided in ``content.translated_fields``.
"""

from __future__ import annotations

from typing import Any

from affiche.content.pages import Page
from affiche.content.schema import model_at
from affiche.content.translated_fields import TEXTS, TOLD_APART_BY
from affiche.editing.yaml_text import front_matter
from affiche.model import KeyPath, Part


def as_translation(page: Page) -> str:
    """Return the file that translates an original which has the same fields as ``page``."""
    texts = _texts(page.kind, page.fields.data, ())
    if benefits := texts.get("benefits"):
        texts["benefits"] = {each["audience"]: each["text"] for each in benefits}
    body = f"\n{page.body.strip()}\n" if page.body.strip() else ""
    return front_matter(texts) + body


def _texts(kind: type[Part], data: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    owner = model_at(kind, path) or kind
    kept = {key: _kept(kind, owner, (*path, key), value) for key, value in data.items()}
    return {key: value for key, value in kept.items() if value}


def _kept(kind: type[Part], owner: type[Part], path: KeyPath, value: Any) -> Any:
    if path[-1] in TEXTS.get(owner, ()):
        return value
    if isinstance(value, dict) and model_at(kind, path):
        return _texts(kind, value, path)
    if isinstance(value, list) and (item := model_at(kind, (*path, 0))):
        found = [_texts(kind, each, (*path, index)) for index, each in enumerate(value)]
        names = TOLD_APART_BY.get(item, ())
        named = [
            {name: each[name] for name in names if name in each} | texts
            for each, texts in zip(value, found, strict=True)
            if texts or not names
        ]
        return named if any(found) else None
    return None
