"""The content model: immutable values, without disk, clock or network.

Reading it from files is left to ``content``.
"""

from affiche.model.allowance import Allowance, Allowances, AllowedLevel
from affiche.model.audience import Audience, Level
from affiche.model.brand import Brand, CoverageDemands, Press
from affiche.model.campaign import Benefit, Campaign, Objectives, State, Status
from affiche.model.catalogue import Catalogue, PageEntity, in_reading_order
from affiche.model.claim import Claim, ClaimSource
from affiche.model.contrast import Legibility, contrast, legibility
from affiche.model.entity import Entity, KeyPath, Part, Source
from affiche.model.focus import FocalPoint
from affiche.model.format import FORMATS, Format, Layout, Medium
from affiche.model.own_format import OwnFormat
from affiche.model.palette import Colour, Scheme
from affiche.model.person import Person
from affiche.model.photograph import Photograph, Treatment
from affiche.model.poster import Location, Poster
from affiche.model.programme import (
    AudienceLink,
    Feedback,
    Mode,
    Programme,
    Session,
    SessionStatus,
    ValueLink,
)
from affiche.model.prose import Prose, as_data, plain_text
from affiche.model.related import Related, related_campaigns, related_programmes
from affiche.model.touchpoint import Channel, Touchpoint
from affiche.model.trigger import Moments
from affiche.model.value import Value
from affiche.model.variant import PAPER_VARIANTS, Variant

__all__ = [
    "FORMATS",
    "PAPER_VARIANTS",
    "Allowance",
    "Allowances",
    "AllowedLevel",
    "Audience",
    "AudienceLink",
    "Benefit",
    "Brand",
    "Campaign",
    "Catalogue",
    "Channel",
    "Claim",
    "ClaimSource",
    "Colour",
    "CoverageDemands",
    "Entity",
    "Feedback",
    "FocalPoint",
    "Format",
    "KeyPath",
    "Layout",
    "Legibility",
    "Level",
    "Location",
    "Medium",
    "Mode",
    "Moments",
    "Objectives",
    "OwnFormat",
    "PageEntity",
    "Part",
    "Person",
    "Photograph",
    "Poster",
    "Press",
    "Programme",
    "Prose",
    "Related",
    "Scheme",
    "Session",
    "SessionStatus",
    "Source",
    "State",
    "Status",
    "Touchpoint",
    "Treatment",
    "Value",
    "ValueLink",
    "Variant",
    "as_data",
    "contrast",
    "in_reading_order",
    "legibility",
    "plain_text",
    "related_campaigns",
    "related_programmes",
]
