"""The browser editor as a part of the site: ``admin/`` with its page, scripts and configuration.

Only the site's own edition has it, and only where the editor is installed and knows where edited
files go: somebody's own computer in a preview, or what ``mkdocs.yml`` names.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files as resources
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from affiche.content import Project
from affiche.content.field_words import FALLBACK
from affiche.content.words import Words, words_in
from affiche.editing import SCRIPT, editor_files
from affiche.site.edition import Edition
from affiche.site.editor_config import Backend, editor_config
from affiche.site.policy import editor_policy
from affiche.site.publishing import log_of

ADMIN = "admin"
"""Folder of the editor in the site."""

_SCRIPTS = ("before.js", "editor.js")
_SPOKEN = ("nl", "en")
"""Languages that both the editor and the forms speak; others have English."""

_HOSTS = {
    "github": ("https://api.github.com",),
    "gitlab": ("https://gitlab.com",),
    "azure": ("https://dev.azure.com", "https://app.vssps.visualstudio.com"),
    "bitbucket": ("https://api.bitbucket.org", "https://bitbucket.org"),
    "gitea": (),
    "forgejo": (),
    "local": (),
}
"""What the editor speaks to when nothing else is said."""

_ADDRESSES = ("api_root", "base_url", "graphql_api_root")
_PAGES = Environment(
    loader=PackageLoader("affiche.site", "standalone"), autoescape=True, undefined=StrictUndefined
)


def add_editor(
    files: Files, config: MkDocsConfig, edition: Edition, backend: Backend | None
) -> None:
    """Add the editor to ``files`` where it can be had, or say in one line why it is not there."""
    if not edition.is_default:
        return
    if missing := missing_editor(edition, backend):
        log_of(config).info(missing)
    elif backend:
        for file in editor_pages(config, edition, backend):
            files.append(file)


def missing_editor(edition: Edition, backend: Backend | None) -> str | None:
    """Return why a site that asks for the editor has none, in a sentence.

    None when it has one, and when nobody asked for it.
    """
    assert edition.project
    is_installed = bool(editor_files(edition.project.root))
    if backend and not is_installed:
        return "No admin/: the browser editor is not installed; `affiche editor --install` does."
    if is_installed and not backend:
        return "No admin/: mkdocs.yml does not say where edited files go (affiche: editor:)."
    return None


def editor_pages(config: MkDocsConfig, edition: Edition, backend: Backend) -> Iterator[File]:
    """Yield the files of the editor, for the edition at the site's root."""
    project, studio, words = edition.project, edition.studio, edition.words
    assert project
    assert studio
    if edition.language not in _SPOKEN:
        words = words_in(FALLBACK)
    contents = editor_contents(project, words, backend, studio.templates)
    for name, content in contents.items():
        yield File.generated(config, f"{ADMIN}/{name}", content=content)
    for path in editor_files(project.root):
        yield File.generated(config, f"{ADMIN}/{path.name}", abs_src_path=str(path))


def editor_contents(
    project: Project, words: Words, backend: Backend, templates: tuple[str, ...]
) -> dict[str, str]:
    """Return what is ours in the folder of the editor, by name.

    Args:
        project: Without errors.
        words: Of the labels.
        backend: Where edited files go.
        templates: The layouts that posters may have.
    """
    catalogue = project.catalogue
    assert catalogue  # drafts included, whoever sees them on the site
    site_url = project.settings.site_url
    settings = editor_config(catalogue, words, backend, site_url, project.settings, templates)
    page = _PAGES.get_template("admin.html").render(
        words=words,
        policy=editor_policy(hosts_of(backend)),
        brand=catalogue.brand.name,
        script=SCRIPT,
    )
    scripts = resources("affiche.site") / "standalone"
    return {
        "index.html": page,
        "config.yml": yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000),
        **{name: (scripts / name).read_text(encoding="utf-8") for name in _SCRIPTS},
    }


def hosts_of(backend: Backend) -> tuple[str, ...]:
    """Return the hosts that the editor speaks to, as a policy names them."""
    settings = backend.settings
    named = [settings[key] for key in _ADDRESSES if key in settings]
    # Where one signs in may be elsewhere than where files are; on GitHub it always is.
    usual = () if "api_root" in settings else _HOSTS[backend.name]
    origins = ("{0.scheme}://{0.netloc}".format(urlsplit(address)) for address in named)
    local = (backend.local_address,) if backend.is_local or backend.name == "local" else ()
    return tuple(dict.fromkeys((*usual, *origins, *local)))
