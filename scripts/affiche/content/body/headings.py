"""Rules for headings, which are the page's table of contents for eye and ear."""

from __future__ import annotations

from affiche.content.body.body import Body, Finding, Findings
from affiche.content.body.elements import Heading, Reading
from affiche.content.nearest import shown
from affiche.report import Code


def check_headings(body: Body, reading: Reading) -> Findings:
    """Yield what is wrong with the headings of a body."""
    above = 1
    for heading in reading.headings:
        if not heading.text:
            yield Finding(
                heading.offset,
                Code.BODY_EMPTY_HEADING,
                "This heading has no text.",
                "Write it behind the #, or take the line out.",
            )
        elif heading.level == 1 and body.is_story:
            yield _second_title(heading, reading.line(heading.offset))
        elif heading.level > above + 1:
            yield Finding(
                heading.offset,
                Code.BODY_HEADING_SKIPPED,
                f"A heading of level {heading.level} stands under one of level {above}.",
                f"Write {'#' * (above + 1)} {shown(heading.text)}",
            )
        above = heading.level


def _second_title(heading: Heading, line: str) -> Finding:
    message = "The page has its title from the fields; this would be a second one."
    hint = f"Write ## {shown(heading.text)}"
    written = line.strip()
    if written.startswith("#") and not written.startswith(("# ", "#\t")):
        message = f"'{shown(written.split()[0])}' at the beginning of a line is a heading."
        hint = f"If it is none, write a backslash before it: \\{shown(written)}"
    return Finding(heading.offset, Code.BODY_SECOND_TITLE, message, hint)
