"""What became of each poster, in all its formats, and how it looks: before, after, difference.

Which are otherwise is left to ``verdicts``, the values that say so to ``changes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from affiche.model import Campaign
from affiche.posters import compare_looks, show_look
from affiche.review.changes import Change, PosterChange, PosterPictures
from affiche.review.looks import Gallery
from affiche.review.pages import reference
from affiche.review.sheets import SheetKey, SheetPair
from affiche.review.verdicts import Verdict, judge

MOST_PICTURED = 24
"""How many posters are shown as pictures: nobody looks at two hundred. Of each campaign the first
comes first."""

PICTURES = "pictures"
"""The folder of the pictures, beside ``diff.json``."""

PosterKey = tuple[str, str, str]
"""Language, campaign and poster."""


@dataclass(frozen=True)
class PosterComparison:
    """What became of the posters."""

    changes: tuple[PosterChange, ...]
    """By campaign."""

    alike: frozenset[SheetKey] = frozenset()
    """Of those that may have changed, the ones that look as they did."""

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By path."""


def compare_posters(
    pairs: Iterable[SheetPair], gallery: Gallery, *, pictured: bool
) -> PosterComparison:
    """Return the posters that look otherwise, or whose files are otherwise.

    Args:
        pairs: All posters of both states.
        gallery: Where they are drawn.
        pictured: Whether somebody wants to see them.
    """
    verdicts = judge(pairs, gallery)
    found: dict[PosterKey, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.files:
            language, campaign, _ = verdict.pair.key
            poster = verdict.pair.either.poster.file_name
            found.setdefault((language, campaign, poster), []).append(verdict)
    shown_keys = _pictured(found) if pictured else set()
    changes: list[PosterChange] = []
    pictures: dict[str, bytes] = {}
    for key, changed in found.items():
        drawn = _Change(key, changed, gallery)
        shown = drawn.pictures() if key in shown_keys else None
        pictures |= shown.files if shown else {}
        changes.append(drawn.told(shown.told if shown else None))
    alike = frozenset(verdict.pair.key for verdict in verdicts if verdict.looks_alike)
    return PosterComparison(tuple(changes), alike, pictures)


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
    verdicts: list[Verdict]
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
