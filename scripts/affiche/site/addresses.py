"""Where the page of each entity stands in the site.

In which language's part of it is left to ``edition``.
"""

from __future__ import annotations

from affiche.model import Audience, Campaign, Person, Programme, Value

KIND_FOLDERS: dict[type, str] = {
    Value: "values",
    Audience: "audiences",
    Person: "people",
    Programme: "programmes",
    Campaign: "campaigns",
}
"""Where the pages of each kind stand in the site."""

Page = Value | Audience | Person | Programme | Campaign
"""An entity with a page."""


def path_of(entity: Page) -> str:
    """Return the path of an entity's page inside the site, for example ``values/eerlijk/``."""
    return f"{KIND_FOLDERS[type(entity)]}/{entity.id}/"


def code_path(campaign: Campaign) -> str:
    """Return the path of the QR code that leads to ``campaign``, inside the site."""
    return f"{path_of(campaign)}code.svg"
