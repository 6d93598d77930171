"""Mend the few things in the theme's own skeleton that no template of ours can replace."""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')


def mended(html: str) -> str:
    """Return a page without attributes that its elements do not take (HTML Standard).

    ``autocomplete`` is not for checkboxes; ``dialogs.js`` resets them instead.
    """
    return _SWITCH.sub(r"\1", html)
