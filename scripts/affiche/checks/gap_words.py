"""Say a gap as a sentence in any language, and as a diagnostic with a way out.

Finding gaps is left to ``gaps``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from affiche.checks.gaps import Gap
from affiche.content.words import Words, words_in
from affiche.model import PageEntity
from affiche.report import Code, Diagnostic

_BRAND = "coverage: in overrides/brand.yml"

_HINTS = {
    Code.VALUE_LIVED_TOO_LITTLE: (
        "Add the value with a how: to a programme that lives it, or change "
        f"programmes_per_value: under {_BRAND}."
    ),
    Code.VALUE_WITHOUT_SPONSOR: (
        "Write sponsor: with the id of somebody on the executive team who stands for it."
    ),
    Code.AUDIENCE_SERVED_TOO_LITTLE: (
        "Add the audience with a benefit: to a programme that is for them, or change "
        f"programmes_per_audience: under {_BRAND}."
    ),
    Code.AUDIENCE_WITHOUT_VALUE: (
        "Add the value with a how: to one of their programmes, or change "
        f"levels_that_need_every_value: under {_BRAND}."
    ),
    Code.AUDIENCE_WITHOUT_CAMPAIGN: (
        "Plan a campaign for them and have it approved, or add them to audiences: of one that "
        f"is for them too. How far ahead is looked is months_ahead: under {_BRAND}."
    ),
    Code.BENEFIT_MISSING: (
        "Write under benefits: a line for each audience: its id, a colon and what they gain."
    ),
    Code.BENEFIT_COPIED: "Write for each audience what it gains, in words that fit it alone.",
    Code.ENDORSEMENT_MISSING: (
        "Ask the sponsor for two sentences about this campaign and write them behind endorsement:."
    ),
    Code.ENDORSEMENT_GENERAL: "Ask the sponsor for two sentences about this campaign.",
    Code.ENDORSEMENT_COPIED: "Ask the sponsor for two sentences about this campaign alone.",
}


def gap_sentence(gap: Gap, words: Words, name: Callable[[PageEntity], str] | None = None) -> str:
    """Return ``gap`` as a sentence in the language of ``words``.

    Args:
        gap: What is missing.
        words: Of the language wanted.
        name: How an entity is written, for example as a link; its name or title when None.
    """
    written = name or _name

    def listed(entities: Iterable[PageEntity]) -> str:
        return words.listing(written(entity) for entity in entities)

    return words(
        "gap." + gap.code.removeprefix("coverage."),
        count=gap.count,
        wanted=gap.wanted,
        values=listed(gap.values),
        audiences=listed(gap.audiences),
        programmes=listed(gap.programmes),
        campaigns=listed(gap.campaigns),
        pages=listed((*gap.programmes, *gap.campaigns)),
        people=listed(gap.people),
    )


def _name(entity: PageEntity) -> str:
    return entity.name


def check_coverage(gaps: Iterable[Gap]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of ``gaps``."""
    english = words_in("en")
    for gap in gaps:
        yield Diagnostic.of(gap.code, gap.place, gap_sentence(gap, english), _HINTS[gap.code])
