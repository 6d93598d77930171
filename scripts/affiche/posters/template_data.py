"""What a template knows of its poster: the data that it reads as ``sys.inputs.poster``.

Which words stand in for those that a campaign leaves out is decided in ``wording``, where things
stand by the templates, in which colours by ``variant_data``. The keys are the vocabulary that
CONTRIBUTING.md explains: they change only together with every template, those of brand owners
included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from affiche.content.words import Words, direction_of
from affiche.model import (
    Campaign,
    Catalogue,
    Claim,
    Format,
    Layout,
    Location,
    Medium,
    Photograph,
    Poster,
    Prose,
    Session,
    as_data,
    plain_text,
)
from affiche.model.format import smallest_headline_pt
from affiche.posters.artwork import choose_artwork
from affiche.posters.wording import (
    headline_of,
    hours_at,
    kicker_of,
    message_of,
    sessions_of,
    when_of,
)

LABELS = ("do", "avoid", "more", "source", "photo")
"""Words of the product's own that stand on posters: ``poster.label-…``."""

HEADLINE_FIELDS = ("headline", "quote", "value", "figure")
"""What editors write that may be set in the typeface of headlines."""

_IN_HEADLINE_TYPE = {
    "photo": ("headline",),
    "type": ("headline",),
    "schedule": ("headline", "days"),
    "quote": ("headline", "quote"),
    "value": ("value",),
    "number": ("figure",),
    "compare": ("headline", "columns"),
}
"""What built-in templates set so."""


@dataclass(frozen=True)
class Wanted:
    """One poster in one format and language, for one place or for all."""

    campaign: Campaign
    poster: Poster
    format: Format
    location: Location | None


def poster_data(
    wanted: Wanted, catalogue: Catalogue, words: Words, address: str, portrait: str | None
) -> dict[str, Any]:
    """Return what the template of ``wanted`` gets, apart from what format and variant decide.

    Args:
        wanted: The poster.
        catalogue: What it is about, in its language.
        words: The product's own, in its language.
        address: What its code opens.
        portrait: Name of the sponsor's portrait among the sources, if there is one.
    """
    campaign, poster = wanted.campaign, wanted.poster
    brand = catalogue.brand
    return {
        **_words(wanted, catalogue, words),
        "brand": brand.name,
        "language": words.language,
        "direction": direction_of(words.language),
        "address": address,
        "qr_alt": words("poster.qr", address=address),
        "artwork": artwork_of(campaign),
        "picture": None,
        "sessions": _sessions(wanted, catalogue, words),
        "sponsor": _sponsor(campaign, catalogue, portrait),
        "value": _value(campaign, catalogue),
        "fact": _fact(campaign, poster),
        "compare": _compare(poster),
        "columns": dict(wanted.location.columns) if wanted.location else {},
        "labels": {name: words.table[f"poster.label-{name}"] for name in LABELS},
    }


def artwork_of(campaign: Campaign) -> dict[str, Any]:
    """Return which artwork a template draws for ``campaign``."""
    artwork = choose_artwork(campaign)
    return {"family": artwork.family, "seed": artwork.seed}


def picture_data(photograph: Photograph | None) -> dict[str, Any] | None:
    """Return what a template knows of a picture, whose file is made when its place is known."""
    if photograph is None:
        return None
    credit = photograph.credit_line or None
    return {"alt": photograph.alternative, "credit": credit}


def texts_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the words of a poster by the field that they were written in.

    Only those that every template may show; a template's own lead is in ``lead_texts_of``.
    """
    return {
        "headline": data["headline"],
        "message": data["message_text"],
        "points": "\n".join(data["points_text"]),
        **{field: data[field] for field in ("when", "kicker", "call_to_action", "small_print")},
    }


def lead_texts_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the words that templates may lead with, by the field that they were written in.

    What a poster does not have is left out.
    """
    sponsor, value, fact, compare = (data[key] for key in ("sponsor", "value", "fact", "compare"))
    return {
        "quote": sponsor["quote_text"],
        "sponsor": f"{sponsor['name']} {sponsor['job_title']}",
        "sessions": "\n".join(" ".join(session.values()) for session in data["sessions"]),
        "value": value["name"],
        "statement": value["statement_text"],
        "behaviours": "\n".join(value["behaviours_text"]),
        **(
            {"figure": fact["figure"], "fact": f"{fact['text_text']} {fact['source']}"}
            if fact
            else {}
        ),
        **(
            {field: "\n".join(compare[f"{field}_text"]) for field in ("do", "avoid")}
            if compare
            else {}
        ),
    }


def headline_type_of(template: str, data: Mapping[str, Any]) -> str:
    """Return all that ``template`` sets in the typeface of headlines.

    A template of the brand's own may set any of it so.
    """
    texts = lead_texts_of(data) | {
        "headline": data["headline"],
        "days": " ".join(session["day"] for session in data["sessions"]),
        "columns": f"{data['labels']['do']} {data['labels']['avoid']}",
    }
    fields = _IN_HEADLINE_TYPE.get(template, (*HEADLINE_FIELDS, "days", "columns"))
    return "\n".join(texts[field] for field in fields if field in texts)


