"""The Atom feed of campaigns: what RFC 4287 demands, and nothing before its time."""

from __future__ import annotations

import datetime as dt
from typing import Any
from xml.etree import ElementTree as ET

from affiche.content.words import words_in
from affiche.model import Catalogue
from affiche.site.feed import ATOM, FEED, campaign_feed
from tests.site.editions import with_only

URL = "https://leren.example/"
TODAY = dt.date(2026, 12, 3)
NAMESPACE = {"atom": ATOM}


def feed_of(catalogue: Catalogue, today: dt.date = TODAY, language: str = "nl") -> ET.Element:
    written = campaign_feed(
        catalogue, words_in(language), site_url=URL, site_name="Leren & meer", today=today
    )
    return ET.fromstring(written)


def changed(catalogue: Catalogue, **changes: Any) -> Catalogue:
    [campaign] = catalogue.campaigns
    return with_only(catalogue, campaign.model_copy(update=changes))


def text(parent: ET.Element, name: str) -> str:
    found = parent.findall(f"atom:{name}", NAMESPACE)
    assert len(found) == 1, name
    assert found[0].text
    return found[0].text


def test_the_feed_has_what_every_feed_must_have(catalogue: Catalogue) -> None:
    feed = feed_of(catalogue)
    assert feed.tag == f"{{{ATOM}}}feed"
    assert text(feed, "id") == f"{URL}{FEED}"
    assert text(feed, "title") == "Campagnes van Leren & meer"
    assert dt.datetime.fromisoformat(text(feed, "updated")).utcoffset() is not None
    assert feed.find("atom:author/atom:name", NAMESPACE) is not None
    links = {link.get("rel"): link.get("href") for link in feed.findall("atom:link", NAMESPACE)}
    assert links == {"self": f"{URL}{FEED}", "alternate": f"{URL}campaigns/"}


def test_an_entry_has_what_every_entry_must_have(catalogue: Catalogue) -> None:
    [entry] = feed_of(catalogue).findall("atom:entry", NAMESPACE)
    assert text(entry, "id") == f"{URL}campaigns/bovenaan/"
    assert text(entry, "title") == "Leren begint bovenaan"
    assert text(entry, "updated") == text(entry, "published") == "2026-12-03T00:00:00+01:00"
    assert text(entry, "summary").startswith("Wie leidt, leert het eerst. 3 december 2026")
    [category] = entry.findall("atom:category", NAMESPACE)
    assert (category.get("term"), category.get("label")) == ("nieuwsgierig", "Nieuwsgierig")


def test_a_campaign_is_news_from_the_day_on_which_it_may_be_seen(catalogue: Catalogue) -> None:
    before = TODAY - dt.timedelta(days=1)
    assert feed_of(catalogue, before).findall("atom:entry", NAMESPACE) == []
    announced = changed(catalogue, publish_on=before)
    [entry] = feed_of(announced, before).findall("atom:entry", NAMESPACE)
    assert text(entry, "updated") == "2026-12-02T00:00:00+01:00"


def test_a_feed_without_entries_is_still_one(catalogue: Catalogue) -> None:
    feed = feed_of(changed(catalogue, starts=dt.date(2027, 1, 1)))
    assert text(feed, "updated") == "2026-12-03T00:00:00+01:00"


def test_a_campaign_that_is_not_translated_is_in_no_feed_of_that_language(
    catalogue: Catalogue,
) -> None:
    assert feed_of(catalogue, language="en").findall("atom:entry", NAMESPACE) == []


def test_text_of_an_editor_is_text_in_the_feed(catalogue: Catalogue) -> None:
    nasty = 'R&D <script>alert("1")</script> ]]> \x0b'
    [entry] = feed_of(changed(catalogue, title=nasty)).findall("atom:entry", NAMESPACE)
    assert text(entry, "title") == nasty.rstrip("\x0b")


def test_the_same_catalogue_gives_the_same_feed_on_a_later_day(catalogue: Catalogue) -> None:
    later = TODAY + dt.timedelta(days=9)
    assert ET.tostring(feed_of(catalogue)) == ET.tostring(feed_of(catalogue, later))
