"""Where the browser editor writes, as ``mkdocs.yml`` says under the plugin's ``editor:``.

What comes of it is left to ``editor_page`` and ``editor_config``.
"""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from affiche.editing import LOCAL_PORT
from affiche.site.editor_config import BACKENDS, Backend

_OWN = ("backend", "local_port")
"""Options that mean something to us; all others go to the editor as they are."""


class EditorConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Where the browser editor writes; see the handbook's page on it."""

    backend = option.Optional(option.Choice(BACKENDS))
    """The Git server; ``local`` for this computer alone."""

    repo = option.Optional(option.Type(str))
    """The repository on it: ``meridiaan/campagnes``."""

    branch = option.Type(str, default="main")
    """The branch that the site is built from."""

    base_url = option.Optional(option.Type(str))
    """Where one signs in, if not at the usual place."""

    api_root = option.Optional(option.Type(str))
    """The address of the server's programming interface, if not the usual one."""

    graphql_api_root = option.Optional(option.Type(str))
    """The same for GraphQL."""

    auth_endpoint = option.Optional(option.Type(str))
    """The path of the page on which one signs in."""

    auth_type = option.Optional(option.Type(str))
    """How one signs in: ``pkce`` or ``implicit``."""

    app_id = option.Optional(option.Type(str))
    """What the server calls this application."""

    tenant_id = option.Optional(option.Type(str))
    """The organisation's directory (Azure)."""

    local_port = option.Type(int, default=LOCAL_PORT)
    """Where the editor's server listens on this computer."""


def backend_of(config: EditorConfig, *, is_preview: bool) -> Backend | None:
    """Return where edited files go; None for a site without an editor.

    Args:
        config: As ``mkdocs.yml`` has it.
        is_preview: Whether the site is shown on somebody's own computer.
    """
    if config.backend is None:
        return Backend("local", {}, config.local_port) if is_preview else None
    settings = {
        name: str(value) for name, value in config.items() if name not in _OWN and value is not None
    }
    return Backend(config.backend, settings, config.local_port, is_local=is_preview)
