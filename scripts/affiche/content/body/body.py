"""The Markdown under the fields of a page, and what is found in it.

Reading it is left to ``reading``, finding what is wrong to the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from affiche.report import Code


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of one file."""

    file: str
    """Path from the project's folder."""

    text: str
    """Markdown."""

    line: int
    """The line of the file on which it begins, from 1."""

    page: str
    """Path of its page among the site's sources, such as ``campaigns/lente/index.md``."""

    language: str
    """In which it is written."""

    is_story: bool
    """Whether it is told on the page of an entity, under that page's own title."""


class Rewriting(NamedTuple):
    """The one right answer to a passage, over as many lines as it takes."""

    offset: int
    """Where the passage begins in the body."""

    old: str
    """What is written there."""

    new: str
    """What is to be written there."""


class Finding(NamedTuple):
    """Something wrong in a body."""

    offset: int
    """Where it stands in the body."""

    code: Code
    message: str
    hint: str
    instead: tuple[str, str] | None = None
    """What is written on its line, and the one right answer to it."""

    rewriting: Rewriting | None = None
    """The one right answer where it takes more than its line."""


Findings = Iterator[Finding]
