"""Readings of bodies as text, so that a body which did not change is not read again.

Python-Markdown takes most of the time that a check takes, and nearly all bodies are as they were.
Reading them is left to ``reading``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import astuple
from typing import Any

from affiche.content.body.body import Finding
from affiche.content.body.elements import Heading, Link, Passage, Picture, Reading, Row, Table, Tag
from affiche.content.body.fences import Stray
from affiche.content.body.marks import Lines, Marked
from affiche.report import Code

Recall = Callable[[str, Callable[[], str]], str]
"""Returns the answer to a question, and works it out where it is not remembered."""


def anew(_question: str, work_out: Callable[[], str]) -> str:
    """Remember nothing."""
    return work_out()


def recalled(
    source: str, syntax: str, recall: Recall, read: Callable[[str], Reading | Finding]
) -> Reading | Finding:
    """Return what ``read`` makes of ``source``, as it is remembered or else read now.

    Args:
        source: Markdown.
        syntax: All that ``read`` depends on besides.
        recall: Remembers.
        read: Reads Markdown.
    """
    question = f"body\0{syntax}\0{source}"
    return _from_text(recall(question, lambda: _as_text(read(source))), source)


def _as_text(read: Reading | Finding) -> str:
    if isinstance(read, Finding):
        # Of what cannot be read there is no answer that could be written for it.
        return json.dumps({"finding": [read.offset, read.code.name, read.message, read.hint]})
    lists = (
        *(read.strays, read.headings, read.links, read.pictures),
        *(read.tables, read.rows, read.tags, read.passages),
    )
    written = [[astuple(each) for each in elements] for elements in lists]
    data = {"lists": written, "offsets": read.marked.offsets, "anchors": sorted(read.anchors)}
    return json.dumps(data)


def _from_text(text: str, source: str) -> Reading | Finding:
    data: dict[str, Any] = json.loads(text)
    if "finding" in data:
        offset, code, message, hint = data["finding"]
        return Finding(offset, Code[code], message, hint)
    strays, headings, links, pictures, tables, rows, tags, passages = data["lists"]
    return Reading(
        Lines(source),
        Marked(source, offsets=data["offsets"]),
        [Stray(*each) for each in strays],
        [Heading(*each) for each in headings],
        [Link(*each) for each in links],
        [Picture(*each) for each in pictures],
        [Table(tuple(header), offset) for header, offset in tables],
        [Row(*each) for each in rows],
        [Tag(*each) for each in tags],
        [Passage(*each) for each in passages],
        set(data["anchors"]),
    )
