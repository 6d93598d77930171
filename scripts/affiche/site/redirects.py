"""The page that a QR code opens: on to the campaign, or a word that it is over.

It stands at ``go/<campaign>/`` for ever, in no language's folder, and speaks all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from affiche.content import Project
from affiche.content.words import Words
from affiche.model import Campaign, State
from affiche.site.policy import POLICY

_PAGES = Environment(
    loader=PackageLoader("affiche.site", "standalone"), autoescape=True, undefined=StrictUndefined
)


@dataclass(frozen=True)
class _Way:
    """A campaign in one language."""

    campaign: Campaign
    words: Words

    root: str
    """The way to the language's home page: empty, or ``en/``."""

    is_translated: bool


def redirect_page(project: Project, entity_id: str, today: dt.date, built: Iterable[str]) -> str:
    """Return the HTML of the page that leads to a campaign, as it is on ``today``.

    Args:
        project: A project without errors.
        entity_id: The campaign's id.
        today: The day in the brand's timezone.
        built: The languages that the site is built in.
    """
    ways = [_way(project, entity_id, language) for language in project.catalogues]
    chosen = [way for way in ways if way.words.language in set(built)] or ways[:1]
    state = ways[0].campaign.state(today)
    return _PAGES.get_template("go.html").render(
        policy=POLICY,
        campaign=ways[0].campaign,
        brand=next(iter(project.catalogues.values())).brand.name,
        ways=chosen,
        over=state in (State.ENDED, State.EXPIRED),
        readable=state is not State.EXPIRED,
        site_url=project.settings.site_url,
    )


def _way(project: Project, entity_id: str, language: str) -> _Way:
    campaign = project.catalogues[language].campaign[entity_id]
    is_default = language == next(iter(project.catalogues))
    root = "" if is_default else f"{language}/"
    return _Way(campaign, project.words[language], root, campaign.language == language)
