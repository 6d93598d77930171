"""Every picture that a campaign or a person names must be one that can be opened.

Whether it exists is known to ``content``; whether it is large enough to ``posters``.
"""

from __future__ import annotations

from collections.abc import Iterator

from affiche.content import Project
from affiche.model import Catalogue
from affiche.posters import why_not_a_picture
from affiche.report import Code, Diagnostic, Place

_VECTOR = ".svg"


def check_pictures(project: Project, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file that is named as a picture and is none."""
    campaigns = project.root / project.settings.campaigns_dir
    people = project.root / project.settings.docs_dir / "people"
    named: list[tuple[Place, str, bytes]] = []
    for campaign in catalogue.campaigns:
        paths = [("image",)] if campaign.image else []
        paths += [("posters", i, "image") for i, p in enumerate(campaign.posters) if p.image]
        for path in paths:
            image = campaign.image if len(path) == 1 else campaign.posters[path[1]].image
            assert image  # noqa: S101  # chosen so above
            content = (campaigns / campaign.id / image).read_bytes()
            named.append((campaign.source.place(*path), image, content))
    for person in catalogue.people:
        if person.portrait and not person.portrait.endswith(_VECTOR):
            content = (people / person.portrait).read_bytes()
            named.append((person.source.place("portrait"), person.portrait, content))
    for place, name, content in named:
        if why_not_a_picture(content):
            yield Diagnostic.of(
                Code.NOT_A_PICTURE,
                place,
                f"'{name}' cannot be opened as a picture.",
                "Save it again as JPEG, PNG or WebP; renaming a file does not change what it is.",
            )
