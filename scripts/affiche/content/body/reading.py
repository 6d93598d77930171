"""Read a body as the site will: let Python-Markdown make its tree, and walk that with places.

What is wrong with what is found is left to the rules.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from affiche.content.body.body import Finding
from affiche.content.body.elements import (
    Heading,
    Link,
    Passage,
    Picture,
    Reading,
    Row,
    Table,
    Tag,
)
from affiche.content.body.fences import find_fences
from affiche.content.body.marks import (
    CODE,
    MARK,
    Lines,
    Marked,
    mark,
    plain,
    unmarked,
    without_code,
)
from affiche.content.body.syntax import Syntax
from affiche.content.body.tangle import find_tangle
from affiche.report import Code

_CODE = ("code", "pre")
_SPARED = ("prettify",)
"""Steps that change nothing that is looked at."""

_PASSAGES = frozenset(
    {
        *("p", "li", "td", "th", "dd", "dt", "blockquote", "div", "details", "summary", "section"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption"),
    }
)
_WITHOUT_MARKS = re.compile("(?:[^\\W_]|[ \n.,;:?!'\"’‘“”()%€/–—…-]|[\U000f0000-\U000ffffd])*")
_LEVEL = re.compile("h([1-6])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(
    r"<(?P<name>[A-Za-z][A-Za-z0-9-]*) ?(?P<mark>[\U000f0000-\U000ffffd])"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
)


class Reader:
    """Reads bodies, one after another."""

    def __init__(self, syntax: Syntax, *, names_headings: bool = False) -> None:
        """Read Markdown as ``syntax`` has it.

        Args:
            syntax: What the site makes of Markdown.
            names_headings: Whether headings get their anchors, which takes a while.
        """
        self._syntax = syntax
        self._spared = _SPARED if names_headings or syntax.moves_headings else (*_SPARED, "toc")
        self._tables: _Tables
        self._markdown = self._new()

    def read(self, source: str) -> Reading | Finding:
        """Return what ``source`` is made of, or why it cannot be read."""
        lines = Lines(source)
        fences = find_fences(lines, indented=self._syntax.fences_indented)
        if tangle := find_tangle(lines, fences):
            return tangle
        marked = mark(source, lines, fences.inside, self._syntax)
        try:
            return self._walked(Reading(lines, marked, fences.strays))
        except RecursionError:
            self._markdown = self._new()  # what was given up halfway leaves its state behind
            message = "Lists, quotations or marks lie too deep inside each other in this text."
            return Finding(0, Code.BODY_TANGLED, message, "Write it more simply.")

    def _walked(self, reading: Reading) -> Reading:
        """Return ``reading`` filled with what is in the tree of its text."""
        walk = _Walk(reading.marked, reading)
        walk.all(self._tree(reading.marked.text))
        for raw in self._markdown.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str):
                walk.raw(raw)
        for row, columns, cells in self._tables.uneven:
            reading.rows.append(Row(cells, columns, walk.row(row)))
        return reading

    def _new(self) -> Markdown:
        markdown = self._syntax.markdown()
        for name in self._spared:
            markdown.treeprocessors.deregister(name)
        markdown.treeprocessors.register(_Plain(markdown), "plain", 30)
        processors = markdown.parser.blockprocessors
        old: Any = processors["table"]
        self._tables = _Tables(markdown.parser, old.config)
        processors.register(self._tables, "table", 75)
        return markdown

    def _tree(self, text: str) -> Element:
        """Return the tree with its inline marks resolved, as Markdown.convert makes it."""
        markdown = self._markdown.reset()
        self._tables.uneven.clear()
        lines = text.split("\n")
        for preprocessor in markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = markdown.parser.parseDocument(lines).getroot()
        for processor in markdown.treeprocessors:
            replaced = processor.run(root)  # type: ignore[arg-type]  # never without a root
            root = root if replaced is None else replaced
        return cast("Element", root)


class _Plain(Treeprocessor):
    """Spares texts without any marks the search for each of them, which is half of the time."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and _WITHOUT_MARKS.fullmatch(element.text):
                element.text = AtomicString(element.text)


class _Tables(TableProcessor):
    """Notices rows that have more or fewer cells than their table has columns."""

    uneven: list[tuple[str, int, int]]

    def __init__(self, parser: Any, config: Any) -> None:
        super().__init__(parser, config)
        self.uneven = []

    def _build_row(self, row: str, parent: Element, align: Any) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]  # the stubs lack it
        cells = len(self._split_row(row))  # type: ignore[attr-defined]  # as above
        if cells != len(align):
            self.uneven.append((row, len(align), cells))


