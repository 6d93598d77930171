"""A page of the handbook that the program writes itself, so that it cannot drift from the rules.

What stands on it is left to ``rule_page`` and ``field_page``.
"""

from __future__ import annotations

from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


def handbook_page(config: MkDocsConfig, folder: str, title: str, text: str, **meta: Any) -> File:
    """Return the page at ``folder``, for those who write: readers' search leaves it out.

    Args:
        config: Of the host.
        folder: Where it stands in the site.
        title: What it is called.
        text: Its Markdown.
        meta: More fields of its front matter, such as its template.
    """
    fields = {
        "title": title,
        "affiche": {"kind": "overview", "id": folder},
        "search": {"exclude": True},
        **meta,
    }
    file = File.generated(
        config,
        f"{folder}/index.md",
        content=f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\n{text}",
        # A navigation that somebody wrote need not name a page that nobody did.
        inclusion=InclusionLevel.NOT_IN_NAV if config.nav else InclusionLevel.UNDEFINED,
    )
    file.edit_uri = None
    return file
