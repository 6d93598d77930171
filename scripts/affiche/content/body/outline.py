"""Say which level each heading of a body ought to have, and write all of them so at once.

One heading alone cannot be put right: those that stand under it would come to stand beside it, and
those beside it under it. What is told of a heading is left to ``headings``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from affiche.content.body.body import Rewriting
from affiche.content.body.elements import Heading, Reading

_LOWEST = 6
_PLAIN = re.compile(r"(?P<hashes>#{1,6})[ \t]+\S.*")
# Python-Markdown's attr_list reads hashes before its braces as an end too.
_CLOSED = re.compile(r"#[ \t]*(?:\{[^{}]*\}[ \t]*)?$")
_HEADING_IN_HTML = re.compile(
    r"<h[1-6][\s>]|<[A-Za-z][^<>]*\smarkdown\b|/// *html *\| *h[1-6]", re.IGNORECASE
)


def right_levels(headings: Iterable[Heading], *, is_story: bool) -> list[int]:
    """Return the level for each of ``headings`` with which none is skipped.

    There is one answer only: each stays under the heading that it stands under, one level below.

    Args:
        headings: In their order.
        is_story: Whether they all stand under the page's own title.
    """
    levels: list[int] = []
    above: list[tuple[int, int]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        highest = 2 if is_story or heading.level > 1 else 1
        level = above[-1][1] + 1 if above else highest
        above.append((heading.level, level))
        levels.append(level)
    return levels


def rewritten(reading: Reading, levels: list[int]) -> Rewriting | None:
    """Return what makes the headings those of ``levels``.

    None where nothing is to be done, and where that is not certain: a line that may be no heading,
    or one that is not written with hashes alone, says nothing sure of the lines below it either.
    """
    pairs = list(zip(reading.headings, levels, strict=True))
    wrong = [(heading, level) for heading, level in pairs if heading.level != level]
    source = reading.lines.text
    if not wrong or max(levels) > _LOWEST or _HEADING_IN_HTML.search(source):
        return None
    offsets = [heading.offset for heading in reading.headings]
    if not all(_is_plain(heading, reading) for heading in reading.headings) or any(
        one >= other for one, other in pairwise(offsets)
    ):
        return None
    start = at = wrong[0][0].offset
    parts: list[str] = []
    for heading, level in wrong:
        parts += source[at : heading.offset], "#" * level
        at = heading.offset + heading.level
    return Rewriting(start, source[start:at], "".join(parts))


def _is_plain(heading: Heading, reading: Reading) -> bool:
    """Return whether ``heading`` is a line of hashes, a space and a text, and nothing else."""
    line, column = reading.line(heading.offset), reading.lines.position(heading.offset)[1]
    written = _PLAIN.fullmatch(line)
    if column > 1 or not heading.text or written is None or _CLOSED.search(line):
        return False
    return len(written["hashes"]) == heading.level
