"""Where the page of each entity stands in the site.

In which language's part of it is left to ``edition``.
"""

from __future__ import annotations

from affiche.model import Audience, Campaign, Catalogue, PageEntity, Person, Programme, Value

KIND_FOLDERS: dict[type, str] = {
    Value: "values",
    Audience: "audiences",
    Person: "people",
    Programme: "programmes",
    Campaign: "campaigns",
}
"""Where the pages of each kind stand in the site."""

KIND_NAMES = {folder: kind.__name__.lower() for kind, folder in KIND_FOLDERS.items()}
"""What one of a kind is called, by folder: ``value`` for ``values``."""


def path_of(entity: PageEntity) -> str:
    """Return the path of an entity's page inside the site, for example ``values/eerlijk/``."""
    return f"{KIND_FOLDERS[type(entity)]}/{entity.id}/"


def find(catalogue: Catalogue, folder: str, entity_id: str) -> PageEntity | None:
    """Return the entity of ``catalogue`` whose page stands in ``folder``, or None.

    Args:
        catalogue: In which it is looked up.
        folder: Of its kind, for example ``values``; of no kind when it is none of these.
        entity_id: Its id.
    """
    if folder not in KIND_NAMES:
        return None
    lookup: dict[str, PageEntity] = getattr(catalogue, KIND_NAMES[folder])
    return lookup.get(entity_id)


def code_path(campaign: Campaign) -> str:
    """Return the path of the QR code that leads to ``campaign``, inside the site."""
    return f"{path_of(campaign)}code.svg"
