"""Company values: what programmes and campaigns live up to."""

from __future__ import annotations

from affiche.model.entity import Entity
from affiche.model.fields import Id, Line, ProseField


class Value(Entity):
    """A company value (schema.org DefinedTerm)."""

    name: Line
    """One word, as people say it."""

    statement: ProseField
    """What the value means, in a sentence or two."""

    behaviours: tuple[ProseField, ...] = ()
    """What one sees somebody do who lives it."""

    sponsor: Id | None = None
    """The person on the executive team who stands for it."""

    colour: Line | None = None
    """The brand's colour scheme that the value owns."""

    icon: Line | None = None
    """A picture file beside the value's file, in SVG."""
