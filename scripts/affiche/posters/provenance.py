"""Where each text of a poster was written, so that a diagnostic can point there.

Which text stands in for one that is left out is decided in ``wording`` and ``template_data``; this
module follows them.
"""

from __future__ import annotations

from affiche.model import Catalogue
from affiche.posters.template_data import Wanted, claim_of
from affiche.report import Place

_WRITTEN_AS = {"headline": "title", "kicker": "audiences"}
"""Fields of a poster that come from another field of its campaign."""


def places_of_leads(wanted: Wanted, catalogue: Catalogue) -> dict[str, Place]:
    """Return where what templates may lead with was written, by field."""
    campaign = wanted.campaign
    person, value = catalogue.person[campaign.sponsor], catalogue.value[campaign.values[0]]
    endorsed = campaign if campaign.endorsement and not campaign.endorsement.language else person
    places = {
        "quote": endorsed.source.place("endorsement"),
        "sponsor": person.source.place("job_title"),
        "sessions": catalogue.programme[campaign.programmes[0]].source.place("sessions"),
        "value": value.source.place("name"),
        "statement": value.source.place("statement"),
        "behaviours": value.source.place("behaviours"),
    }
    claim = claim_of(campaign, wanted.poster)
    if claim is not None:
        index = campaign.evidence.index(claim)
        places["figure"] = campaign.source.place("evidence", index, "figure")
        places["fact"] = campaign.source.place("evidence", index, "text")
    return places


def place_of(wanted: Wanted, field: str) -> Place:
    """Return where the text of ``field`` was written: at the poster, or where it takes it from."""
    campaign, poster = wanted.campaign, wanted.poster
    source, index = campaign.source, campaign.posters.index(poster)
    if getattr(poster, field, None):
        return source.place("posters", index, field)
    if field in _WRITTEN_AS:
        return source.place(_WRITTEN_AS[field])
    if field == "message":
        audiences = [benefit.audience for benefit in campaign.benefits]
        if poster.audience in audiences:
            return source.place("benefits", audiences.index(poster.audience), "text")
    if getattr(campaign, field, None):
        return source.place(field)
    return source.place("posters", index)
