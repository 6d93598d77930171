"""Say which texts of an original its translation leaves out.

That there is no translation at all is told by ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from affiche.content.pages import Page
from affiche.content.schema import fields_of, model_at
from affiche.content.translated_fields import NAMES, TEXTS, TOLD_APART_BY
from affiche.content.translation import Merged
from affiche.model import KeyPath
from affiche.report import Code, Diagnostic, Place


def told_missing(
    original: Page, translation: Page, merged: Merged, language: str
) -> list[Diagnostic]:
    """Return what must be said of the texts that ``merged`` lacks in ``language``."""
    required = _required(original)
    file = translation.fields.file
    problems = [
        Diagnostic.of(
            Code.MISSING_FIELD,
            Place(file),
            f"'{path[0]}' is not translated; a page in another language cannot do without it.",
            f"Add {path[0]}: with the text of {original.fields.file} in '{language}'.",
        )
        for path in merged.missing
        if path[0] in required
    ]
    labels = dict.fromkeys(
        _label(original, path) for path in merged.missing if path[0] not in required
    )
    if labels:
        problems.append(
            Diagnostic.of(
                Code.TRANSLATION_INCOMPLETE,
                Place(file),
                f"Not translated yet: {', '.join(labels)}.",
                f"Write it here as it stands in {original.fields.file}, in '{language}'.",
            )
        )
    return problems


def _required(page: Page) -> frozenset[str]:
    texts = TEXTS.get(page.kind, frozenset()) - NAMES.get(page.kind, frozenset())
    return frozenset(name for name in texts if fields_of(page.kind)[name].is_required())


def _label(page: Page, path: KeyPath) -> str:
    """Return the way to a field as an editor would say it: ``values (eerlijk) how``."""
    if path == ("body",):
        return "the text under the fields"
    return " ".join(_steps(page, path))


def _steps(page: Page, path: KeyPath) -> Iterator[str]:
    data: Any = page.fields.data
    for depth, step in enumerate(path):
        data = data[step]
        if isinstance(step, str):
            yield step
            continue
        model = model_at(page.kind, path[: depth + 1])
        names = TOLD_APART_BY.get(model, ()) if model else ()
        name = next((data[name] for name in names if data.get(name)), step + 1)
        yield f"({name})"
