"""What templates can ask for: the page's entity, prose as HTML, dates in words, addresses.

The layout is left to the templates in ``theme/``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, pass_context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from affiche.checks import Gap, gap_sentence, palette_contrast
from affiche.model import PageEntity, Prose, plain_text, related_campaigns, related_programmes
from affiche.posters import ended, format_label
from affiche.site.addresses import code_path, find
from affiche.site.agenda import agenda_of
from affiche.site.clock import Clock
from affiche.site.edition import Edition
from affiche.site.library import library_of, purpose_of
from affiche.site.listing import spoken_in
from affiche.site.offers import changed, gains_of, offers
from affiche.site.prose_html import to_html, to_inline_html
from affiche.site.reviews import keepers, owner_anchor

THEME = Path(str(files("affiche.site") / "theme"))
"""Where Affiche's own templates lie."""

LISTINGS: dict[str, Callable[[Edition], Any]] = {"agenda": agenda_of, "posters": library_of}
"""What the pages over all campaigns list, by their folder."""


def add_filters(env: Any, edition: Edition) -> Any:
    """Return the template environment with Affiche's filters and words."""
    env.autoescape = lambda name: _is_ours(env, name)
    env.filters["prose"] = _prose
    env.filters["inline"] = _inline_prose
    env.filters["ended"] = ended
    env.filters["linked"] = pass_context(
        lambda context, entity, anchor="", stop=False: _linked(
            context, entity, edition, anchor, stop=stop
        )
    )
    env.filters["tongue"] = lambda entity: _tongue(entity, edition)
    env.filters["url"] = _relative
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
    env.globals["path_of"] = edition.path_of
    env.globals["clock"] = Clock(edition.today, edition.catalogue.brand.zone)
    env.globals["palette_contrast"] = palette_contrast
    questions = (gains_of, offers, changed, related_programmes, related_campaigns, keepers)
    env.globals |= {question.__name__: question for question in (*questions, owner_anchor)}
    env.globals["code_path"] = code_path
    env.globals["purpose_of"] = purpose_of
    env.globals["format_label"] = lambda size: format_label(size, edition.words)
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
    context["alternates"] = edition.alternates(page.url, spoken_in(page, edition))
    about: dict[str, str] = page.meta.get("affiche") or {}
    if about.get("kind") == "overview" and about["id"] in LISTINGS:
        context["listing"] = LISTINGS[about["id"]](edition)
    return context


def need_template(page: Page, config: MkDocsConfig) -> None:
    """See that the template that ``page`` names in its front matter is there.

    Raises:
        PluginError: it is not.
    """
    name = page.meta.get("template")
    if name and not any((Path(folder) / str(name)).is_file() for folder in config.theme.dirs):
        raise PluginError(
            f"Affiche: {page.file.src_uri}: there is no template '{name}'. "
            "Take the line template: out, or name a file in the company's overrides."
        )


def take_story(html: str, page: Page, edition: Edition) -> str:
    """Return the HTML of ``page``, or nothing for an entity's, whose template tells its story.

    The HTML of an entity's body moves to ``page.meta["story"]``; its search entry is made from the
    catalogue, by ``search_index``.
    """
    if _entity(page, edition) is None:
        return html
    page.meta["story"] = Markup(html)  # noqa: S704  # made by MkDocs from the editor's Markdown
    return ""


def _entity(page: Page, edition: Edition) -> Any:
    about: dict[str, str] = page.meta.get("affiche") or {}
    return find(edition.catalogue, about.get("kind", ""), about.get("id", ""))


@pass_context
def _prose(context: Any, prose: Prose) -> Markup:
    return to_html(prose, lambda path: _relative(context, path))


@pass_context
def _inline_prose(context: Any, prose: Prose) -> Markup:
    return to_inline_html(prose, lambda path: _relative(context, path))


@pass_context
def _relative(context: Any, path: str) -> str:
    """Return ``path``, which starts from this language's root, as an address from the page.

    The host's own filter takes a page of another language, ``../campaigns/x/``, for one beside the
    page when both lie in a folder of the same name.
    """
    path = str(path)
    if path.startswith("../"):
        return posixpath.join(context["base_url"], path)
    return str(normalize_url(path, page=context.get("page"), base=context["base_url"]))


def _linked(
    context: Any, entity: PageEntity, edition: Edition, anchor: str = "", *, stop: bool = False
) -> Markup:
    """Return the name of ``entity`` as a link to its page, and which language that is in.

    Args:
        context: Of the template.
        entity: What is named.
        edition: Whose language the page is in.
        anchor: Where on the page of the entity the link leads, with its ``#``; or nothing.
        stop: Whether a full stop ends the name, as in a headline.
    """
    address = _relative(context, edition.path_of(entity)) + anchor
    name = ended(entity.name) if stop else entity.name
    if edition.is_here(entity):
        return Markup('<a href="{}">{}</a>').format(address, name)
    words = edition.words
    only_in = words("language.only-in", language=words.language_name(entity.language))
    link = Markup('<a href="{}" hreflang="{}"{}>{}</a> <span class="only-in">{}</span>')
    return link.format(address, entity.language, _tongue(entity, edition), name, only_in)


def _tongue(entity: PageEntity, edition: Edition) -> Markup:
    """Return the attribute that says in which language the name of ``entity`` is, if in another.

    WCAG 2.2, success criterion 3.1.2.
    """
    if edition.is_here(entity):
        return Markup()
    return Markup(' lang="{}"').format(entity.language)


def _gap(context: Any, gap: Gap, edition: Edition) -> Markup:
    """Return ``gap`` as a sentence in which what it is about is a link."""

    def linked(entity: PageEntity) -> str:
        return _linked(context, entity, edition)

    # The sentence is the product's own, and what is put into it was escaped above.
    return Markup(gap_sentence(gap, edition.words, linked))  # noqa: S704


def _file_size(size_bytes: int, edition: Edition) -> str:
    """Return a size as people read it (decimal prefixes, IEC 80000-13)."""
    if size_bytes == 0:
        return edition.words("preview.not-made")
    if size_bytes < 1_000_000:
        return edition.words("download.size-small", size=max(1, round(size_bytes / 1000)))
    return edition.words("download.size", size=f"{size_bytes / 1_000_000:.1f}")
