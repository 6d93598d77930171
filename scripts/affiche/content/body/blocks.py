"""Rules for lines that mean something to another program, or would if they had their other half.

What a directive is and which ones the site knows is left to ``syntax``.
"""

from __future__ import annotations

import re

from affiche.content.body.body import Body, Finding, Findings
from affiche.content.body.elements import Reading
from affiche.content.body.marks import MARK, plain
from affiche.content.body.syntax import Syntax
from affiche.content.nearest import did_you_mean, shown, surely
from affiche.report import Code

_DIRECTIVE = re.compile(r"(?:!!!|\?\?\?\+?|/{3,}|:{3,}|===[!+]?)(?P<mark>[\U000f0000-\U000ffffd])")
_CALL_OUT = re.compile(r"(?P<mark>[\U000f0000-\U000ffffd])\[!(?P<name>[A-Za-z]+)\]")
_FOOTNOTE = re.compile(r"(?P<mark>[\U000f0000-\U000ffffd])\[\^(?P<name>[^\[\]\s]{1,60})\]")
_FIELD = re.compile(r"[a-z][a-z_]*:(?: |$)")
_INSTEAD = {
    "!!!": "Write a paragraph that begins with bold words: **Let op:** …",
    "???": "Write a heading with the text under it.",
    "===": "Write a heading for each tab, with the text under it.",
}
_SWITCH = {
    "!!!": "admonition",
    "???": "pymdownx.details",
    "===": "pymdownx.tabbed",
    "///": "pymdownx.blocks.admonition",
}


def check_directives(reading: Reading, syntax: Syntax) -> Findings:
    """Yield what asks for something that this site does not know."""
    for passage in reading.passages:
        text = passage.text
        if not MARK.search(text):
            continue
        for found in _DIRECTIVE.finditer(text):
            yield from _unknown(reading.offset(found["mark"]), reading, syntax)
        for found in _CALL_OUT.finditer(text):
            message = f"This site does not know '[!{found['name']}]'; it is shown as text."
            offset = reading.offset(found["mark"])
            yield Finding(offset, Code.BODY_UNKNOWN_DIRECTIVE, message, _INSTEAD["!!!"])
        for found in _FOOTNOTE.finditer(text):
            hint = f"Add a line [^{found['name']}]: with its text."
            if not syntax.has_footnotes:
                hint = (
                    "This site has no footnotes: write it between parentheses, or have the "
                    "site's owner add footnotes to markdown_extensions in mkdocs.yml."
                )
            yield Finding(
                reading.offset(found["mark"]),
                Code.BODY_UNDEFINED_REFERENCE,
                f"The footnote [^{found['name']}] stands nowhere.",
                hint,
            )


def _unknown(offset: int, reading: Reading, syntax: Syntax) -> Findings:
    directive = syntax.unknown_directive(reading.line(offset))
    if directive is None:
        return
    marker, name = directive.marker, directive.name
    message = f"This site does not know '{marker} {shown(name, 30)}'; it is shown as text."
    known = sorted(syntax.names_of(marker))
    instead_of_name = None
    if syntax.is_on(marker):
        sure = surely(name, known)
        instead_of_name = (name, sure) if sure else None
        hint = did_you_mean(name, known) or f"Write one of {', '.join(known)}."
    else:
        instead = _INSTEAD.get(marker[:3], _INSTEAD["!!!"])
        switch = _SWITCH.get(marker[:3])
        others = f" The site's owner can switch it on in mkdocs.yml: {switch}." if switch else ""
        hint = f"{instead}{others}"
    yield Finding(offset, Code.BODY_UNKNOWN_DIRECTIVE, message, hint, instead_of_name)


def check_fences(reading: Reading) -> Findings:
    """Yield the first fence without its other half; those under it follow from it."""
    for stray in reading.strays[:1]:
        message = "This code has a beginning and no end, so it is shown as text."
        hint = f"Write {stray.fence} on a line of its own under the code."
        if stray.is_closed:
            message = f"Behind {stray.fence} stands something that is not understood."
            hint = f"Write at most one word there: {stray.fence}{_first_word(stray.info)}"
        yield Finding(
            reading.lines.starts[stray.line] + stray.column, Code.BODY_UNCLOSED_FENCE, message, hint
        )


def _first_word(info: str) -> str:
    found = re.match(r"[\w#.+-]+", info)
    return shown(found[0], 20) if found else "text"


def check_leftovers(body: Body, reading: Reading) -> Findings:
    """Yield what is left of fields among the text."""
    lines = reading.lines
    first = next((n for n, line in enumerate(lines.lines) if line.strip()), 0)
    if body.line > 1 and lines.lines[first].rstrip() == "---":
        yield Finding(
            lines.starts[first],
            Code.BODY_LEFTOVER_FIELDS,
            "The fields above have ended already; this line of --- is one too many.",
            "Take it out.",
        )
    for heading in reading.headings:
        number, _ = lines.position(heading.offset)
        line = lines.lines[number - 1].strip()
        under = lines.lines[number] if number < len(lines.lines) else ""
        if _FIELD.match(line) and under.rstrip() == "---":
            yield Finding(
                heading.offset,
                Code.BODY_LEFTOVER_FIELDS,
                f"'{shown(plain(line))}' stands under the fields, and is shown as a heading.",
                "Move it up, between the two lines of ---, or take it out with the --- under it.",
            )
