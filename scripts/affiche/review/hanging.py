"""What hangs and is out of date, as plain values: posters to call back, codes that lead nowhere.

Finding it is left to ``recall``.
"""

from __future__ import annotations

from enum import StrEnum

from affiche.model import Part
from affiche.posters import Fact
from affiche.review.changes import PageReference


class FactChange(Part):
    """A fact on a printed poster that no longer holds."""

    fact: Fact | None
    """Which one; none where the whole poster or its place is no longer in the campaign."""

    was: str = ""
    """As the poster says it."""

    now: str = ""
    """As it is now."""


class HangingPlace(Part):
    """Where a poster hangs, from the campaign's ``locations.csv``."""

    id: str
    """Short name of the place."""

    name: str
    """As people say it."""

    room: str | None = None
    """Where inside it."""

    contact: str | None = None
    """Whom to ask there."""

    quantity: int
    """How many copies it got of each format."""


class Recall(Part):
    """A poster that hangs and is no longer true."""

    campaign: PageReference
    """The campaign that it belongs to."""

    poster: str
    """The first part of its files' names."""

    language: str
    """Code of the language that it speaks."""

    formats: tuple[str, ...]
    """Names of the formats on paper that say it."""

    facts: tuple[FactChange, ...]
    """What it says that no longer holds."""

    places: tuple[HangingPlace, ...] = ()
    """Where it hangs; empty where the poster has no list of places."""

    code_opens: str
    """What its QR code opens."""

    correction: str = ""
    """What the campaign's page says first: the field ``correction``; empty when nobody wrote it."""


class CodeFault(StrEnum):
    """Why the code of a printed poster leads nowhere."""

    REMOVED = "removed"
    """The campaign's folder is gone, or has another name."""

    WITHDRAWN = "withdrawn"
    """The campaign is a draft again, or is published later."""

    MOVED = "moved"
    """The site has another address."""


class DeadCode(Part):
    """Printed codes that lead to a page which is not there."""

    campaign: PageReference
    """The campaign, as it was."""

    fault: CodeFault
    """Why they are dead."""

    address: str
    """What they open."""

    places: tuple[HangingPlace, ...] = ()
    """Where its posters hang; empty where they have no list of places."""

    renamed_to: str = ""
    """The folder that looks like the same campaign under another name, if there is one."""
