"""The browser editor's configuration: a collection for every kind of page, from the same forms.

The brand has none: its palette has names of its own, and its comments would be lost. What a field
becomes is left to ``editor_widgets``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from affiche.content.project import Settings
from affiche.content.words import Words, own_name
from affiche.editing import Form, folder_of, form_of, translation_form
from affiche.model import Audience, Campaign, Catalogue, Entity, Person, Programme, Value
from affiche.site.addresses import KIND_FOLDERS
from affiche.site.editor_widgets import Widgets, plain

BACKENDS = ("github", "gitlab", "azure", "gitea", "forgejo", "bitbucket", "local")
"""Where edited files may go; ``local`` is this computer alone."""

_WITHOUT_REVIEW = ("gitea", "local")
"""Backends that know no drafts: what is saved is in the main branch at once."""

_KINDS: tuple[type[Entity], ...] = (Campaign, Programme, Value, Audience, Person)
_BUTTONS = (
    *("bold", "italic", "link", "heading-two", "heading-three"),
    *("quote", "bulleted-list", "numbered-list"),
)


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
        self._widgets = Widgets(catalogue, words, templates)

    def originals(self, kind: type[Entity], folder: str) -> dict[str, Any]:
        form = form_of(kind, self._words.language)
        return self._collection(kind, form, folder) | {
            "name": KIND_FOLDERS[kind],
            "label": form.many,
            "slug": f"{{{{{form.fields[0].name}}}}}",
            "fields": [*map(self._widgets.field, form.fields), self._story()],
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
                {"label": entity.name, "value": entity.id}
                for entity in self._catalogue.of_kind(kind)
            ],
        }
        return self._collection(kind, form, folder) | {
            "name": f"{KIND_FOLDERS[kind]}-{language}",
            "label": f"{form.many} ({own_name(language)})",
            "extension": f"{language}.md",
            "slug": "{{fields.id}}",
            "fields": [original, *map(self._widgets.field, form.fields), self._story()],
        }

    def _collection(self, kind: type[Entity], form: Form, folder: str) -> dict[str, Any]:
        title = form.fields[0].name
        return {
            "label_singular": form.one,
            "description": plain(form.help),
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
