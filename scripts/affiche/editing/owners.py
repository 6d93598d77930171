"""Make CODEOWNERS from the field ``owner``: whom GitHub and GitLab ask to read a proposal.

Writing it to disk is left to ``press``; saying which owners no host knows to ``cli``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from affiche.model import Campaign, Catalogue, PageEntity
from affiche.model.brand import handles_in
from affiche.report import Place

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
"""Where hosts look, in the order in which GitHub does; both know the second."""

_NEW = "CODEOWNERS"

_BEGIN = "# Made by `affiche owners` from owner: in the pages; change it there. Own lines go below."
_END = "# End of what `affiche owners` made."
_BLOCK = re.compile(rf"{re.escape(_BEGIN)}\r?\n.*?{re.escape(_END)}(?:\r?\n|$)", re.DOTALL)


@dataclass(frozen=True)
class Owners:
    """Who reads along, page by page."""

    lines: tuple[str, ...] = ()
    """Of CODEOWNERS, by path."""

    unknown: tuple[tuple[str, Place], ...] = ()
    """Owners that no Git host knows, each with the place of one page that it has."""


def find_owners(catalogue: Catalogue) -> Owners:
    """Return the owners of every page in ``catalogue``."""
    named = catalogue.brand.owners
    lines: list[str] = []
    unknown: dict[str, Place] = {}
    for entity in catalogue.entities:
        if entity.owner is None:
            continue
        handles = handles_in(named.get(entity.owner, entity.owner))
        if handles:
            lines.append(" ".join((_pattern(entity), *handles)))
        else:
            unknown.setdefault(entity.owner, entity.source.place("owner"))
    return Owners(tuple(sorted(lines)), tuple(sorted(unknown.items())))


def codeowners_file(root: Path) -> str:
    """Return the file that the host of ``root`` goes by, or the one to make."""
    return next((place for place in PLACES if (root / place).is_file()), _NEW)


def codeowners(owners: Owners, before: str) -> str:
    """Return the content of the file, with the lines that somebody added to ``before`` kept.

    The last line that fits a path wins, so that lines below the block say otherwise than it.
    """
    block = "".join(f"{line}\n" for line in _block(owners))
    if _BLOCK.search(before):
        return _BLOCK.sub(lambda _: block, before, count=1)
    return f"{block}\n{before}" if before.strip() else block


def _block(owners: Owners) -> Iterator[str]:
    yield _BEGIN
    yield from owners.lines
    yield _END


def _pattern(entity: PageEntity) -> str:
    """Return the pattern for a page with its translations and pictures."""
    file = entity.source.file
    if isinstance(entity, Campaign):
        return f"/{posixpath.dirname(file)}/"
    return f"/{file.removesuffix('.md')}.*"
