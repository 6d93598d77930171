"""Which posters look otherwise, in which formats, and how: before, after, difference.

Files are compared by the digests of their jobs first, so what did not change costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from affiche.model import Campaign, Variant
from affiche.posters import (
    LookJob,
    PlannedPoster,
    compare_looks,
    file_of,
    look_of,
    outline_of,
    same_finish,
    same_photograph,
    show_look,
)
from affiche.review.changes import Change, PosterChange, PosterPictures
from affiche.review.looks import Gallery
from affiche.review.pages import reference

MOST_PICTURED = 24
"""How many posters are shown as pictures: nobody looks at two hundred. Of each campaign the first
comes first."""

PICTURES = "pictures"
"""The folder of the pictures, beside ``diff.json``."""

PosterKey = tuple[str, str, str]
"""Language, campaign and poster."""

SheetKey = tuple[str, str, str]
"""Language, campaign and the name of a poster in one format, for one place."""


@dataclass(frozen=True)
class Sheet:
    """A poster in one format for one place, with all its files."""

    files: tuple[PlannedPoster, ...]
    """The first of them carries the design."""

    @property
    def first(self) -> PlannedPoster:
        """The file that says what all of them say."""
        return self.files[0]

    @cached_property
    def digests(self) -> frozenset[str]:
        """Of all that decides what its files are."""
        return frozenset(file.job.digest for file in self.files)

    @cached_property
    def look(self) -> LookJob:
        """The job that draws its design."""
        return look_of(self.first.job)

    @cached_property
    def outline(self) -> LookJob:
        """The job that sets its design without a photograph."""
        return outline_of(self.first.job)


@dataclass(frozen=True)
class SheetPair:
    """The same poster in two states; one of the two may be missing."""

    key: SheetKey
    """What it is called in the new state."""

    was: Sheet | None
    """In the old state."""

    now: Sheet | None
    """In the new state."""

    @property
    def either(self) -> PlannedPoster:
        """The poster as it is now, or as it was."""
        sheet = self.now or self.was
        assert sheet  # it is in one of the two
        return sheet.first

    @property
    def differs(self) -> bool:
        """Whether anything about it is otherwise, seen or not."""
        if self.was is None or self.now is None:
            return True
        return self.was.digests != self.now.digests

    @property
    def format(self) -> str:
        """The name of its format."""
        return self.either.format.name

    @property
    def place(self) -> str:
        """The id of the place that it is for; empty for all."""
        return self.either.location.id if self.either.location else ""


@dataclass(frozen=True)
class PosterComparison:
    """What became of the posters."""

    changes: tuple[PosterChange, ...]
    """By campaign."""

    alike: frozenset[SheetKey] = frozenset()
    """Of those that may have changed, the ones that look as they did."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By path."""


def pair_sheets(
    was: Iterable[PlannedPoster], now: Iterable[PlannedPoster], renamed: Mapping[str, str]
) -> tuple[SheetPair, ...]:
    """Return all posters of two states, in the order of the new one; what is gone comes last.

    Args:
        was: Of the old state.
        now: Of the new one.
        renamed: New ids of campaigns, by old id.
    """
    before, after = _sheets(was, renamed), _sheets(now, {})
    keys = dict.fromkeys((*after, *before))
    return tuple(SheetPair(key, before.get(key), after.get(key)) for key in keys)


def compare_posters(pairs: Iterable[SheetPair], gallery: Gallery) -> PosterComparison:
    """Return the posters that look otherwise, or whose files are otherwise."""
    verdicts = _judge(pairs, gallery)
    found: dict[PosterKey, list[_Verdict]] = {}
    for verdict in verdicts:
        if verdict.files:
            language, campaign, _ = verdict.pair.key
            poster = verdict.pair.either.poster.file_name
            found.setdefault((language, campaign, poster), []).append(verdict)
    pictured = _pictured(found)
    changes: list[PosterChange] = []
    pictures: dict[str, bytes] = {}
    for key, changed in found.items():
        drawn = _Change(key, changed, gallery)
        shown = drawn.pictures() if key in pictured else None
        pictures |= shown.files if shown else {}
        changes.append(drawn.told(shown.told if shown else None))
    alike = frozenset(verdict.pair.key for verdict in verdicts if verdict.looks_alike)
    return PosterComparison(tuple(changes), alike, pictures)


@dataclass(frozen=True)
class _Verdict:
    """What became of a poster in one format."""

    pair: SheetPair
    looks_alike: bool

    files: tuple[str, ...]
    """Names of its files that are otherwise."""


def _judge(pairs: Iterable[SheetPair], gallery: Gallery) -> tuple[_Verdict, ...]:
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
    gallery.draw(
        file_of(file.job)
        for pair in suspects
        if pair.key in same
        for both in _finished_otherwise(pair)
        for file in both
    )
    return tuple(
        _Verdict(
            pair,
            pair.key in alike,
            _other_files(
                pair, gallery, looks_alike=pair.key in alike, is_same_design=pair.key in same
            ),
        )
        for pair in suspects
    )


