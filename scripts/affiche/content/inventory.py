"""Find the files of all entities of a project, by their kind.

Reading them is left to ``loading``.
"""

from __future__ import annotations

from pathlib import Path

from affiche.content.brand import load_brand
from affiche.content.naming import Listing, list_campaigns, list_pages
from affiche.content.project import Settings
from affiche.content.settings import load_settings
from affiche.model import Audience, Campaign, Entity, Person, Programme, Value

FOLDERS: dict[type[Entity], str] = {
    Value: "values",
    Audience: "audiences",
    Person: "people",
    Programme: "programmes",
}
"""In the folder of the documents, where the pages of each kind lie."""


def list_entities(
    root: Path, settings: Settings, languages: tuple[str, ...]
) -> dict[type[Entity], Listing]:
    """Return the files of each kind of entity.

    Args:
        root: The project's folder.
        settings: Where content lies in it.
        languages: Of the brand; the first is the default. Empty when they are not known.
    """
    listings = {
        kind: list_pages(root, f"{settings.docs_dir}/{folder}", languages)
        for kind, folder in FOLDERS.items()
    }
    return {**listings, Campaign: list_campaigns(root, settings.campaigns_dir, languages)}


def entity_files(root: Path) -> dict[str, type[Entity]]:
    """Return what each file with an entity in it describes, translations included, in order."""
    settings, _ = load_settings(root)
    languages = load_brand(root, settings.overrides_dir).languages
    found: dict[str, type[Entity]] = {}
    for kind, listing in list_entities(root, settings, languages).items():
        files = {file for file in listing.files.values() if file}
        translated = (each.values() for each in listing.translations.values())
        found.update(dict.fromkeys(sorted(files.union(*translated)), kind))
    return found
