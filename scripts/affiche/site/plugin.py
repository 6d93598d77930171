"""The MkDocs plugin: hands MkDocs' events to the modules that know what to do.

Every hook is a few lines; nothing is decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from affiche.site.edition import Edition
from affiche.site.editor_page import add_editor
from affiche.site.editor_settings import EditorConfig, backend_of
from affiche.site.files import add_files
from affiche.site.policy import POLICY, barred_in, barred_settings, without_styles
from affiche.site.publishing import configure, log_of, publish
from affiche.site.rendering import add_filters, need_template, page_context, take_story
from affiche.site.search_index import rewrite_index
from affiche.site.sharing import Sharing, share
from affiche.site.theme_css import serve_pictures
from affiche.site.theme_html import mended, without_indents


class AfficheConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Options of the plugin in mkdocs.yml."""

    campaigns_dir = option.Type(str, default="campaigns")
    """Folder of the campaigns, beside mkdocs.yml."""

    drafts = option.Type(bool, default=False)
    """Whether drafts and campaigns that are not out yet are shown: for previews only."""

    today = option.Optional(option.Type((str, dt.date)))
    """The day for which the site is built, as 2026-11-24; the day of the build when left out."""

    editor = option.SubConfig(EditorConfig)
    """Where the browser editor writes; no editor when left out, but in a preview."""


class AffichePlugin(BasePlugin[AfficheConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Builds campaigns, programmes, values, audiences and people into an MkDocs site."""

    edition: Edition
    is_preview = False
    sharing: Sharing

    publish: Callable[[MkDocsConfig], Edition] | None = None
    """Gives the edition, in place of reading it from disk."""

    share: Callable[[Files, MkDocsConfig, Edition], Sharing] = staticmethod(share)
    """Tells what machines are told of the pages."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep this instance alive across the rebuilds of ``mkdocs serve``, which reloads pages."""
        self.is_preview = command == "serve"

    # Before the search plugin, which keeps the language that it finds here.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load, check and make everything before MkDocs touches the old site."""
        configure(config, self.config.campaigns_dir)
        for warning in barred_settings(config):
            log_of(config).warning(warning)
        if self.publish:
            self.edition = self.publish(config)
            return config
        root = Path(config.config_file_path).resolve().parent
        today = cast("str | dt.date | None", self.config.today)
        self.edition = publish(config, root, today=today, drafts=self.config.drafts)
        return config

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and assets of the edition."""
        files = add_files(files, config, self.edition, self.config.campaigns_dir)
        backend = backend_of(self.config.editor, is_preview=self.is_preview)
        add_editor(files, config, self.edition, backend)
        for warning in serve_pictures(files, config):
            log_of(config).warning(warning)
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """List the pages, now that all are read, and teach the templates what is known."""
        self.sharing = self.share(files, config, self.edition)
        env.globals |= {"sharing": self.sharing, "policy": POLICY}
        return add_filters(env, self.edition)

    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand the story of an entity to its template; search learns of it from the catalogue."""
        need_template(page, config)
        html = without_styles(html)
        for warning in barred_in(html):
            log_of(config).warning("%s: %s", page.file.src_uri, warning)
        return take_story(html, page, self.edition)

    def on_page_context(
        self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Hand the page's entity to its template."""
        return page_context(context, page, self.edition)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend what the theme's skeleton has that is no valid HTML, and send no indents."""
        return without_indents(mended(output))

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the page for addresses that lead nowhere too."""
        return mended(output) if template_name.endswith(".html") else output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Rewrite the search index when the search plugin has written it."""
        rewrite_index(Path(config.site_dir), self.sharing.pages, self.edition)
