"""The posters of two states in pairs: each in one format, for one place, with all its files.

Whether the two of a pair differ is left to ``verdicts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from affiche.posters import LookJob, PlannedPoster, look_of, outline_of

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


def _sheets(planned: Iterable[PlannedPoster], renamed: Mapping[str, str]) -> dict[SheetKey, Sheet]:
    files: dict[SheetKey, list[PlannedPoster]] = {}
    for poster in planned:
        campaign = renamed.get(poster.campaign.id, poster.campaign.id)
        files.setdefault((poster.language, campaign, poster.name), []).append(poster)
    return {key: Sheet(tuple(found)) for key, found in files.items()}
