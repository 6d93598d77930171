"""What posters say where campaigns leave it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.content.words import words_in
from affiche.model import Campaign, Catalogue, Location
from affiche.posters import sessions_of
from affiche.posters.wording import headline_of, kicker_of, message_of, when_of
from tests.posters.wall import CAMPAIGN, campaign, campaign_of, opened
from tests.project import AUDIENCE, PROGRAMME, VALUE

NL, EN = words_in("nl"), words_in("en")
PROGRAMME_PAGE = "docs/programmes/luisteren.md"
UTRECHT = "{start: 2026-12-03T13:30, end: 2026-12-03T17:00, location: 'Zaal 1, Utrecht'}"
GENT = "{start: 2026-12-10T09:00, end: 2026-12-10T12:00, location: 'De Krook, Gent'}"
UTRECHT_AGAIN = "{start: 2027-01-07T09:00, end: 2027-01-07T12:00, location: Utrecht}"
ONLINE = "{start: 2026-12-17T09:00, end: 2026-12-17T12:00, url: 'https://leren.example/live'}"


def with_sessions(*sessions: str) -> str:
    listed = "\n".join(f"  - {session}" for session in sessions)
    return PROGRAMME.replace("sponsor:", f"sessions:\n{listed}\nsponsor:", 1)


def read(
    root: Path, text: str = CAMPAIGN, **files: str | bytes | None
) -> tuple[Campaign, Catalogue]:
    project, _ = opened(root, text, **files)
    assert project.catalogue
    return campaign_of(project), project.catalogue


def when(root: Path, *sessions: str, text: str = CAMPAIGN, place: Location | None = None) -> str:
    files = {PROGRAMME_PAGE: with_sessions(*sessions)} if sessions else {}
    one, catalogue = read(root, text, **files)
    return when_of(one.posters[0], one, catalogue, NL, place)


def headline(root: Path, title: str) -> str:
    one, _ = read(root, campaign(title=title))
    return headline_of(one.posters[0], one)


@pytest.mark.parametrize("title", ["Leren begint", "Leren begint)", "Leren 2.0"])
def test_a_headline_gets_a_full_stop(tmp_path: Path, title: str) -> None:
    assert headline(tmp_path, title) == title + "."


@pytest.mark.parametrize(
    ("title", "stop"),
    [("学习", "。"), ("学び", "。"), ("सीखना", "।"), ("ผู้นำ", ""), ("배움", "."), ("القمة", ".")],
)
def test_a_full_stop_is_that_of_the_script(tmp_path: Path, title: str, stop: str) -> None:
    assert headline(tmp_path, title) == title + stop


@pytest.mark.parametrize("title", ["Zo.", "Zo?", "Zo!", "Zo…", "Zo:", "学习。", "学び？", "لماذا؟"])
def test_a_headline_that_ends_a_sentence_is_left_alone(tmp_path: Path, title: str) -> None:
    assert headline(tmp_path, title) == title


def test_a_posters_own_headline_wins(tmp_path: Path) -> None:
    text = CAMPAIGN.replace("template: photo", "template: photo\n    headline: Anders")
    one, _ = read(tmp_path, text)
    assert headline_of(one.posters[0], one) == "Anders."


def test_the_message_is_the_posters_then_the_audiences_then_the_campaigns(tmp_path: Path) -> None:
    one, _ = read(tmp_path / "1")
    assert str(message_of(one.posters[0], one)) == "Wie leidt, leert het eerst."
    spoken_to = CAMPAIGN.replace(
        "template: photo", "template: photo\n    audience: leidinggevenden"
    )
    one, _ = read(tmp_path / "2", spoken_to)
    assert str(message_of(one.posters[0], one)) == "Je team vertelt je meer."
    own = spoken_to.replace("template: photo", "template: photo\n    message: Van mij.")
    one, _ = read(tmp_path / "3", own)
    assert str(message_of(one.posters[0], one)) == "Van mij."


def kicker(root: Path, text: str = CAMPAIGN, **files: str) -> str:
    one, catalogue = read(root, text, **files)
    return kicker_of(one.posters[0], one, catalogue, NL)


def test_the_kicker_names_value_and_audience(tmp_path: Path) -> None:
    assert kicker(tmp_path) == "Nieuwsgierig · voor leidinggevenden"


def test_the_kicker_names_the_first_value_and_all_audiences(tmp_path: Path) -> None:
    text = CAMPAIGN.replace("- nieuwsgierig", "- samen\n  - nieuwsgierig").replace(
        "audiences: [leidinggevenden]", "audiences: [leidinggevenden, hr, vaklieden]"
    )
    assert kicker(
        tmp_path,
        text,
        **{
            "docs/values/samen.md": VALUE.replace("Nieuwsgierig", "Samen"),
            "docs/audiences/hr.md": AUDIENCE.replace("Leidinggevenden", "HR-adviseurs"),
            "docs/audiences/vaklieden.md": AUDIENCE.replace("Leidinggevenden", "Vaklieden"),
        },
    ) == ("Samen · voor leidinggevenden, HR-adviseurs en vaklieden")


def test_the_kicker_says_everyone_when_that_is_who(tmp_path: Path) -> None:
    audience = AUDIENCE.replace("manager", "everyone")
    files = {"docs/audiences/leidinggevenden.md": audience}
    assert kicker(tmp_path, **files) == "Nieuwsgierig · voor iedereen"


def test_without_sessions_it_is_when_the_campaign_runs(tmp_path: Path) -> None:
    assert when(tmp_path) == "3 december 2026 – 31 januari 2027"


def test_a_campaign_of_one_day_says_that_day(tmp_path: Path) -> None:
    assert when(tmp_path, text=campaign(ends="2026-12-03")) == "Do 3 december 2026"


def test_one_session_says_day_hours_and_town(tmp_path: Path) -> None:
    assert when(tmp_path, UTRECHT) == "Do 3 december 2026, 13.30–17.00 uur · Utrecht"


def test_many_sessions_say_the_first_day_and_every_town_once(tmp_path: Path) -> None:
    found = when(tmp_path, UTRECHT_AGAIN, ONLINE, GENT, UTRECHT)
    assert found == "Vanaf do 3 december 2026 · Utrecht, Gent en online"


def test_an_online_session_is_online(tmp_path: Path) -> None:
    assert when(tmp_path, ONLINE) == "Do 17 december 2026, 09.00–12.00 uur · online"


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_sessions_that_do_not_go_on_are_left_out(tmp_path: Path, status: str) -> None:
    off = UTRECHT.replace("}", f", status: {status}}}")
    assert when(tmp_path / "1", off, GENT) == "Do 10 december 2026, 09.00–12.00 uur · Gent"
    assert when(tmp_path / "2", off) == "3 december 2026 – 31 januari 2027"


def test_sessions_before_the_campaign_are_left_out(tmp_path: Path) -> None:
    text = campaign(starts="2026-12-04")
    assert when(tmp_path, UTRECHT, GENT, text=text).endswith("Gent")


def test_sessions_are_sorted_and_of_the_campaigns_programmes_alone(tmp_path: Path) -> None:
    one, catalogue = read(
        tmp_path,
        **{
            PROGRAMME_PAGE: with_sessions(GENT, UTRECHT),
            "docs/programmes/anders.md": with_sessions(UTRECHT_AGAIN),
        },
    )
    starts = [session.start.isoformat() for session in sessions_of(one, catalogue)]
    assert starts == ["2026-12-03T13:30:00", "2026-12-10T09:00:00"]


def test_what_was_written_wins_over_sessions(tmp_path: Path) -> None:
    text = campaign(when="elke vrijdag")
    assert when(tmp_path / "1", UTRECHT, text=text) == "elke vrijdag"
    own = text.replace("template: photo", "template: photo\n    when: elke maandag")
    assert when(tmp_path / "2", UTRECHT, text=own) == "elke maandag"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({}, "3 december 2026 – 31 januari 2027 · Zwolle"),
        ({"room": "Zaal 2"}, "3 december 2026 – 31 januari 2027 · Zwolle, Zaal 2"),
        ({"date": "2026-12-08"}, "Di 8 december 2026 · Zwolle"),
        (
            {"date": "2026-12-08", "time": "10:00-12:00", "room": "Zaal 2"},
            "Di 8 december 2026, 10.00–12.00 uur · Zwolle, Zaal 2",
        ),
    ],
)
def test_a_place_says_its_own_when_and_where(
    tmp_path: Path, place: dict[str, str], said: str
) -> None:
    location = Location.model_validate({"id": "zwolle", "name": "Zwolle", **place})
    # Even where the campaign has words of its own: the place is why there is another poster.
    assert when(tmp_path, UTRECHT, text=campaign(when="ooit"), place=location) == said


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("10:00-12:00", "10.00–12.00 uur"),
        ("9:00 - 12:30", "09.00–12.30 uur"),
        ("09:00–12:30", "09.00–12.30 uur"),
        ("de hele dag", "de hele dag"),
        ("10:00", "10:00"),
        ("25:00-26:00", "25:00-26:00"),
        ("10:00-11:00-12:00", "10:00-11:00-12:00"),
    ],
)
def test_hours_are_written_as_the_language_does_or_left_alone(
    tmp_path: Path, time: str, said: str
) -> None:
    location = Location(id="zwolle", name="Zwolle", time=time)
    text = campaign(ends="2026-12-03")
    assert when(tmp_path, text=text, place=location) == f"Do 3 december 2026, {said} · Zwolle"


def test_another_language_has_its_own_words(tmp_path: Path) -> None:
    one, catalogue = read(tmp_path, **{PROGRAMME_PAGE: with_sessions(UTRECHT, ONLINE)})
    said = when_of(one.posters[0], one, catalogue, EN, None)
    assert said == "From Thu 3 December 2026 · Utrecht and online"
    assert kicker_of(one.posters[0], one, catalogue, EN) == "Nieuwsgierig · for leidinggevenden"
