"""The Markdown that a field may hold: paragraphs, headings, lists, emphasis, links, code, breaks.

Whatever else Markdown knows (HTML, images, quotations, rules, footnotes) stays as it is written,
so that no letter of an editor's text is lost. Walking the result is left to ``prose``.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor

_LEFT_OUT = {
    "preprocessors": ("html_block",),
    "parser.blockprocessors": ("quote", "code", "hr", "setextheader", "reference"),
    "inlinePatterns": (
        "reference",
        "image_link",
        "image_reference",
        "short_reference",
        "short_image_ref",
        "html",
        "entity",
    ),
    "treeprocessors": ("prettify",),
}


class _HeadingProcessor(HashHeaderProcessor):
    """Demand a space behind the hashes (CommonMark 0.31.2, 4.2): ``#panic`` is a word."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ ]+(?P<header>[^\n]*?)(?:[ ]+#+)?[ ]*(?:\n|$)")


class _NumberedListProcessor(SaneOListProcessor):
    """Begin a list at 1 only: ``1984. Een goed jaar`` is a sentence."""

    def test(self, parent: Element, block: str) -> bool:
        if not super().test(parent, block):
            return False
        goes_on = len(parent) > 0 and parent[-1].tag == "ol"
        return goes_on or block.lstrip().startswith("1.")


class _Dialect(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        for path, names in _LEFT_OUT.items():
            registry = md
            for step in path.split("."):
                registry = getattr(registry, step)
            for name in names:
                registry.deregister(name)  # type: ignore[attr-defined]  # a Registry by now
        blocks = md.parser.blockprocessors
        blocks.register(_HeadingProcessor(md.parser), "hashheader", 70)
        blocks.register(_NumberedListProcessor(md.parser), "olist", 40)


_MARKDOWN = Markdown(extensions=["sane_lists", _Dialect()])


def parse(markdown: str) -> Element:
    """Return the tree that Markdown makes of ``markdown``, with its inline marks resolved."""
    md = _MARKDOWN.reset()
    md.parser.state.clear()  # a text that was given up halfway leaves its state behind
    lines = markdown.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    for processor in md.treeprocessors:
        replaced = processor.run(root)
        root = root if replaced is None else replaced
    return root
