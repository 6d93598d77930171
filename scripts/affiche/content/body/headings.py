"""Rules for headings, which are the page's table of contents for eye and ear."""

from __future__ import annotations

from affiche.content.body.body import Body, Finding, Findings, Rewriting
from affiche.content.body.elements import Heading, Reading
from affiche.content.body.outline import rewritten, right_levels
from affiche.content.nearest import shown
from affiche.report import Code


def check_headings(body: Body, reading: Reading) -> Findings:
    """Yield what is wrong with the headings of a body."""
    levels = right_levels(reading.headings, is_story=body.is_story)
    rewriting = rewritten(reading, levels)
    above = 1
    for heading, level in zip(reading.headings, levels, strict=True):
        if not heading.text:
            yield Finding(
                heading.offset,
                Code.BODY_EMPTY_HEADING,
                "This heading has no text.",
                "Write it behind the #, or take the line out.",
            )
        elif heading.level == 1 and body.is_story:
            yield _second_title(heading, reading.line(heading.offset), rewriting)
        # Under a second title the level may be right as soon as that one is.
        elif heading.level > max(above + 1, level):
            yield Finding(
                heading.offset,
                Code.BODY_HEADING_SKIPPED,
                f"A heading of level {heading.level} stands under one of level {above}.",
                f"Write {'#' * level} {shown(heading.text)}",
                rewriting=rewriting,
            )
        above = heading.level


def _second_title(heading: Heading, line: str, rewriting: Rewriting | None) -> Finding:
    message = "The page has its title from the fields; this would be a second one."
    hint = f"Write ## {shown(heading.text)}"
    written = line.strip()
    if written.startswith("#") and not written.startswith(("# ", "#\t")):
        message = f"'{shown(written.split()[0])}' at the beginning of a line is a heading."
        hint = f"If it is none, write a backslash before it: \\{shown(written)}"
    return Finding(heading.offset, Code.BODY_SECOND_TITLE, message, hint, rewriting=rewriting)
