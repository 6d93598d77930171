"""Compare two states of a project: pages, sessions, posters, and what hangs and is out of date.

Each of these has a module of its own; this one puts them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from affiche.checks import STORE
from affiche.content import Snapshot
from affiche.press import Progress, Store
from affiche.review.diff import Diff, Note
from affiche.review.looks import Gallery
from affiche.review.pages import compare_pages
from affiche.review.posters import compare_posters
from affiche.review.recall import find_dead_codes, find_recalls, renamed_campaigns
from affiche.review.sessions import compare_sessions
from affiche.review.sheets import pair_sheets
from affiche.review.states import State

_FEW = 5


@dataclass(frozen=True)
class Comparison:
    """What a comparison found, with its pictures."""

    diff: Diff
    """What changed."""

    pictures: Mapping[str, bytes]
    """WebP files by path, beside ``diff.json``."""


@dataclass(frozen=True)
class Named:
    """What the two states are called."""

    base: str
    """As somebody typed it."""

    head: str
    """Likewise; empty for the files as they are."""

    language: str
    """Code of the language of sentences."""


def compare_states(
    base: State,
    head: State,
    snapshot: Snapshot,
    named: Named,
    store_of: Path,
    *,
    pictured: bool,
    on_progress: Progress = lambda _done, _total: None,
) -> Comparison:
    """Return what is otherwise in ``head``, which has no errors.

    Args:
        base: What it is compared with; where it cannot be read, everything is new.
        head: The new state.
        snapshot: Where ``base`` came from.
        named: What both are called.
        store_of: The folder of the project, whose store is used.
        pictured: Whether somebody wants to see the posters.
        on_progress: Told how many posters are drawn.
    """
    catalogue = head.project.catalogue
    assert catalogue  # it has no errors
    gallery = Gallery(Store(store_of / STORE), on_progress)
    renamed = renamed_campaigns(catalogue)
    pairs = pair_sheets(base.planned, head.planned, renamed)
    posters = compare_posters(pairs, gallery, pictured=pictured)
    diff = Diff(
        base=named.base,
        base_commit=snapshot.commit,
        head=named.head,
        language=named.language,
        brand=catalogue.brand.name,
        today=head.today,
        notes=tuple(_notes(base, snapshot)),
        dead_codes=find_dead_codes(base, head, renamed),
        recalls=find_recalls(pairs, head, renamed, posters.alike, gallery),
        sessions=compare_sessions(base.project.catalogue, catalogue),
        posters=posters.changes,
        pages=compare_pages(base.project, head.project),
    )
    return Comparison(diff, posters.pictures)


def _notes(base: State, snapshot: Snapshot) -> Iterator[Note]:
    if snapshot.is_common:
        yield Note(key="common", detail=snapshot.commit[:12])
    if snapshot.missing:
        yield Note(key="lfs", detail=_few(snapshot.missing))
    if base.errors:
        said = [f"{d.place}: {d.message}" for d in base.errors]
        yield Note(key="base-broken", detail=_few(said))


def _few(texts: list[str] | tuple[str, ...]) -> str:
    more = f" (+{len(texts) - _FEW})" if len(texts) > _FEW else ""
    return "; ".join(texts[:_FEW]) + more
