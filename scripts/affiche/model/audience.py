"""Audiences: who a programme or campaign is for, and what they need."""

from __future__ import annotations

from enum import StrEnum

from affiche.model.entity import Entity
from affiche.model.fields import Line, ProseField


class Level(StrEnum):
    """Where in the organisation an audience stands, from the top down."""

    EXECUTIVE = "executive"
    SENIOR = "senior"
    MANAGER = "manager"
    PROFESSIONAL = "professional"
    EVERYONE = "everyone"


class Audience(Entity):
    """People who share a place in the organisation (schema.org EducationalAudience)."""

    name: Line
    """As the audience calls itself."""

    level: Level
    """``executive``, ``senior``, ``manager``, ``professional`` or ``everyone``."""

    needs: tuple[ProseField, ...] = ()
    """What they want from learning."""

    channels: tuple[Line, ...] = ()
    """What reaches them."""

    time_budget: Line | None = None
    """How much time they have for learning."""

    @property
    def name_inside(self) -> str:
        """The name inside a sentence; an abbreviation such as HR keeps its capitals."""
        return self.name if self.name[:2].isupper() else self.name[:1].lower() + self.name[1:]