class _Walk:
    def __init__(self, marked: Marked, reading: Reading) -> None:
        self._marked, self._reading = marked, reading
        self._last = 0
        self._rows = 0

    def all(self, root: Element) -> None:
        """Walk the whole tree."""
        self._children(root, self._passage())

    def raw(self, source: str) -> None:
        """Note the tags in HTML that Markdown leaves as it is."""
        for found in _TAG.finditer(_COMMENT.sub("", source)):
            attributes = {
                match["name"].lower(): unmarked((match["value"] or "").strip("\"'"))
                for match in _ATTRIBUTE.finditer(found["attributes"])
            }
            self._tag(found["name"], attributes, self._marked.offset(found["mark"]) or 0)

    def row(self, row: str) -> int:
        """Return where a table's ``row`` stands."""
        offset = self._marked.offset(row)
        if offset is None:
            offset = self._sought(row.strip(), self._rows)
        self._rows = offset
        return offset

    def _tag(self, name: str, attributes: dict[str, str], offset: int) -> None:
        self._reading.tags.append(Tag(name.lower(), attributes, offset))
        self._anchor(name, attributes)

    def _anchor(self, name: str, attributes: dict[str, str]) -> None:
        found = attributes.get("id"), attributes.get("name") if name == "a" else None
        self._reading.anchors |= {anchor for anchor in found if anchor}

    def _passage(self) -> list[str]:
        return []

    def _text(self, text: str | None, into: list[str]) -> None:
        if not text:
            return
        if marks := MARK.findall(text):
            self._last = self._marked.offset(marks[-1]) or 0
        into.append(text)

    def _children(self, parent: Element, into: list[str]) -> None:
        self._text(parent.text, into)
        for child in parent:
            self._element(child, into)
            self._text(child.tail, into)

    def _element(self, element: Element, into: list[str]) -> None:
        tag = str(element.tag)
        attributes = self._attributes(element)
        self._anchor(tag, attributes)
        if tag in _CODE:
            into.append(f"{CODE}{html.unescape(''.join(element.itertext()))}{CODE}")
        elif tag == "a" and "href" in attributes:
            self._link(element, attributes, into)
        elif tag == "img":
            self._picture(attributes, into)
        elif tag in _PASSAGES:
            self._block(element, tag)
        elif tag == "table":
            self._table(element)
        else:
            self._children(element, into)

    def _attributes(self, element: Element) -> dict[str, str]:
        """Return the attributes of ``element``; note it as a tag when an editor wrote these."""
        attributes = {
            name.lower(): unmarked(str(value))
            for name, value in element.attrib.items()
            if not MARK.match(name)
        }
        written = next((name for name in element.attrib if MARK.match(name)), None)
        if written:
            self._tag(str(element.tag), attributes, self._marked.offset(written) or 0)
        elif odd := next(self._odd(element, attributes), None):
            self._tag(str(element.tag), attributes, self._sought(odd, self._last))
        return attributes

    def _odd(self, element: Element, attributes: dict[str, str]) -> Iterator[str]:
        for name, value in attributes.items():
            aligned = element.tag in ("td", "th") and value.startswith("text-align")
            if (name == "style" and not aligned) or name.startswith("on"):
                yield name

    def _block(self, element: Element, tag: str) -> None:
        passage: list[str] = self._passage()
        self._children(element, passage)
        text = "".join(passage)
        self._reading.passages.append(Passage(without_code(text)))
        if level := _LEVEL.fullmatch(tag):
            offset = self._marked.offset(text)
            place = self._last if offset is None else offset
            self._reading.headings.append(Heading(int(level[1]), plain(text), place))

    def _link(self, element: Element, attributes: dict[str, str], into: list[str]) -> None:
        href = attributes["href"]
        offset = self._before(into, href)
        self._last = offset
        inside: list[str] = []
        self._children(element, inside)
        self._reading.links.append(Link(href, plain("".join(inside)), offset))
        into += inside

    def _picture(self, attributes: dict[str, str], into: list[str]) -> None:
        src, alternative = attributes.get("src", ""), attributes.get("alt", "")
        offset = self._before(into, src)
        self._last = offset
        self._reading.pictures.append(Picture(src, alternative, offset))
        into.append(alternative)

    def _table(self, element: Element) -> None:
        into: list[str] = self._passage()
        number = len(self._reading.passages)
        self._children(element, into)
        cells = self._reading.passages[number:]
        columns = len(element.findall("./thead/tr/th"))
        header = tuple(unmarked(cell.text).strip() for cell in cells[:columns])
        offset = self._marked.offset("".join(cell.text for cell in cells[:columns]))
        self._reading.tables.append(Table(header, self._last if offset is None else offset))

    def _before(self, into: list[str], address: str) -> int:
        """Return where something stands before which ``into`` ends."""
        offset = self._marked.last_offset(into[-1]) if into else None
        return self._sought(address, self._last) if offset is None else offset

    def _sought(self, text: str, start: int) -> int:
        source = self._marked.source
        for begin in (start, 0):
            if text and (found := source.find(text, begin)) >= 0:
                return found
        return start
