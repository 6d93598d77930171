"""Nothing from outside: the site's Content-Security-Policy, and what in a project runs against it.

Which files carry the theme's own pictures and scripts is left to ``theme_css`` and the templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig

POLICY = "default-src 'self'; base-uri 'self'; form-action 'self'; object-src 'none'"
"""W3C Content Security Policy Level 3. In a ``meta`` element, where ``frame-ancestors`` is void."""

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|center|right);"')
_BARRED = (
    (re.compile(r"<[a-z][^<>]*\sstyle\s*=", re.IGNORECASE), "a style attribute"),
    (re.compile(r"<style\b", re.IGNORECASE), "a style element"),
    (re.compile(r"<script(?![^>]*\s(?:src|type=.application/))", re.IGNORECASE), "a script"),
    (re.compile(r"<[a-z][^<>]*\son[a-z]+\s*=", re.IGNORECASE), "an event attribute"),
    (re.compile(r"<(?:img|iframe)[^>]*\ssrc=.(?:https?:|data:|//)", re.IGNORECASE), "an address"),
)
_OUTSIDE = re.compile(r"^(?:https?:)?//")


def editor_policy(hosts: Iterable[str]) -> str:
    """Return the policy of the page of the browser editor, and of no other.

    It compiles the check of its own configuration (``unsafe-eval``), styles elements as it draws
    them, and shows pictures before they are saved.

    Args:
        hosts: What it reads from and writes to.
    """
    return (
        f"{POLICY}; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' blob: data:; connect-src 'self' blob: {' '.join(hosts)}"
    )


def without_styles(html: str) -> str:
    """Return an editor's page with columns aligned by class: the policy bars styles in a page.

    Args:
        html: As Python-Markdown's tables write it.
    """
    return _ALIGNED.sub(r'<\1 class="align-\2"', html)


def barred_in(html: str) -> Iterator[str]:
    """Yield a sentence for each kind of thing in ``html`` that a browser will refuse."""
    for pattern, what in _BARRED:
        if match := pattern.search(html):
            yield (
                f"{what} is not applied: '{match[0][:60]}'. "
                "Everything on a page comes from files of the site (Content-Security-Policy)."
            )


def barred_settings(config: MkDocsConfig) -> Iterator[str]:
    """Yield a sentence for each setting that would load something from another host."""
    if config.theme.get("font") is not False:
        yield "theme.font asks another host for letters. Write 'font: false'; they are the brand's."
    for name in ("analytics", "consent"):
        if config.extra.get(name):
            yield f"extra.{name} needs another host, which the site's policy bars. Leave it out."
    if config.repo_url:
        yield "repo_url asks that host for facts on every page. Leave it out; edit_uri may stay."
    for address in (*config.extra_css, *map(str, config.extra_javascript)):
        if _OUTSIDE.match(address):
            yield f"'{address}' lies on another host. Put the file into docs/ or overrides/assets/."
