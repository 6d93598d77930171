"""Which posters are otherwise, to the eye or in their files: the cheapest question comes first.

Digests of jobs are compared before anything is drawn, so what did not change costs nothing, and
outlines before photographs. Drawing is left to ``looks``, telling people to ``posters``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from affiche.model import Variant
from affiche.posters import PlannedPoster, file_of, same_finish, same_photograph
from affiche.review.looks import Gallery
from affiche.review.sheets import Sheet, SheetPair

_Twins = tuple[PlannedPoster, PlannedPoster]
"""One file in two states."""


@dataclass(frozen=True)
class Verdict:
    """What became of a poster in one format."""

    pair: SheetPair
    """The poster in both states."""

    looks_alike: bool
    """Whether its design is the same."""

    files: tuple[str, ...]
    """Names of its files that are otherwise."""


def judge(pairs: Iterable[SheetPair], gallery: Gallery) -> tuple[Verdict, ...]:
    """Return the verdict on each pair that may differ, asking the cheapest question first."""
    suspects = [pair for pair in pairs if pair.differs]
    twins = [(pair, pair.was, pair.now) for pair in suspects if pair.was and pair.now]
    gallery.draw(sheet.outline for _, was, now in twins for sheet in (was, now))
    same = {
        pair.key
        for pair, was, now in twins
        if same_photograph(was.first.job, now.first.job) and gallery.alike(was.outline, now.outline)
    }
    others = [(pair, was, now) for pair, was, now in twins if pair.key not in same]
    gallery.draw(sheet.look for _, was, now in others for sheet in (was, now))
    alike = same | {pair.key for pair, was, now in others if gallery.alike(was.look, now.look)}
    doubtful = {
        pair.key: tuple(_doubtful(pair, is_same_design=pair.key in same))
        for pair in suspects
        if pair.key in alike
    }
    gallery.draw(file_of(f.job) for files in doubtful.values() for both in files for f in both)
    return tuple(
        Verdict(pair, pair.key in alike, _other_files(pair, gallery, doubtful.get(pair.key)))
        for pair in suspects
    )


def _doubtful(pair: SheetPair, *, is_same_design: bool) -> Iterator[_Twins]:
    """Yield the files of a poster that looks as it did and may be otherwise for all that."""
    was, now = _by_name(pair.was), _by_name(pair.now)
    for name, file in now.items():
        # A file for screens is the picture, and nothing besides.
        if name not in was or file.variant is Variant.SCREEN:
            continue
        old = was[name]
        if not (same_finish(old.job, file.job) if is_same_design else _same(old, file)):
            yield old, file


def _same(was: PlannedPoster, now: PlannedPoster) -> bool:
    return was.job.digest == now.job.digest


def _other_files(
    pair: SheetPair, gallery: Gallery, doubtful: tuple[_Twins, ...] | None
) -> tuple[str, ...]:
    """Return the names of the files of ``pair`` that are otherwise.

    Of a poster that looks as it did, only ``doubtful`` ones can be; None for one that does not.
    """
    was, now = _by_name(pair.was), _by_name(pair.now)
    names = [*now, *(name for name in was if name not in now)]
    both = {name for name in now if name in was}
    if doubtful is None:
        other = {name for name in both if not _same(was[name], now[name])}
    else:
        other = {new.file_name for old, new in doubtful if not _same_file(old, new, gallery)}
    return tuple(name for name in names if name not in both or name in other)


def _same_file(old: PlannedPoster, new: PlannedPoster, gallery: Gallery) -> bool:
    if not gallery.alike(file_of(old.job), file_of(new.job)):
        return False
    # What inks become on the press depends on the whole palette, and mostly on none of it.
    return old.job.press == new.job.press or gallery.same_file(old.job, new.job)


def _by_name(sheet: Sheet | None) -> dict[str, PlannedPoster]:
    return {file.file_name: file for file in (sheet.files if sheet else ())}
