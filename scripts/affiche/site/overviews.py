"""The pages that are made here around what an editor may have written: what they are called.

What stands on them is left to the templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from affiche.site.addresses import KIND_FOLDERS


@dataclass(frozen=True)
class Overview:
    """The first page of a folder of the site."""

    template: str
    """Name of its template."""

    title: str
    """Key of its title, in the product's words."""

    lead: str | None = None
    """Key of what is said on it where an editor says nothing."""

    aside: bool = False
    """Whether it is for those who keep the site, and in no menu."""


OVERVIEWS = {
    **{folder: Overview("overview.html", f"overview.{folder}") for folder in KIND_FOLDERS.values()},
    "agenda": Overview("agenda.html", "agenda.title", "agenda.lead"),
    "posters": Overview("library.html", "library.title", "library.lead"),
    "palette": Overview("palette.html", "palette.title", aside=True),
    "coverage": Overview("coverage.html", "coverage.title"),
    "review": Overview("review.html", "review.title", aside=True),
}
"""By folder."""

TITLES = {folder: overview.title for folder, overview in OVERVIEWS.items()} | {
    "rules": "rules.title"
}
"""Keys of what first pages of folders are called in menus, by folder."""
