"""Filters of a page: the questions that a reader may answer, and what each entry answers to them.

Hiding what does not fit is left to ``filter.js``; which questions a page asks, to that page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One answer."""

    id: str
    """Stands in the address of the page: never changed, never translated."""

    label: str
    """What readers see."""


@dataclass(frozen=True)
class Facet:
    """One question, for example about the audience."""

    name: str
    """Its parameter in the address; its label is ``filter.<name>`` in the words."""

    options: tuple[Option, ...]
    """In the order in which readers see them."""


def tags(**ids: Iterable[str]) -> str:
    """Return what an entry answers, as ``filter.js`` reads it: ``value:eerlijk value:samen``.

    Args:
        ids: For each facet the ids of the options that fit.
    """
    return " ".join(f"{facet}:{option}" for facet, options in ids.items() for option in options)


def facets_over(entries: Iterable[str], **labels: Iterable[tuple[str, str]]) -> tuple[Facet, ...]:
    """Return the facets that divide ``entries``: those with two options or more among them.

    A question with one answer would only be in the way.

    Args:
        entries: What each entry answers, from ``tags``.
        labels: For each facet all that it may offer, in order: id and label.
    """
    answered = {tag for entry in entries for tag in entry.split()}
    facets = (
        Facet(name, tuple(Option(*pair) for pair in pairs if f"{name}:{pair[0]}" in answered))
        for name, pairs in labels.items()
    )
    return tuple(facet for facet in facets if len(facet.options) > 1)
