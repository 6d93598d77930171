"""The page of the handbook that says of every field what it takes, from the same forms as editors'.

Each field has an anchor: its kind and its key, for example ``campaign-title``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from affiche.content.words import Words
from affiche.editing import FORMS, Form, FormField, Kind, form_of
from affiche.site.handbook_page import handbook_page

FIELDS = "fields"
"""Folder of the page."""

_CODE = re.compile(r"`([^`]+)`")


def field_page(config: MkDocsConfig, words: Words) -> File:
    """Return the page in the language of ``words``."""
    return handbook_page(config, FIELDS, words("fields.title"), field_text(words))


def field_text(words: Words) -> str:
    """Return the Markdown of the page in the language of ``words``."""
    lines = [f"# {words('fields.title')}", words("fields.lead")]
    for model in FORMS:
        form = form_of(model, words.language)
        lines += [f"## {form.many}", form.help, _Listing(form, words).html()]
    return "\n\n".join(lines) + "\n"


class _Listing:
    """Writes the fields of one form as a list of terms; what lies inside a field under it."""

    def __init__(self, form: Form, words: Words) -> None:
        self._form, self._words = form, words

    def html(self) -> str:
        return "".join(self._list(self._form.fields, self._form.model.__name__.lower()))

    def _list(self, fields: tuple[FormField, ...], parent: str) -> Iterator[str]:
        yield "<dl>\n"
        for field in fields:
            yield from self._field(field, f"{parent}-{field.name}")
        yield "</dl>\n"

    def _field(self, field: FormField, anchor: str) -> Iterator[str]:
        need = self._words("fields.required" if field.required else "fields.optional")
        yield f'<dt id="{anchor}"><code>{field.name}</code> {html.escape(field.label)}</dt>\n'
        yield f"<dd><p>{_inline(field.help)}<br>\n<small>{_inline('. '.join(self._facts(field)))}"
        yield f". {need}.</small></p>\n"
        if inner := field.fields or (field.items.fields if field.items else ()):
            yield from self._list(inner, anchor)
        yield "</dd>\n"

    def _facts(self, field: FormField) -> Iterator[str]:
        yield self._form_of(field)
        if field.default is not None:
            yield self._words("fields.default", value=field.default)
        if field.example and f"`{field.example}`" not in field.help:
            yield self._words("fields.example", example=field.example)

    def _form_of(self, field: FormField) -> str:
        """Return what ``field`` takes, as a reader says it."""
        items = field.items
        if field.kind in (Kind.LIST, Kind.NAMED) and items:
            inner = self._form_of(items)
            said = self._words(f"fields.{field.kind}", items=inner[:1].lower() + inner[1:])
            return said + self._limits(field, "fields.count")
        if field.choices:
            choices = (f"`{choice.value}` ({choice.label})" for choice in field.choices)
            return self._words("fields.choice", choices=", ".join(choices))
        if field.refers_to:
            kind = form_of(field.refers_to, self._words.language).one
            return self._words("fields.reference", kind=kind[:1].lower() + kind[1:])
        if field.vocabulary:
            return self._words(f"fields.{field.vocabulary}")
        if field.endings:
            return self._words("fields.file", endings=", ".join(field.endings))
        return self._words(f"fields.{field.kind}") + self._limits(field, "fields.range")

    def _limits(self, field: FormField, key: str) -> str:
        least, most = field.least, field.most
        if least is None and most is None:
            return ""
        which = "" if least is not None and most is not None else "-most" if most else "-least"
        if least == most:
            which = "-exact"
        numbers = {"least": f"{least or 0:g}", "most": f"{most or 0:g}"}
        return f", {self._words(key + which, **numbers)}"


def _inline(markdown: str) -> str:
    return _CODE.sub(r"<code>\1</code>", html.escape(markdown, quote=False))
