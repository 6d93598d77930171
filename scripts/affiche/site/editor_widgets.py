"""What each field of a form is in the browser editor: a widget, with its limits and advice.

Which forms there are, and where their pages lie, is left to ``editor_config``.
"""

from __future__ import annotations

from typing import Any

from affiche.content.words import Words
from affiche.editing import FormField, Kind, Known, Vocabulary, known_names
from affiche.model import (
    Catalogue,
)
from affiche.site.addresses import KIND_FOLDERS

_ADDRESS = "(https?://|mailto:).+"


class Widgets:
    """Turns fields of forms into fields of one site's editor."""

    def __init__(self, catalogue: Catalogue, words: Words, templates: tuple[str, ...]) -> None:
        """Offer what there is in ``catalogue`` and ``templates``, in ``words``."""
        self._catalogue, self._words = catalogue, words
        self._known: Known = {**known_names(catalogue), Vocabulary.TEMPLATES: templates}

    def field(self, each: FormField) -> dict[str, Any]:
        """Return the field of the editor for ``each``."""
        shown = {
            "name": each.name,
            "label": each.label,
            "hint": plain(each.help),
            "required": each.required,
        }
        return shown | self._widget(each)

    def _widget(self, each: FormField) -> dict[str, Any]:
        match each.kind:
            case Kind.LIST:
                return self._list(each)
            case Kind.GROUP:
                return _object([self.field(inner) for inner in each.fields])
            case Kind.CHOICE | Kind.KNOWN:
                return self._select(each)
            case Kind.REFERENCE:
                return self._relation(each)
            case Kind.LINE | Kind.NAME | Kind.ADDRESS | Kind.COLOUR | Kind.LANGUAGE:
                return {"widget": "string"} | self._pattern(each)
        return _plain_widget(each)

    def _select(self, each: FormField) -> dict[str, Any]:
        if each.vocabulary:
            return {"widget": "select", "options": list(self._known[each.vocabulary])}
        options = [{"label": choice.label, "value": choice.value} for choice in each.choices]
        default = {"default": each.default} if each.default else {}
        return {"widget": "select", "options": options} | default

    def _pattern(self, each: FormField) -> dict[str, Any]:
        pattern = _ADDRESS if each.kind is Kind.ADDRESS else each.pattern
        if not pattern:
            return {}
        advice = self._words("editor.write-as", example=each.example)
        return {"pattern": [f"^({pattern})$", advice]}

    def _relation(self, each: FormField) -> dict[str, Any]:
        assert each.refers_to
        return {
            "widget": "relation",
            "collection": KIND_FOLDERS[each.refers_to],
            "value_field": "{{slug}}",
            "display_fields": ["name"],
            "search_fields": ["name"],
            "options_length": 100,
        }

    def _list(self, each: FormField) -> dict[str, Any]:
        items = each.items
        assert items
        if each.short_key:
            return self._pairs(each)
        known = _limits(each)
        if items.kind in (Kind.REFERENCE, Kind.CHOICE, Kind.KNOWN):
            return self._widget(items) | {"multiple": True, **known}
        if items.kind is not Kind.GROUP:
            inner = {"name": "item", "label": each.label, **self._widget(items)}
            return {"widget": "list", "field": inner, **known}
        fields = [self.field(inner) for inner in items.fields]
        summary = next(f.name for f in items.fields if f.kind not in (Kind.GROUP, Kind.LIST))
        return {
            "widget": "list",
            "fields": fields,
            "summary": f"{{{{fields.{summary}}}}}",
            "collapsed": True,
            **known,
        }

    def _pairs(self, each: FormField) -> dict[str, Any]:
        """Return a field for each entity that is a key: editors write ``audience: text``."""
        assert each.items
        key = next(inner for inner in each.items.fields if inner.name == each.short_key)
        text = next(inner for inner in each.items.fields if inner.name != each.short_key)
        assert key.refers_to
        return _object(
            [
                {"name": entity.id, "label": entity.name, "required": False, **self._widget(text)}
                for entity in self._catalogue.of_kind(key.refers_to)
            ]
        )


def _object(fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {"widget": "object", "collapsed": True, "fields": fields}


def _plain_widget(each: FormField) -> dict[str, Any]:
    match each.kind:
        case Kind.DATE:
            return _moment("YYYY-MM-DD", time=False)
        case Kind.MOMENT:
            return _moment("YYYY-MM-DDTHH:mm", time=True)
        case Kind.NUMBER:
            kind = "int" if each.is_whole else "float"
            return {"widget": "number", "value_type": kind, **_limits(each)}
        case Kind.FILE:
            return {"widget": "file" if ".csv" in each.endings else "image"}
    return {"widget": "text"}


def _limits(each: FormField) -> dict[str, float]:
    limits = {"min": each.least, "max": each.most}
    return {name: limit for name, limit in limits.items() if limit is not None}


def _moment(form: str, *, time: bool) -> dict[str, Any]:
    return {
        "widget": "datetime",
        "format": form,
        "date_format": "YYYY-MM-DD",
        "time_format": "HH:mm" if time else False,
        # Without a default, a new page would have today's date everywhere.
        "default": "",
    }


def plain(markdown: str) -> str:
    """Return ``markdown`` as the editor shows it: without marks of code."""
    return markdown.replace("`", "")