def _sheets(planned: Iterable[PlannedPoster], renamed: Mapping[str, str]) -> dict[SheetKey, Sheet]:
    files: dict[SheetKey, list[PlannedPoster]] = {}
    for poster in planned:
        campaign = renamed.get(poster.campaign.id, poster.campaign.id)
        files.setdefault((poster.language, campaign, poster.name), []).append(poster)
    return {key: Sheet(tuple(found)) for key, found in files.items()}


def _finished_otherwise(pair: SheetPair) -> Iterator[tuple[PlannedPoster, PlannedPoster]]:
    """Yield the files of one design that inks, edges or marks may tell from each other."""
    was, now = _by_name(pair.was), _by_name(pair.now)
    for name, file in now.items():
        if name in was and not same_finish(was[name].job, file.job):
            yield was[name], file


def _other_files(
    pair: SheetPair, gallery: Gallery, *, looks_alike: bool, is_same_design: bool
) -> tuple[str, ...]:
    """Return the names of the files of ``pair`` that are otherwise."""
    was, now = _by_name(pair.was), _by_name(pair.now)
    names = [*now, *(name for name in was if name not in now)]
    both = {name for name in now if name in was}
    if is_same_design:
        pressed = {
            new.file_name
            for old, new in _finished_otherwise(pair)
            if old.job.press != new.job.press
            or not gallery.alike(file_of(old.job), file_of(new.job))
        }
        same = both - pressed
    else:
        # A file for screens is the picture, and nothing besides.
        same = {
            name
            for name in both
            if was[name].job.digest == now[name].job.digest
            or (looks_alike and now[name].variant is Variant.SCREEN)
        }
    return tuple(name for name in names if name not in same)


def _by_name(sheet: Sheet | None) -> dict[str, PlannedPoster]:
    return {file.file_name: file for file in (sheet.files if sheet else ())}


def _pictured(found: Mapping[PosterKey, object]) -> set[PosterKey]:
    """Return the posters that are shown: of each campaign the first, then the second, and so on."""
    count: dict[tuple[str, str], int] = {}
    ranked = []
    for position, key in enumerate(found):
        rank = count[key[:2]] = count.get(key[:2], 0) + 1
        ranked.append((rank, position, key))
    return {key for _, _, key in sorted(ranked)[:MOST_PICTURED]}


@dataclass(frozen=True)
class _Shown:
    told: PosterPictures
    files: dict[str, bytes]


@dataclass(frozen=True)
class _Change:
    """A poster that is otherwise, in all its formats."""

    key: PosterKey
    verdicts: list[_Verdict]
    gallery: Gallery

    @property
    def pairs(self) -> list[SheetPair]:
        """The poster in each of its formats."""
        return [verdict.pair for verdict in self.verdicts]

    def told(self, pictures: PosterPictures | None) -> PosterChange:
        """Return what is said of it."""
        both = [pair for pair in self.pairs if pair.was and pair.now]
        entity: Campaign = self._shown.either.campaign
        kept = _formats(both)
        return PosterChange(
            change=self._change,
            campaign=reference(entity),
            poster=self.key[2],
            language=self.key[0],
            alternative=self._shown.either.alternative,
            formats=kept,
            new_formats=_formats(p for p in self.pairs if not p.was and p.format not in kept),
            gone_formats=_formats(p for p in self.pairs if not p.now and p.format not in kept),
            places=tuple(dict.fromkeys(p.place for p in self.pairs if p.place)),
            files=tuple(name for verdict in self.verdicts for name in verdict.files),
            looks_alike=all(verdict.looks_alike for verdict in self.verdicts),
            pictures=pictures,
            failed=self._failure,
        )

    @property
    def _change(self) -> Change:
        if all(pair.was is None for pair in self.pairs):
            return Change.ADDED
        return Change.REMOVED if all(pair.now is None for pair in self.pairs) else Change.CHANGED

    @property
    def _shown(self) -> SheetPair:
        """The format that stands for all: one that looks otherwise, and that was there before."""
        both = [verdict for verdict in self.verdicts if verdict.pair.was and verdict.pair.now]
        other = [verdict for verdict in both if not verdict.looks_alike]
        return next(iter((*other, *both, *self.verdicts))).pair

    @property
    def _failure(self) -> str:
        now = self._shown.now
        return self.gallery.failure(now.look) if now else ""

    def pictures(self) -> _Shown | None:
        """Return before, after and difference as WebP files."""
        pair = self._shown
        before = self.gallery.look(pair.was.look) if pair.was else None
        after = self.gallery.look(pair.now.look) if pair.now else None
        stem = f"{PICTURES}/{self.key[1]}-{self.key[2]}-{self.key[0]}"
        names = {each: f"{stem}-{each}.webp" for each in ("before", "after", "difference")}
        if before and after and before != after:
            found = compare_looks(before, after)
            width, height = found.size_px
            told = PosterPictures(
                **names, width_px=width, height_px=height, share=round(found.share, 4)
            )
            looks = (found.before, found.after, found.difference)
            return _Shown(told, dict(zip(names.values(), looks, strict=True)))
        only = after or before
        if only is None:
            return None
        content, (width, height) = show_look(only)
        side = "after" if after else "before"
        told = PosterPictures(**{side: names[side]}, width_px=width, height_px=height)
        return _Shown(told, {names[side]: content})


def _formats(pairs: Iterable[SheetPair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pair.format for pair in pairs))
