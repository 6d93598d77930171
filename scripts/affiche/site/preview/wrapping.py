"""Put what only a preview has around a page: what is wrong, and the script that waits for news.

The page itself is left to ``desk``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from affiche.content.words import Words
from affiche.site.policy import POLICY
from affiche.site.preview.notices import Notice

OWN = "_affiche"
"""Folder for what only the preview has."""

_PAGES = Environment(
    loader=PackageLoader("affiche.site", "standalone"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_BODY = re.compile(r"<body[^>]*>")


@dataclass(frozen=True)
class Bar:
    """What stands above a page."""

    words: Words
    notices: tuple[Notice, ...]
    trouble: str = ""
    """What the site generator says, when it cannot make the page."""

    posters: str = ""
    """The address of the campaign's poster preview, on its page."""

    drafts: bool = True
    """Whether what readers may not see yet is shown."""


def wrapped(page: str, bar: Bar, issue: str) -> str:
    """Return ``page`` with ``bar`` above it, and with the script that waits for news.

    Args:
        page: A whole page as a built site has it.
        bar: What stands above it.
        issue: How far the preview is.
    """
    head = _PAGES.get_template("preview-head.html").render(own=f"/{OWN}/", issue=issue)
    above = _PAGES.get_template("preview-bar.html").render(bar=bar, words=bar.words)
    page = page.replace("</head>", f"{head}</head>", 1)
    return _BODY.sub(lambda found: found[0] + above, page, count=1)


def blank_page(bar: Bar, title: str, status: str = "") -> str:
    """Return a page that says no more than ``title``, for where there is none yet."""
    return _PAGES.get_template("preview-blank.html").render(
        policy=POLICY, words=bar.words, title=title, status=status
    )


def proof_page(**context: Any) -> str:
    """Return the page with all posters of a campaign."""
    return _PAGES.get_template("preview-posters.html").render(policy=POLICY, **context)
