"""What templates can ask for: the page's entity, prose as HTML, dates in words, addresses.

The layout is left to the templates in ``theme/``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, pass_context
from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from affiche.checks import Gap, Named, gap_sentence, name_of
from affiche.model import Prose, plain_text
from affiche.site.agenda import agenda_of
from affiche.site.edition import Edition
from affiche.site.library import library_of
from affiche.site.prose_html import to_html, to_inline_html

THEME = Path(str(files("affiche.site") / "theme"))
"""Where Affiche's own templates lie."""

LISTINGS: dict[str, Callable[[Edition], Any]] = {"agenda": agenda_of, "posters": library_of}
"""What the pages over all campaigns list, by their folder."""

SEARCH_CHARACTERS = 160
"""How much of an entity's page is searched: the index is loaded by every page."""


def add_filters(env: Any, edition: Edition, policy: str) -> Any:
    """Return the template environment with Affiche's filters, words and policy."""
    env.autoescape = lambda name: _is_ours(env, name)
    env.filters["prose"] = _prose
    env.filters["inline"] = _inline_prose
    env.filters["from"] = lambda key, lookup: lookup[key]
    env.filters["plain"] = plain_text
    # Jinja's own would make small letters of a name inside.
    env.filters["capitalise"] = lambda text: text[:1].upper() + text[1:]
    env.filters["date"] = edition.words.date
    env.filters["date_short"] = edition.words.date_short
    env.filters["gap"] = pass_context(lambda context, gap: _gap(context, gap, edition))
    env.filters["file_size"] = lambda size: _file_size(size, edition)
    env.tests["prose"] = lambda value: isinstance(value, Prose)
    env.globals["edition"] = edition
    env.globals["catalogue"] = edition.catalogue
    env.globals["words"] = edition.words
    env.globals["policy"] = policy
    env.globals["path_of"] = edition.path_of
    return env


def _is_ours(env: Any, name: str | None) -> bool:
    """Return whether the template called ``name`` is one of Affiche's.

    MkDocs escapes nothing; ours escape every text, while the theme's and the company's own
    templates go on as they were written.
    """
    if name is None:
        return False
    try:
        _, file, _ = env.loader.get_source(env, name)
    except TemplateNotFound:
        return False
    return Path(file).is_relative_to(THEME)


def page_context(context: Any, page: Page, edition: Edition) -> Any:
    """Return ``context`` with what the page is about.

    That is ``entity`` where it is about one thing, ``listing`` where it lists things of all.
    """
    context["entity"] = _entity(page, edition)
    context["alternates"] = edition.alternates(page.url, _spoken(page, edition))
    about: dict[str, str] = page.meta.get("affiche") or {}
    if about.get("kind") == "overview" and about["id"] in LISTINGS:
        context["listing"] = LISTINGS[about["id"]](edition)
    return context


def _spoken(page: Page, edition: Edition) -> tuple[str, ...]:
    """Return the languages in which what stands on ``page`` is written."""
    about: dict[str, str] = page.meta.get("affiche") or {}
    kind = about.get("kind", "")
    if kind in edition.catalogue_kinds:
        return edition.spoken(kind, about["id"])
    if kind == "elsewhere":
        return (about["language"],)
    return edition.built if kind else edition.ordinary_pages.get(page.file.src_uri, ())


def search_text(html: str, page: Page, edition: Edition) -> str:
    """Return what search shall know of ``page``.

    Of an entity that is its summary; the HTML of its body moves to ``page.meta["story"]``.
    """
    entity = _entity(page, edition)
    if entity is None:
        return html
    page.meta["story"] = Markup(html)  # noqa: S704  # made by MkDocs from the editor's Markdown
    summary = next(
        (
            plain_text(text)
            for field in ("message", "summary", "statement", "endorsement")
            if (text := getattr(entity, field, None))
        ),
        "",
    )
    # With a heading the index takes the title from here, escaped; without, from the front matter,
    # as it stands.
    words = page.meta["title"], _shortened(summary)
    return str(Markup('<h1 id="title">{}</h1><p>{}</p>').format(*words))


def _entity(page: Page, edition: Edition) -> Any:
    about: dict[str, str] = page.meta.get("affiche") or {}
    lookups: dict[str, dict[str, Any]] = {
        "values": edition.catalogue.value,
        "audiences": edition.catalogue.audience,
        "people": edition.catalogue.person,
        "programmes": edition.catalogue.programme,
        "campaigns": edition.catalogue.campaign,
    }
    return lookups.get(about.get("kind", ""), {}).get(about.get("id", ""))


def _shortened(text: str) -> str:
    if len(text) <= SEARCH_CHARACTERS:
        return text
    return text[:SEARCH_CHARACTERS].rsplit(" ", 1)[0] + " …"


@pass_context
def _prose(context: Any, prose: Prose) -> Markup:
    return to_html(prose, lambda path: _relative(context, path))


@pass_context
def _inline_prose(context: Any, prose: Prose) -> Markup:
    return to_inline_html(prose, lambda path: _relative(context, path))


def _relative(context: Any, path: str) -> str:
    return str(normalize_url(path, page=context["page"], base=context["base_url"]))


def _gap(context: Any, gap: Gap, edition: Edition) -> Markup:
    """Return ``gap`` as a sentence in which what it is about is a link."""

    def linked(entity: Named) -> str:
        address = _relative(context, edition.path_of(entity))
        return Markup('<a href="{}">{}</a>').format(address, name_of(entity))

    # The sentence is the product's own, and what is put into it was escaped above.
    return Markup(gap_sentence(gap, edition.words, linked))  # noqa: S704


def _file_size(size_bytes: int, edition: Edition) -> str:
    """Return a size as people read it (decimal prefixes, IEC 80000-13)."""
    if size_bytes < 1_000_000:
        return edition.words("download.size-small", size=max(1, round(size_bytes / 1000)))
    return edition.words("download.size", size=f"{size_bytes / 1_000_000:.1f}")
