"""Marks that survive Python-Markdown and tell afterwards where in the source something stood.

Python-Markdown alone decides what a text is, and forgets where it found it. So a character that
no editor types goes before everything that may become a link, picture, heading, row or tag; the
tree then holds it. What was found is left to ``reading``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from affiche.content.body.syntax import Syntax

MARK = re.compile("[\U000f0000-\U000ffffd]")
"""One of the marks (Unicode, Supplementary Private Use Area-A)."""

CODE = "\x00"
"""Stands before and behind code, which no file may hold."""

_FIRST = 0xF0000
_STASHED = re.compile("(?:\x02[^\x03]*\x03)+")
_BETWEEN = re.compile(f"{CODE}[^{CODE}]*{CODE}")
_DEFINITION = re.compile(r" {0,3}\*?\[[^\]]*\]:")
_RULED = re.compile(r"[\s|:-]*-[\s|:-]*")
_FENCE = re.compile(r"[> ]*(?:```|~~~)")
_HEADING = re.compile(r"(?:\s|>|[-*+][ ]|\d+\.[ ])*(?P<hashes>#{1,6})[ \t]*")
_UNDERLINE = re.compile(r"[=-]+ *")
_LEAD = re.compile(r"(?:\s*(?:>|[-*+](?=\s)|\d+\.(?=\s)))*\s*")
_LEADING = re.compile(r"[\[<|]")
_INLINE = re.compile(
    r"""\\.
        |(?P<bracket>(?<!\]\ )(?<!\])!?\[)(?![ xX]\][^(\[])
        |(?P<address>(?<!\()(?<!\(\ )<(?=[A-Za-z][A-Za-z0-9+.-]*://))
        |(?P<tag><[A-Za-z][A-Za-z0-9-]*(?=[\s/>]))
        |(?P<pipe>\|)""",
    re.VERBOSE,
)


@dataclass
class Marked:
    """A text with marks in it."""

    source: str
    """As its editor wrote it."""

    text: str = ""
    """With marks."""

    offsets: list[int] = field(default_factory=list)
    """Where in the source each mark points."""

    def offset(self, text: str) -> int | None:
        """Return where the first mark in ``text`` points, if there is one."""
        found = MARK.search(text)
        return self.offsets[ord(found[0]) - _FIRST] if found else None

    def last_offset(self, text: str) -> int | None:
        """Return where the mark points with which ``text`` ends, if it does."""
        return self.offset(text[-1:])


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        """Count the lines of ``text``."""
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines[:-1])]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of ``offset``, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def unmarked(text: str) -> str:
    """Return ``text`` without marks."""
    return MARK.sub("", text)


def plain(text: str) -> str:
    """Return what a reader sees of ``text``, on one line; HTML in it as three points."""
    return " ".join(_STASHED.sub("…", unmarked(text)).replace(CODE, "").split())


def without_code(text: str) -> str:
    """Return ``text`` with nothing between the signs of code."""
    return _BETWEEN.sub(CODE, text) if CODE in text else text


def mark(source: str, lines: Lines, fenced: set[int], syntax: Syntax) -> Marked:
    """Return ``source`` with marks.

    Args:
        source: Markdown.
        lines: Those of ``source``.
        fenced: Numbers, from 0, of the lines that are code between fences.
        syntax: Which directives the site knows.
    """
    return _Marking(source, lines, fenced, syntax).marked


class _Marking:
    def __init__(self, source: str, lines: Lines, fenced: set[int], syntax: Syntax) -> None:
        self.marked = Marked(source)
        self._syntax = syntax
        done: list[str] = []
        following = [*lines.lines[1:], ""]
        for number, (line, start) in enumerate(zip(lines.lines, lines.starts, strict=True)):
            if number in fenced or not line or line.isspace():
                done.append(line)
            else:
                done.append(self._line(MARK.sub("\ufffd", line), start, following[number]))
        self.marked.text = "\n".join(done)

    def _mark(self, offset: int) -> str:
        self.marked.offsets.append(offset)
        return chr(_FIRST + len(self.marked.offsets) - 1)

    def _line(self, line: str, start: int, following: str) -> str:
        if _RULED.fullmatch(line) or _FENCE.match(line):
            return line
        if definition := _DEFINITION.match(line):
            head = definition.end() if "[^" in definition[0] else len(line)
            return line[:head] + self._inline(line, start, head)
        if beginning := self._beginning(line, following):
            column, head = beginning
            mark = self._mark(start + column)
            return f"{line[:head]}{mark}{self._inline(line, start, head)}"
        return self._inline(line, start, 0)

    def _beginning(self, line: str, following: str) -> tuple[int, int] | None:
        """Return where what makes ``line`` more than text begins and ends, if anything does."""
        if directive := self._syntax.unknown_directive(line):
            return directive.column, directive.marker_end
        if heading := _HEADING.match(line):
            return heading.start("hashes"), heading.end()
        underlined = following[:1] in ("=", "-") and _UNDERLINE.fullmatch(following)
        if underlined and (lead := _LEAD.match(line)):
            return lead.end(), lead.end()
        return None

    def _inline(self, line: str, start: int, head: int) -> str:
        if not _LEADING.search(line, head):
            return line[head:]
        piped = False
        parts: list[str] = []
        done = head
        for found in _INLINE.finditer(line, head):
            kind = found.lastgroup
            if kind is None or (kind == "pipe" and piped):
                continue
            at = found.start()
            if kind in ("bracket", "address"):
                parts += line[done:at], self._mark(start + at)
                done = at
            elif kind == "tag":
                parts += line[done : found.end()], " ", self._mark(start + at)
                done = found.end()
            else:
                piped = True
                at = len(line) - len(line.lstrip())
                parts += line[done : found.end()], self._mark(start + at)
                done = found.end()
        parts.append(line[done:])
        return "".join(parts)