def _words(wanted: Wanted, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    campaign, poster, location = wanted.campaign, wanted.poster, wanted.location
    message = message_of(poster, campaign)
    points = campaign.points if poster.points is None else poster.points
    headline = headline_of(poster, campaign)
    small_print = catalogue.brand.small_print or ""
    if location and location.contact:
        small_print = words("poster.contact", contact=location.contact)
    return {
        "title": headline.replace("\n", " "),
        "keywords": [catalogue.value[value].name for value in campaign.values],
        "kicker": kicker_of(poster, campaign, catalogue, words),
        "headline": headline,
        **_prose("message", message),
        **_proses("points", points),
        "when": when_of(poster, campaign, catalogue, words, location),
        "call_to_action": campaign.call_to_action,
        "small_print": small_print,
    }


def format_data(size: Format) -> dict[str, Any]:
    """Return what a template knows of the sheet or screen that it fills."""
    return {
        "name": size.name,
        "width_mm": size.width_mm,
        "height_mm": size.height_mm,
        "safe_area_mm": size.safe_area_mm,
        "bleed_mm": size.bleed_mm,
        "smallest_headline_pt": size.smallest_headline_pt,
        "smallest_text_pt": size.smallest_text_pt,
        "medium": str(size.medium),
        "layout": str(size.layout),
        "parts": list(size.parts),
    }


def format_of(data: Mapping[str, Any]) -> Format:
    """Return the format that a template's data describe."""
    told = dict(data) | {
        "viewing_distance_m": data["smallest_headline_pt"] / smallest_headline_pt(1),
        "medium": Medium(data["medium"]),
        "layout": Layout(data["layout"]),
        "parts": tuple(data["parts"]),
    }
    return Format(**told)


def _sessions(wanted: Wanted, catalogue: Catalogue, words: Words) -> list[dict[str, str]]:
    place = wanted.location
    if place and place.date:
        room = ", ".join(part for part in (place.name, place.room) if part)
        hours = hours_at(place.time, words) if place.time else ""
        return [words.day_parts(place.date) | {"time": hours, "place": room, "title": ""}]
    return [
        words.day_parts(session.start.date())
        | {
            "time": words.time_range(session.start, session.end),
            "place": session.location or words("poster.online"),
            "title": _programme_of(session, wanted.campaign, catalogue),
        }
        for session in sessions_of(wanted.campaign, catalogue)
    ]


def _programme_of(session: Session, campaign: Campaign, catalogue: Catalogue) -> str:
    programmes = (catalogue.programme[programme] for programme in campaign.programmes)
    return next(p.name for p in programmes if session in p.sessions)


def _sponsor(campaign: Campaign, catalogue: Catalogue, portrait: str | None) -> dict[str, Any]:
    person = catalogue.person[campaign.sponsor]
    quotes = (campaign.endorsement, person.endorsement)
    quote = next((quote for quote in quotes if quote and not quote.language), None)
    return {
        "name": person.name,
        "job_title": person.job_title,
        **(_prose("quote", quote) if quote else {"quote": None, "quote_text": ""}),
        "portrait": portrait,
        "portrait_alt": person.portrait_alt or "",
    }


def _value(campaign: Campaign, catalogue: Catalogue) -> dict[str, Any]:
    value = catalogue.value[campaign.values[0]]
    return {
        "name": value.name,
        **_prose("statement", value.statement),
        **_proses("behaviours", value.behaviours),
    }


def _fact(campaign: Campaign, poster: Poster) -> dict[str, Any] | None:
    claim = claim_of(campaign, poster)
    if claim is None or claim.figure is None or claim.text.language:
        return None
    source = f"{claim.source.name}, {claim.source.year}"
    return {"figure": claim.figure, **_prose("text", claim.text), "source": source}


def claim_of(campaign: Campaign, poster: Poster) -> Claim | None:
    """Return the fact that leads on ``poster``: the one it names, or the first with a figure."""
    if poster.claim is not None:
        return campaign.evidence[poster.claim - 1]
    return next((claim for claim in campaign.evidence if claim.figure), None)


def _compare(poster: Poster) -> dict[str, Any] | None:
    if not poster.do or not poster.avoid:
        return None
    return _proses("do", poster.do) | _proses("avoid", poster.avoid)


def _prose(name: str, prose: Prose) -> dict[str, Any]:
    return {name: as_data(prose), f"{name}_text": plain_text(prose)}


def _proses(name: str, proses: tuple[Prose, ...]) -> dict[str, Any]:
    return {
        name: [as_data(prose) for prose in proses],
        f"{name}_text": [plain_text(prose) for prose in proses],
    }
