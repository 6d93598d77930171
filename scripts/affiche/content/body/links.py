"""Rules for links: where they lead, and what they are called.

Finding the file that one means is left to ``targets``.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from urllib.parse import SplitResult, unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE

from affiche.content.body.body import Body, Finding, Findings
from affiche.content.body.elements import Link, Reading
from affiche.content.body.marks import plain, unmarked
from affiche.content.body.targets import Targets
from affiche.content.nearest import nearest, shown, surely
from affiche.model.fields import LINK_SCHEMES, is_address
from affiche.report import Code

Anchors = Callable[[str], frozenset[str] | None]
"""Returns the anchors in a file; None when nothing can be said of them."""

_SAYS_NOTHING = frozenset(
    {
        *("hier", "klik hier", "klik hier voor meer", "lees hier", "lees meer", "lees verder"),
        *("meer", "meer info", "meer informatie", "meer lezen", "deze link", "link", "deze pagina"),
        *("here", "click here", "click", "klik", "read more", "more", "more info", "learn more"),
        *("this link", "this page", "this", "deze", "dit", "see here", "zie hier", "download"),
    }
)
"""WCAG 2.2, failure F84: words that say nothing about where they lead."""

_WHOLE = (
    "Write a whole address (https://…, mailto:… or tel:…), "
    "or the way to a page from here, such as ../values/eerlijk.md."
)
_ASIDE = re.compile(r"[\W_]+")
# What browsers leave out of an address before they look at its scheme (WHATWG URL, 4.4).
_LEFT_OUT = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
_REFERENCE = re.compile(
    r"(?<![\w\]])(?P<mark>[\U000f0000-\U000ffffd])!?"
    r"\[(?P<text>[^\[\]]{1,200})\]\s?\[(?P<name>[^\[\]]{0,200})\]"
)


def check_links(body: Body, reading: Reading, targets: Targets, anchors: Anchors) -> Findings:
    """Yield what is wrong with the links of a body."""
    for link in reading.links:
        yield from check_words(link)
        href = address(link.href)
        if href is not None:
            yield from _Way(body, link.offset, href, targets, anchors).findings()


def check_references(reading: Reading) -> Findings:
    """Yield links of the form ``[text][name]`` whose name stands nowhere."""
    for passage in reading.passages:
        if "[" not in passage.text:
            continue
        for found in _REFERENCE.finditer(passage.text):
            name = shown(plain(found["name"] or found["text"]))
            yield Finding(
                reading.offset(found["mark"]),
                Code.BODY_UNDEFINED_REFERENCE,
                f"Nothing says where [{name}] leads.",
                f"Write the address behind the text, [{shown(plain(found['text']), 30)}](…), or "
                f"add a line [{name}]: with the address.",
            )


def address(href: str) -> str | None:
    """Return what a browser makes of ``href``; None for a mail address in disguise."""
    if AMP_SUBSTITUTE in href:
        return None
    return _LEFT_OUT.sub("", html.unescape(unmarked(href)))


def check_words(link: Link) -> Findings:
    """Yield what is wrong with the words of a link."""
    words = _ASIDE.sub(" ", link.text).strip().casefold()
    if not link.text:
        yield Finding(
            link.offset,
            Code.BODY_LINK_WITHOUT_TEXT,
            "This link has no text, so nobody can see or hear it.",
            "Write between the square brackets where it leads: [Nieuwsgierig](…).",
        )
    elif words in _SAYS_NOTHING:
        yield Finding(
            link.offset,
            Code.BODY_LINK_SAYS_NOTHING,
            f"'{shown(link.text)}' does not say where the link leads.",
            "Make a link of the words that name it: 'Read about [Nieuwsgierig](…)'.",
        )


def check_scheme(offset: int, href: str) -> Findings:
    """Yield what is wrong with ``href`` as an address outside the site."""
    if href.startswith("//"):
        yield Finding(
            offset,
            Code.BODY_FORBIDDEN_LINK,
            f"'{shown(href)}' is no whole address.",
            f"Write https: before it: {shown(f'https:{href}')}",
            (href, f"https:{href}"),
        )
    elif not is_address(href, LINK_SCHEMES):
        yield Finding(
            offset, Code.BODY_FORBIDDEN_LINK, f"A link cannot lead to '{shown(href)}'.", _WHOLE
        )
    elif href.lower().startswith("http:"):
        secure = f"https{href[4:]}"
        yield Finding(
            offset,
            Code.BODY_INSECURE_LINK,
            f"What comes from '{shown(href)}' can be read and changed on its way.",
            f"Try whether it also works with https, and write {shown(secure)}",
        )


def split_address(href: str) -> SplitResult | None:
    """Return the parts of ``href``, or None when it has none."""
    try:
        return urlsplit(href)
    except ValueError:
        return None


class _Way:
    """Where one link leads, looked at step by step."""

    def __init__(
        self, body: Body, offset: int, href: str, targets: Targets, anchors: Anchors
    ) -> None:
        self._body, self._offset, self._href = body, offset, href
        self._targets, self._anchors = targets, anchors

    def findings(self) -> Findings:
        parts = split_address(self._href)
        if parts is None or parts.scheme or parts.netloc:
            yield from check_scheme(self._offset, self._href)
        elif not self._href:
            yield self._broken("This link leads nowhere.", _WHOLE)
        elif self._href.startswith("/"):
            yield from self._absolute(parts.path)
        elif not parts.path:
            yield from self._anchor(self._body.file, unquote(parts.fragment), "this page")
        else:
            yield from self._relative(unquote(parts.path), unquote(parts.fragment))

    def _broken(self, message: str, hint: str, meant: str | None = None) -> Finding:
        return Finding(self._offset, Code.BODY_BROKEN_LINK, message, hint, self._instead(meant))

    def _instead(self, meant: str | None) -> tuple[str, str] | None:
        """Return the way as it is written, and as it is to be."""
        written = re.split("[?#]", self._href, maxsplit=1)[0]
        return (written, meant.replace(" ", "%20")) if meant else None

    def _absolute(self, path: str) -> Findings:
        way = posixpath.relpath(unquote(path).strip("/") or ".", posixpath.dirname(self._body.page))
        hint = self._targets.advice(self._body, way)
        yield Finding(
            self._offset,
            Code.BODY_ABSOLUTE_LINK,
            f"'{shown(path)}' begins at the host: where the site lies in a folder it leads astray.",
            hint,
            self._instead(self._targets.surely(self._body, way)),
        )

    def _relative(self, path: str, anchor: str) -> Findings:
        body, targets = self._body, self._targets
        place = posixpath.normpath(posixpath.join(posixpath.dirname(body.page), path))
        file = targets.file_of(place)
        if file and not path.endswith("/"):
            if anchor and file.endswith(".md"):
                original = file == body.file or body.page == place
                wanted = body.file if original else self._translated(file)
                if wanted:
                    yield from self._anchor(wanted, anchor, f"'{shown(path)}'")
        elif not targets.is_made(place):
            yield self._broken(
                f"The link leads to '{shown(path)}', which is not there.",
                targets.advice(body, path),
                targets.surely(body, path),
            )

    def _translated(self, file: str) -> str | None:
        """Return the file that a reader of this body's language gets to see for ``file``."""
        if not self._body.file.endswith(f".{self._body.language}.md"):
            return file
        return self._targets.in_language(file, self._body.language)

    def _anchor(self, file: str, anchor: str, where: str) -> Findings:
        known = self._anchors(file)
        if not anchor or known is None or anchor in known:
            return
        near, sure = nearest(anchor, sorted(known)), surely(anchor, known)
        hint = f"Did you mean '#{near}'?" if near else "It has no headings to lead to."
        if not near and known:
            hint = f"There are {', '.join(f'#{each}' for each in sorted(known)[:5])}."
        yield Finding(
            self._offset,
            Code.BODY_UNKNOWN_ANCHOR,
            f"There is no place '#{shown(anchor)}' on {where}.",
            hint,
            (anchor, sure) if sure else None,
        )
