"""The browser editor's configuration: a collection for every kind of page, from the same forms.

The brand has none: its palette has names of its own, and its comments would be lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from affiche.content.project import Settings
from affiche.content.words import Words, own_name
from affiche.editing import (
    Form,
    FormField,
    Kind,
    Known,
    Vocabulary,
    folder_of,
    form_of,
    known_names,
    translation_form,
)
from affiche.model import (
    Audience,
    Campaign,
    Catalogue,
    Entity,
    PageEntity,
    Person,
    Programme,
    Value,
)
from affiche.site.addresses import KIND_FOLDERS

BACKENDS = ("github", "gitlab", "azure", "gitea", "forgejo", "bitbucket", "local")
"""Where edited files may go; ``local`` is this computer alone."""

_WITHOUT_REVIEW = ("gitea", "local")
"""Backends that know no drafts: what is saved is in the main branch at once."""

_KINDS: tuple[type[Entity], ...] = (Campaign, Programme, Value, Audience, Person)
_BUTTONS = (
    *("bold", "italic", "link", "heading-two", "heading-three"),
    *("quote", "bulleted-list", "numbered-list"),
)
_ADDRESS = "(https?://|mailto:).+"


@dataclass(frozen=True)
class Backend:
    """Where edited files go, as ``mkdocs.yml`` says."""

    name: str
    """One of ``BACKENDS``."""

    settings: Mapping[str, str] = field(default_factory=dict)
    """What else the editor needs to know of it: repo, branch, addresses."""

    local_port: int = 8081
    """Where the editor's server listens on somebody's own computer."""

    is_local: bool = False
    """Whether somebody's own computer is asked first."""

    @property
    def local_address(self) -> str:
        """The address of the editor's server on somebody's own computer."""
        return f"http://127.0.0.1:{self.local_port}"


def editor_config(
    catalogue: Catalogue,
    words: Words,
    backend: Backend,
    site_url: str,
    settings: Settings,
    templates: tuple[str, ...],
) -> dict[str, Any]:
    """Return the configuration for editors who read ``words``.

    Args:
        catalogue: In the default language, drafts included.
        words: Of labels and help.
        backend: Where edited files go.
        site_url: Where the site stands.
        settings: Where the files lie.
        templates: The layouts that posters may have.
    """
    writing = _Writing(catalogue, words, templates)
    collections = [writing.originals(kind, folder_of(kind, settings)) for kind in _KINDS]
    for language in catalogue.brand.languages[1:]:
        collections += [
            writing.translations(kind, folder_of(kind, settings), language) for kind in _KINDS
        ]
    reviewed = backend.name not in _WITHOUT_REVIEW
    return {
        "backend": _backend(backend),
        **(
            {"local_backend": {"url": f"{backend.local_address}/api/v1"}}
            if backend.is_local
            else {}
        ),
        "publish_mode": "editorial_workflow" if reviewed else "simple",
        "locale": words.language,
        "site_url": site_url,
        "display_url": site_url,
        "show_preview_links": False,
        "media_folder": f"{settings.docs_dir}/media",
        "public_folder": "/media",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": collections,
    }


def _backend(backend: Backend) -> dict[str, str]:
    if backend.name == "local":
        return {"name": "proxy", "proxy_url": f"{backend.local_address}/api/v1"}
    return {"name": backend.name, **backend.settings}


class _Writing:
    """Writes forms as collections of one site."""

    def __init__(self, catalogue: Catalogue, words: Words, templates: tuple[str, ...]) -> None:
        self._catalogue, self._words = catalogue, words
        self._known: Known = {**known_names(catalogue), Vocabulary.TEMPLATES: templates}

    def originals(self, kind: type[Entity], folder: str) -> dict[str, Any]:
        form = form_of(kind, self._words.language)
        return self._collection(kind, form, folder) | {
            "name": KIND_FOLDERS[kind],
            "label": form.many,
            "slug": f"{{{{{form.fields[0].name}}}}}",
            "fields": [*map(self._field, form.fields), self._story()],
        }

    def translations(self, kind: type[Entity], folder: str, language: str) -> dict[str, Any]:
        form = translation_form(kind, self._words.language)
        original = {
            "name": "id",
            "label": self._words("editor.original"),
            "hint": self._words("editor.original-help"),
            "widget": "select",
            "required": False,
            "options": [
                {"label": entity.name, "value": entity.id} for entity in self._entities(kind)
            ],
        }
        return self._collection(kind, form, folder) | {
            "name": f"{KIND_FOLDERS[kind]}-{language}",
            "label": f"{form.many} ({own_name(language)})",
            "extension": f"{language}.md",
            "slug": "{{fields.id}}",
            "fields": [original, *map(self._field, form.fields), self._story()],
        }

    def _collection(self, kind: type[Entity], form: Form, folder: str) -> dict[str, Any]:
        title = form.fields[0].name
        return {
            "label_singular": form.one,
            "description": _plain(form.help),
            "folder": folder,
            "path": "{{slug}}/index" if kind is Campaign else "{{slug}}",
            "format": "yaml-frontmatter",
            "create": True,
            "identifier_field": title,
            "summary": f"{{{{{title}}}}}",
            "sortable_fields": [title],
            # Pictures lie beside the page that shows them.
            "media_folder": "",
            "public_folder": "",
        }

    def _entities(self, kind: type[Entity]) -> tuple[PageEntity, ...]:
        lists: dict[type[Entity], tuple[PageEntity, ...]] = {
            Campaign: self._catalogue.campaigns,
            Programme: self._catalogue.programmes,
            Value: self._catalogue.values,
            Audience: self._catalogue.audiences,
            Person: self._catalogue.people,
        }
        return lists[kind]

    def _story(self) -> dict[str, Any]:
        return {
            "name": "body",
            "label": self._words("editor.story"),
            "hint": self._words("editor.story-help"),
            "widget": "markdown",
            "required": False,
            "buttons": list(_BUTTONS),
            "editor_components": ["image"],
            "modes": ["rich_text", "raw"],
        }

    def _field(self, each: FormField) -> dict[str, Any]:
        shown = {
            "name": each.name,
            "label": each.label,
            "hint": _plain(each.help),
            "required": each.required,
        }
        return shown | self._widget(each)

    def _widget(self, each: FormField) -> dict[str, Any]:
        match each.kind:
            case Kind.LIST:
                return self._list(each)
            case Kind.GROUP:
                return _object([self._field(inner) for inner in each.fields])
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
        fields = [self._field(inner) for inner in items.fields]
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
                for entity in self._entities(key.refers_to)
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


def _plain(markdown: str) -> str:
    return markdown.replace("`", "")
