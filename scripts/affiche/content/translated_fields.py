"""Which fields hold words that a translator writes anew, and how items of lists are told apart.

Putting a translation over its original is left to ``translation``.
"""

from __future__ import annotations

from affiche.model import (
    Audience,
    AudienceLink,
    Benefit,
    Campaign,
    Claim,
    ClaimSource,
    Feedback,
    Objectives,
    Part,
    Person,
    Poster,
    Programme,
    Session,
    Touchpoint,
    Value,
    ValueLink,
)

TEXTS: dict[type[Part], frozenset[str]] = {
    Value: frozenset({"name", "statement", "behaviours", "keywords"}),
    Audience: frozenset({"name", "needs", "channels", "time_budget", "keywords"}),
    Person: frozenset({"name", "job_title", "portrait_alt", "endorsement", "keywords"}),
    Programme: frozenset({"name", "summary", "teaches", "time_required", "outcomes", "keywords"}),
    ValueLink: frozenset({"how"}),
    AudienceLink: frozenset({"benefit"}),
    Session: frozenset({"location"}),
    Feedback: frozenset({"before", "after", "actions"}),
    Claim: frozenset({"text", "reason", "figure"}),
    ClaimSource: frozenset({"name", "url"}),
    Campaign: frozenset(
        {
            *("title", "message", "call_to_action", "endorsement", "points", "when", "image_alt"),
            *("image_credit", "image_licence", "keywords", "correction"),
        }
    ),
    Objectives: frozenset({"know", "feel", "do", "measure"}),
    Benefit: frozenset({"text"}),
    Poster: frozenset(
        {
            *("headline", "message", "points", "when", "do", "avoid"),
            *("image_alt", "image_credit", "image_licence"),
        }
    ),
    Touchpoint: frozenset({"subject", "text"}),
}
"""The fields of each group that a translation may carry."""

NAMES: dict[type[Part], frozenset[str]] = {
    Value: frozenset({"name", "keywords"}),
    Audience: frozenset({"name", "keywords"}),
    Person: frozenset({"name", "keywords"}),
    Programme: frozenset({"name", "keywords"}),
    Campaign: frozenset({"image_credit", "image_licence", "keywords"}),
    Poster: frozenset({"image_credit", "image_licence"}),
    Session: frozenset({"location"}),
    ClaimSource: frozenset({"name", "url"}),
    Claim: frozenset({"figure"}),
}
"""Those of them that are often the same in every language: leaving them out is no omission."""

ONLY_IN_TRANSLATION: dict[type[Part], frozenset[str]] = {
    Value: frozenset({"keywords"}),
    Audience: frozenset({"keywords"}),
    Person: frozenset({"keywords"}),
    Programme: frozenset({"keywords"}),
    Campaign: frozenset({"points", "when", "keywords"}),
    Poster: frozenset({"headline", "message", "points", "when"}),
}
"""Words of a poster: one that is not translated is left out, and the campaign's stands in; and the
words that people search for, which are each language's own."""

TOLD_APART_BY: dict[type[Part], tuple[str, ...]] = {
    ValueLink: ("value",),
    AudienceLink: ("audience",),
    Benefit: ("audience",),
    Session: ("start",),
    Poster: ("name", "template"),
}
"""The field that names an item of a list, the first that it has; other items go by position."""
