"""Prose as HTML: every letter of the editor's text is escaped, every tag is ours.

Links to pages of the site are made relative by the caller.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from affiche.model import Prose
from affiche.model.prose import (
    Block,
    Break,
    Code,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Strong,
    Text,
)

Resolve = Callable[[str], str]
"""From a path inside the site to an address relative to the page."""


def to_html(prose: Prose, resolve: Resolve) -> Markup:
    """Return ``prose`` as blocks; one in another language than its page is marked so."""
    blocks = Markup().join(_block(block, resolve) for block in prose.blocks)
    # WCAG 2.2, success criterion 3.1.2: the language of parts.
    if not prose.language:
        return blocks
    return Markup('<div class="untranslated" lang="{}">{}</div>').format(prose.language, blocks)


def to_inline_html(prose: Prose, resolve: Resolve) -> Markup:
    """Return ``prose`` as running text, for places that hold no blocks; blocks follow a space."""
    parts = []
    for block in prose.blocks:
        if isinstance(block, List):
            items = (b for item in block.items for b in item)
            parts.append(to_inline_html(Prose(tuple(items)), resolve))
        else:
            parts.append(_inline(block.children, resolve))
    text = Markup(" ").join(parts)
    if not prose.language:
        return text
    return Markup('<span class="untranslated" lang="{}">{}</span>').format(prose.language, text)


def _block(block: Block, resolve: Resolve) -> Markup:
    match block:
        case Paragraph(children):
            return Markup("<p>{}</p>").format(_inline(children, resolve))
        case Heading(_, children):
            # Headings belong to the page; inside a field they are only stressed.
            return Markup("<p><strong>{}</strong></p>").format(_inline(children, resolve))
        case List(ordered, items):
            frame = Markup("<ol>{}</ol>") if ordered else Markup("<ul>{}</ul>")
            listed = Markup().join(
                Markup("<li>{}</li>").format(Markup().join(_block(b, resolve) for b in item))
                for item in items
            )
            return frame.format(listed)


def _inline(children: tuple[Inline, ...], resolve: Resolve) -> Markup:
    parts: list[Markup] = []
    for child in children:
        match child:
            case Text(value):
                parts.append(escape(value))
            case Code(value):
                parts.append(Markup("<code>{}</code>").format(value))
            case Break():
                parts.append(Markup("<br>"))
            case Strong(inner):
                parts.append(Markup("<strong>{}</strong>").format(_inline(inner, resolve)))
            case Emphasis(inner):
                parts.append(Markup("<em>{}</em>").format(_inline(inner, resolve)))
            case Link(href, inner):
                address = href if ":" in href else resolve(href)
                parts.append(Markup('<a href="{}">{}</a>').format(address, _inline(inner, resolve)))
    return Markup().join(parts)
