"""Rules for HTML: what a browser will not do on this site, and what HTML cannot find here.

The site lets nothing come from outside and nothing run that is not a file of its own
(Content-Security-Policy: ``default-src 'self'; object-src 'none'; base-uri 'self'``).
"""

from __future__ import annotations

import re

from affiche.content.body.body import Body, Finding, Findings
from affiche.content.body.elements import Reading, Tag
from affiche.content.body.links import address, check_scheme, split_address
from affiche.content.body.pictures import from_elsewhere
from affiche.content.body.targets import Targets
from affiche.content.nearest import shown
from affiche.report import Code

_BARRED = frozenset({"style", "object", "embed", "applet", "base", "frame", "frameset", "portal"})
_FETCHED = {
    **dict.fromkeys(("iframe", "script", "video", "audio", "source", "track"), "src"),
    "link": "href",
}
_BELONGS = "Everything on a page comes from files of the site."


def check_tags(body: Body, reading: Reading, targets: Targets) -> Findings:
    """Yield what is wrong with the HTML in a body."""
    for tag in reading.tags:
        yield from _barred(tag)
        yield from _attributes(tag)
        if tag.name == "img":
            yield from _picture(tag)
        if tag.name in ("a", "area"):
            yield from _link(body, tag, targets)


def _forbidden(tag: Tag, message: str, hint: str) -> Finding:
    return Finding(tag.offset, Code.BODY_FORBIDDEN_HTML, message, hint)


def _barred(tag: Tag) -> Findings:
    attributes = tag.attributes
    source = address(attributes.get(_FETCHED.get(tag.name, ""), "")) or ""
    if tag.name in _BARRED:
        hint = f"Take it out. {_BELONGS}"
        if tag.name == "style":
            hint = "Take it out; looks belong in a style sheet (mkdocs.yml, extra_css)."
        yield _forbidden(tag, f"<{tag.name}> does nothing on this site.", hint)
    elif tag.name == "script" and not source:
        if not attributes.get("type", "").startswith("application/"):
            hint = "Take it out; a program belongs in a file (mkdocs.yml, extra_javascript)."
            yield _forbidden(tag, "A script in a page is not run on this site.", hint)
    elif source and _is_elsewhere(source):
        message = f"<{tag.name}> does not fetch '{shown(source)}' on this site."
        yield _forbidden(tag, message, f"Write a link to it instead. {_BELONGS}")


def _attributes(tag: Tag) -> Findings:
    for name in tag.attributes:
        if name == "style":
            hint = "Take the attribute out; looks belong in a style sheet (mkdocs.yml, extra_css)."
            yield _forbidden(tag, "A style attribute does nothing on this site.", hint)
        elif re.fullmatch("on[a-z]+", name):
            hint = "Take the attribute out; a program belongs in a file of the site."
            yield _forbidden(tag, f"The attribute {shown(name)} does nothing on this site.", hint)


def _is_elsewhere(source: str) -> bool:
    parts = split_address(source)
    return parts is None or bool(parts.scheme or parts.netloc)


def _picture(tag: Tag) -> Findings:
    source = address(tag.attributes.get("src", "")) or ""
    if _is_elsewhere(source):
        yield from_elsewhere(tag.offset, source)
    if "alt" not in tag.attributes:
        yield Finding(
            tag.offset,
            Code.BODY_PICTURE_WITHOUT_ALTERNATIVE,
            "This picture has no words for those who cannot see it.",
            'Add alt="…" with what one sees; alt="" when it only decorates.',
        )


def _link(body: Body, tag: Tag, targets: Targets) -> Findings:
    href = address(tag.attributes.get("href", ""))
    if not href:
        return
    parts = split_address(href)
    if parts is None or parts.scheme or parts.netloc:
        yield from check_scheme(tag.offset, href)
    elif parts.path.endswith(".md"):
        yield Finding(
            tag.offset,
            Code.BODY_BROKEN_LINK,
            f"In HTML, '{shown(parts.path)}' is not turned into the address of a page.",
            f"Write the link in Markdown: [text]({shown(href)}).",
        )
