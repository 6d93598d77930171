"""The campaigns as an Atom feed (RFC 4287), for those who follow the intranet elsewhere.

An entry appears on the day on which its campaign may be seen, and never changes its identity.
"""

from __future__ import annotations

import datetime as dt
from typing import cast
from xml.etree import ElementTree as ET

from affiche.content.words import Words
from affiche.model import Campaign, Catalogue, plain_text
from affiche.site.addresses import path_of

FEED = "campaigns/feed.xml"
"""Where the feed stands in the site."""

ATOM = "http://www.w3.org/2005/Atom"
"""The namespace of Atom; no address that anything is fetched from."""

MOST_ENTRIES = 50


def campaign_feed(
    catalogue: Catalogue, words: Words, *, site_url: str, site_name: str, today: dt.date
) -> bytes:
    """Return the feed of the campaigns that have begun or were announced by ``today``.

    Args:
        catalogue: What readers may see; what is not in the language of ``words`` is left out.
        words: The words of the feed's language.
        site_url: The site's address; ends in a slash.
        site_name: What the site is called.
        today: The day for which the site is built.
    """
    spoken = (c for c in catalogue.campaigns if c.language in ("", words.language))
    out = [(_day(c), c) for c in spoken if _day(c) <= today]
    newest = sorted(out, key=lambda pair: (-pair[0].toordinal(), pair[1].id))[:MOST_ENTRIES]
    # A feed without entries still needs a date (4.2.15): that of the build's day, not its minute.
    updated = newest[0][0] if newest else today
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": words.language})
    overview = f"{site_url}campaigns/"
    _text(feed, "id", f"{site_url}{FEED}")
    _text(feed, "title", words("feed.title", site=site_name))
    _text(feed, "updated", _moment(updated, catalogue))
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{FEED}")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=overview)
    _text(ET.SubElement(feed, "author"), "name", catalogue.brand.name)
    for day, campaign in newest:
        feed.append(_entry(campaign, day, catalogue, words, site_url))
    ET.indent(feed)
    return cast("bytes", ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(
    campaign: Campaign, day: dt.date, catalogue: Catalogue, words: Words, site_url: str
) -> ET.Element:
    entry = ET.Element("entry")
    address = f"{site_url}{path_of(campaign)}"
    _text(entry, "id", address)
    _text(entry, "title", campaign.title)
    _text(entry, "published", _moment(day, catalogue))
    _text(entry, "updated", _moment(day, catalogue))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    when = words.date_range(campaign.starts, campaign.ends)
    _text(entry, "summary", f"{plain_text(campaign.message)} {when}.")
    for value in campaign.values:
        label = catalogue.value[value].name
        ET.SubElement(entry, "category", term=value, label=label)
    return entry


def _day(campaign: Campaign) -> dt.date:
    """Return since when a campaign is news: the day on which it may be seen, or its first."""
    return campaign.publish_on or campaign.starts


def _moment(day: dt.date, catalogue: Catalogue) -> str:
    """Return the beginning of ``day`` where the brand is at home (RFC 3339)."""
    return dt.datetime.combine(day, dt.time(), catalogue.brand.zone).isoformat()


def _text(parent: ET.Element, name: str, text: str) -> None:
    # XML 1.0, 2.2: characters that no XML document may hold.
    ET.SubElement(parent, name).text = "".join(c for c in text if c >= " " or c in "\t\n")
