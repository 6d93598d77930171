"""Mend the few things in the host's and the theme's output that no template of ours can replace."""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
_FOLDER = re.compile(r'href="((?:\.\./)*\.\.?)"')
_KEPT = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)", re.DOTALL)
"""Where white space counts, or is none of HTML's business."""

_INDENT = re.compile(r"\s*\n\s*")
_ROOT = re.compile(r'href="(/(?:[^"]*/)?)\."')


def mended(html: str) -> str:
    """Return a page without attributes that its elements do not take, and with tidy addresses.

    ``autocomplete`` is not for checkboxes (HTML Standard, 4.10.18.7); ``dialogs.js`` resets them.
    Browsers take ``..`` for ``../`` and ``/.`` for ``/``; link checkers and web servers that map
    addresses to files do not all do so.
    """
    html = _SWITCH.sub(r"\1", html)
    return _ROOT.sub(r'href="\1"', _FOLDER.sub(r'href="\1/"', html))


def without_indents(html: str) -> str:
    """Return a page without the empty lines and indents of templates: a tenth of its letters.

    One line end stays for each: between words it is a space (HTML, white space in CSS Text 3).
    """
    # Of each match, the split gives the whole and the element's name.
    parts = _KEPT.split(html)
    texts = (_INDENT.sub("\n", text) for text in parts[::3])
    return "".join(f"{text}{kept}" for text, kept in zip(texts, [*parts[1::3], ""], strict=True))
