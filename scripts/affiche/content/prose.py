"""Read the Markdown of a field into the model's tree of prose.

Which Markdown is understood is left to ``dialect``; where links may lead, to ``links``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from affiche.content import dialect
from affiche.content.links import web_address
from affiche.model.fields import refusal
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
    Prose,
    Strong,
    Text,
)
from affiche.report import Code as Rule

LinkResolver = Callable[[str], str]
"""Returns the address that a link leads to, or refuses with ``model.fields.refusal``."""

# Nine fields in ten hold one plain sentence; Python-Markdown takes 0.1 ms for each.
_MARKED = re.compile(r"[*_`\[<\\\n\t\x02\x03]|\A\s*[#+\-\d]| {2}")
# A list inside a list begins four spaces further; beyond eight of them nobody can follow it.
_TOO_DEEP = re.compile(r"^ {33}", re.MULTILINE)
_LISTS = {"ul": False, "ol": True}
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def parse_prose(markdown: str, resolve_link: LinkResolver = web_address) -> Prose:
    """Return the tree of ``markdown``.

    Args:
        markdown: What an editor wrote.
        resolve_link: Turns what stands in a link into an address; web, mail and telephone
            addresses only, unless told otherwise.

    Raises:
        PydanticCustomError: a link leads nowhere, or marks lie too deep inside each other.
    """
    text = markdown.strip()
    if not text:
        return Prose(())
    if not _MARKED.search(text):
        return Prose((Paragraph((Text(text),)),))
    if _TOO_DEEP.search(markdown):
        raise _too_deep()
    try:
        return Prose(tuple(_blocks(dialect.parse(markdown.strip("\n")), resolve_link)))
    except RecursionError:
        raise _too_deep() from None


def _too_deep() -> Exception:
    return refusal(
        Rule.INVALID_TEXT,
        "Lists or marks lie too deep inside each other here.",
        "Write the text more simply.",
    )


def _blocks(parent: Element, resolve: LinkResolver) -> Iterator[Block]:
    """Yield what stands in ``parent``: its own text first, then the blocks in it."""
    inline: list[Inline] = list(_text(parent.text))
    for child in parent:
        if child.tag == "p" or child.tag in _LISTS or re.fullmatch("h[1-6]", child.tag):
            yield from _paragraph(inline)
            inline = []
            yield from _block(child, resolve)
        else:
            inline.append(_mark(child, resolve))
        inline.extend(_text(child.tail))
    yield from _paragraph(inline)


def _block(element: Element, resolve: LinkResolver) -> Iterator[Block]:
    if element.tag in _LISTS:
        yield List(_LISTS[element.tag], tuple(tuple(_blocks(item, resolve)) for item in element))
    elif element.tag == "p":
        yield from _paragraph(_inline(element, resolve))
    else:
        yield Heading(int(element.tag[1]), _trimmed(_inline(element, resolve)))


def _paragraph(inline: list[Inline]) -> Iterator[Block]:
    if children := _trimmed(inline):
        yield Paragraph(children)


def _inline(parent: Element, resolve: LinkResolver) -> list[Inline]:
    children: list[Inline] = list(_text(parent.text))
    for child in parent:
        children.append(_mark(child, resolve))
        children.extend(_text(child.tail))
    return children


def _mark(element: Element, resolve: LinkResolver) -> Inline:
    match element.tag:
        case "strong":
            return Strong(_joined(_inline(element, resolve)))
        case "em":
            return Emphasis(_joined(_inline(element, resolve)))
        case "code":
            return Code(_unescaped(element.text or ""))
        case "br":
            return Break()
        case "a":
            return _link(element, resolve)
        case tag:
            raise ValueError(f"the dialect makes no <{tag}>")


def _link(element: Element, resolve: LinkResolver) -> Link:
    href, text = element.get("href", ""), element.text or ""
    if AMP_SUBSTITUTE in href + text:  # a mail address, disguised against harvesters
        href, text = (html.unescape(part.replace(AMP_SUBSTITUTE, "&")) for part in (href, text))
        return Link(resolve(href), (Text(text),))
    return Link(resolve(href), _joined(_inline(element, resolve)))


def _unescaped(code: str) -> str:
    for entity, letter in _ENTITIES:
        code = code.replace(entity, letter)
    return code


def _text(value: str | None) -> Iterator[Text]:
    if value:
        yield Text(re.sub(r"\s*\n\s*", " ", value))


def _joined(children: list[Inline]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for child in children:
        if isinstance(child, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].value + child.value)
        else:
            joined.append(child)
    return tuple(joined)


def _trimmed(children: list[Inline]) -> tuple[Inline, ...]:
    """Return ``children`` without space at either end, which only breaks lines in the source."""
    joined = list(_joined(children))
    if joined and isinstance(first := joined[0], Text):
        joined[0] = Text(first.value.lstrip())
    if joined and isinstance(last := joined[-1], Text):
        joined[-1] = Text(last.value.rstrip())
    return tuple(child for child in joined if child != Text(""))
