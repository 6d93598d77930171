"""Mend the few things in the host's and the theme's output that no template of ours can replace."""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
_FOLDER = re.compile(r'href="((?:\.\./)*\.\.?)"')
_ROOT = re.compile(r'href="(/(?:[^"]*/)?)\."')


def mended(html: str) -> str:
    """Return a page without attributes that its elements do not take, and with tidy addresses.

    ``autocomplete`` is not for checkboxes (HTML Standard, 4.10.18.7); ``dialogs.js`` resets them.
    Browsers take ``..`` for ``../`` and ``/.`` for ``/``; link checkers and web servers that map
    addresses to files do not all do so.
    """
    html = _SWITCH.sub(r"\1", html)
    return _ROOT.sub(r'href="\1"', _FOLDER.sub(r'href="\1/"', html))
