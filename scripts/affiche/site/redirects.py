"""The page that a QR code opens: on to the campaign, or a word that it is over.

It stands at ``go/<campaign>/`` for ever, in no language's folder.
"""

from __future__ import annotations

import datetime as dt

from jinja2 import Environment, PackageLoader, StrictUndefined

from affiche.content import Project
from affiche.content.words import Words
from affiche.model import Campaign, State
from affiche.site.policy import POLICY

_PAGES = Environment(
    loader=PackageLoader("affiche.site", "standalone"), autoescape=True, undefined=StrictUndefined
)


def redirect_page(
    project: Project, campaign: Campaign, brand: str, words: Words, today: dt.date
) -> str:
    """Return the HTML of the page that leads to ``campaign``, as it is on ``today``."""
    state = campaign.state(today)
    return _PAGES.get_template("go.html").render(
        policy=POLICY,
        campaign=campaign,
        brand=brand,
        words=words,
        over=state in (State.ENDED, State.EXPIRED),
        readable=state is not State.EXPIRED,
        site_url=project.settings.site_url,
    )
