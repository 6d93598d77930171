"""Touchpoints: the moments at which people hear of a campaign.

Turning them into mails and calendars is left to the promotion kit.
"""

from __future__ import annotations

from enum import StrEnum

from affiche.model.entity import Part
from affiche.model.fields import Id, Line, ProseField
from affiche.model.trigger import Trigger


class Channel(StrEnum):
    """The way by which a touchpoint reaches people."""

    MAIL = "mail"
    MEETING = "meeting"
    CHAT = "chat"
    SCREEN = "screen"
    POSTER = "poster"


class Touchpoint(Part):
    """A moment at which people hear of the campaign."""

    channel: Channel
    """``mail``, ``meeting``, ``chat``, ``screen`` or ``poster``."""

    trigger: Trigger
    """When: ``starts -14d``, ``session -1d``, ``session 07:30`` or ``weekly mon 09:00``."""

    audience: Id | None = None
    """Whom it is for; the campaign's audiences when left out."""

    sender: Id | None = None
    """The person who says it."""

    subject: Line | None = None
    """The subject of a mail, or the point on the agenda."""

    text: ProseField | None = None
    """What is said."""
