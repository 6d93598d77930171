"""What is otherwise, as plain values: pages, sessions, posters.

What of it hangs and is out of date is left to ``hanging``; all of it together is a ``diff``.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from affiche.model import Part


class Change(StrEnum):
    """What happened to something."""

    ADDED = "added"
    """It is new."""

    REMOVED = "removed"
    """It is gone."""

    CHANGED = "changed"
    """It is otherwise."""


class RunKind(StrEnum):
    """Where a piece of a text stands."""

    SAME = "same"
    """In both."""

    GONE = "gone"
    """In the old text only."""

    NEW = "new"
    """In the new text only."""


class Run(Part):
    """A piece of a text that was compared word by word."""

    kind: RunKind
    """``same``, ``gone`` or ``new``."""

    text: str
    """Its letters."""


class LineChange(Part):
    """A field, or a line of a story, that reads otherwise."""

    field: str
    """The key in the front matter, for example ``posters.headline``; empty for the story."""

    was: str | None = None
    """The old text; none where it is new."""

    now: str | None = None
    """The new text; none where it is gone."""

    runs: tuple[Run, ...] = ()
    """Both in one, word by word; empty where there is only one of them."""


class PageReference(Part):
    """A page, by its file."""

    title: str
    """What it is called."""

    file: str
    """Path from the project's folder."""


class PageChange(Part):
    """A page that reads otherwise."""

    change: Change
    """``added``, ``removed`` or ``changed``."""

    kind: str
    """``campaign``, ``programme``, ``value``, ``audience``, ``person``, ``page`` or ``brand``."""

    title: str
    """What it is called now, or was called."""

    file: str
    """Path from the project's folder."""

    language: str
    """Code of the language that it is written in."""

    lines: tuple[LineChange, ...] = ()
    """What reads otherwise, in the order of the page; empty where the whole page is new or gone."""

    shown_on: tuple[PageReference, ...] = ()
    """Other pages that show something of what changed here."""


class SessionState(StrEnum):
    """What happened to a session."""

    ADDED = "added"
    """It is new."""

    REMOVED = "removed"
    """It is gone without a word to those who had it in their diaries."""

    MOVED = "moved"
    """Another date, time or place."""

    CANCELLED = "cancelled"
    """It does not go on."""

    POSTPONED = "postponed"
    """It goes on later."""

    RESUMED = "resumed"
    """It goes on after all."""

    CHANGED = "changed"
    """Something else: the language, how many can come, where to sign up."""


class Occasion(Part):
    """When and where a session is."""

    start: dt.datetime
    """When it starts, in the brand's timezone."""

    end: dt.datetime
    """When it ends."""

    location: str | None = None
    """Room and town."""

    url: str | None = None
    """Where to join online."""


class SessionChange(Part):
    """A session of a programme that is otherwise."""

    state: SessionState
    """What happened to it."""

    programme: PageReference
    """The programme that it belongs to."""

    was: Occasion | None = None
    """When and where it was; none where it is new."""

    now: Occasion | None = None
    """When and where it is; none where it is gone."""

    moved: tuple[str, ...] = ()
    """What of it is otherwise: ``date``, ``time``, ``place``, or keys of the front matter."""


class PosterPictures(Part):
    """Pictures of a poster, as files beside ``diff.json``."""

    before: str | None = None
    """As it looked."""

    after: str | None = None
    """As it looks."""

    difference: str | None = None
    """What changed: gone in red, new in blue, the rest pale."""

    width_px: int = 0
    """Of each of them."""

    height_px: int = 0
    """Likewise."""

    share: float = 0
    """Which part of the picture changed, from 0 to 1."""


class PosterChange(Part):
    """A poster that looks otherwise, in one language, with all its formats."""

    change: Change
    """``added``, ``removed`` or ``changed``."""

    campaign: PageReference
    """The campaign that it belongs to."""

    poster: str
    """The first part of its files' names."""

    language: str
    """Code of the language that it speaks."""

    alternative: str
    """Its words in one go, for those who cannot see it."""

    formats: tuple[str, ...]
    """Names of the formats that look otherwise, or whose file is otherwise."""

    new_formats: tuple[str, ...] = ()
    """Names of the formats that it is made in now, and was not."""

    gone_formats: tuple[str, ...] = ()
    """Names of the formats that it was made in, and is no longer."""

    places: tuple[str, ...] = ()
    """Ids of the places whose poster looks otherwise, where each place has one of its own."""

    files: tuple[str, ...] = ()
    """Names of the files that are otherwise."""

    looks_alike: bool = False
    """Whether the picture is the same, and only the file differs: inks, or words read aloud."""

    pictures: PosterPictures | None = None
    """In one of the formats; none where there are very many, or where it cannot be drawn."""

    failed: str = ""
    """Why it cannot be drawn now; ``affiche check`` says more."""
