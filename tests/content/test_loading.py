"""A whole project: what a catalogue holds, and that nothing an editor writes breaks the loader."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from affiche.content import Settings, load
from affiche.content.pages import read_page
from affiche.model import Campaign, Location, plain_text
from affiche.report import Place, as_text
from tests.project import (
    AUDIENCE,
    BRAND,
    CAMPAIGN,
    CAMPAIGN_IN_ENGLISH,
    ENGLISH,
    LOCATIONS,
    MKDOCS,
    PROGRAMME,
    VALUE,
    write_project,
)
from tests.trying import SLOW

PAGE = "campaigns/bovenaan/index.md"
INVISIBLE_BREAKS = "\x85\u2028\u2029\ufeff"


def test_a_good_project_becomes_a_catalogue(tmp_path: Path) -> None:
    project = load(write_project(tmp_path))
    assert project.diagnostics == ()
    assert project.settings == Settings("https://leren.example/")
    assert project.catalogue is not None
    assert set(project.catalogue.value) == {"nieuwsgierig"}
    assert set(project.catalogue.programme) == {"luisteren"}
    assert set(project.catalogue.person) == {"noor-el-amrani"}
    assert project.catalogue.campaign["bovenaan"].body == "Het verhaal van de campagne.\n".strip()


def test_every_field_knows_its_place(tmp_path: Path) -> None:
    catalogue = load(write_project(tmp_path)).catalogue
    assert catalogue is not None
    source = catalogue.campaign["bovenaan"].source
    assert source.place("title") == Place(PAGE, 2, 8)
    assert source.place("values", 0) == Place(PAGE, 7, 5)
    assert source.place("benefits", 0, "text") == Place(PAGE, 13, 20)
    assert source.place("benefits", 0, "audience") == Place(PAGE, 13, 3)
    assert source.place("posters", 0, "headline") == Place(PAGE, 17, 5)
    assert source.place("nothing") == Place(PAGE, 1, 1)


def test_rows_of_a_list_become_places_of_its_poster(tmp_path: Path) -> None:
    catalogue = load(write_project(tmp_path)).catalogue
    assert catalogue is not None
    photo, locations = catalogue.campaign["bovenaan"].posters
    assert photo.places == ()
    assert locations.places[1] == Location(id="zwolle", name="Zwolle")
    assert [place.name for place in locations.places] == ["Utrecht", "Zwolle"]


def test_people_see_audiences_from_the_top_down(tmp_path: Path) -> None:
    board = AUDIENCE.replace("Leidinggevenden", "Zittend bestuur").replace("manager", "executive")
    project = load(write_project(tmp_path, **{"docs/audiences/bestuur.md": board}))
    assert project.catalogue is not None
    assert [a.id for a in project.catalogue.audiences] == ["bestuur", "leidinggevenden"]


def test_a_warning_does_not_cost_the_catalogue(tmp_path: Path) -> None:
    partly = CAMPAIGN_IN_ENGLISH.replace("image_alt: A full hall.\n", "")
    files = {**ENGLISH, "campaigns/bovenaan/index.en.md": partly}
    project = load(write_project(tmp_path, **files))
    assert [d.severity for d in project.diagnostics] == ["warning"]
    assert project.catalogue is not None


def test_an_error_costs_the_catalogue(tmp_path: Path) -> None:
    assert load(write_project(tmp_path, **{PAGE: "x"})).catalogue is None


def test_words_that_yaml_would_change_reach_the_catalogue_as_written(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("Leren begint bovenaan", "no").replace("Kies je dagdeel", "0042")
    page = page.replace("Een volle zaal.", "10:30").replace("Wie leidt, leert het eerst.", "1e3")
    catalogue = load(write_project(tmp_path, **{PAGE: page})).catalogue
    assert catalogue is not None
    campaign = catalogue.campaign["bovenaan"]
    assert (campaign.title, campaign.call_to_action, campaign.image_alt) == ("no", "0042", "10:30")
    assert plain_text(campaign.message) == "1e3"


def test_links_between_files_become_paths_in_the_site(tmp_path: Path) -> None:
    linked = PROGRAMME.replace(
        "Twee dagdelen over *echt* luisteren.",
        "Bij [a](../values/nieuwsgierig.md#b) en [c](../../campaigns/bovenaan/index.md).",
    )
    told = CAMPAIGN.replace(
        "Wie leidt, leert het eerst.", "Lees [a](../../docs/values/nieuwsgierig.md)"
    )
    files = {"docs/programmes/luisteren.md": linked, PAGE: told}
    project = load(write_project(tmp_path, **files))
    assert project.catalogue is not None, project.diagnostics
    hrefs = str(project.catalogue.programme["luisteren"].summary.blocks)
    assert "href='values/nieuwsgierig/#b'" in hrefs
    assert "href='campaigns/bovenaan/'" in hrefs
    assert "href='values/nieuwsgierig/'" in str(
        project.catalogue.campaign["bovenaan"].message.blocks
    )


def test_settings_say_where_things_lie(tmp_path: Path) -> None:
    settings = MKDOCS.replace("https://leren.example/", "https://x.example/leren").replace(
        "  - affiche", "  - affiche:\n      campaigns_dir: acties"
    )
    project = load(write_project(tmp_path, **{"mkdocs.yml": settings}))
    assert project.settings == Settings("https://x.example/leren/", campaigns_dir="acties")
    assert project.catalogue is not None
    assert project.catalogue.campaigns == ()


def test_the_environment_gives_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFFICHE_TEST_URL", "https://intern.example")
    settings = MKDOCS.replace("https://leren.example/", "!ENV AFFICHE_TEST_URL")
    project = load(write_project(tmp_path, **{"mkdocs.yml": settings}))
    assert project.settings.site_url == "https://intern.example/"


def loads_or_says_why(root: Path, file: str, content: bytes) -> None:
    (root / file).write_bytes(content)
    project = load(root)
    assert (project.catalogue is None) == any(d.severity == "error" for d in project.diagnostics)
    for diagnostic in project.diagnostics:
        told = as_text(diagnostic)
        told.encode()
        assert diagnostic.message
        assert "Input should" not in told
        assert "pydantic" not in told.lower()


def test_no_truncation_of_a_campaign_makes_loading_raise(tmp_path: Path) -> None:
    root, whole = write_project(tmp_path), CAMPAIGN.encode()
    for length in range(0, len(whole), 1 if SLOW else 3):
        loads_or_says_why(root, PAGE, whole[:length])


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (PAGE, CAMPAIGN),
        ("docs/values/nieuwsgierig.md", VALUE),
        ("docs/programmes/luisteren.md", PROGRAMME),
        ("overrides/brand.yml", BRAND),
        ("mkdocs.yml", MKDOCS),
        ("campaigns/bovenaan/locations.csv", LOCATIONS),
    ],
)
def test_no_mutation_of_a_file_makes_loading_raise(tmp_path: Path, file: str, text: str) -> None:
    root, whole, chance = write_project(tmp_path), text.encode(), random.Random(2027)
    signs = b"\0\t\n\r \"'#%&*-:<>?@[]{}|~!,`\\0a\x80\xff"
    for _ in range(400 if SLOW else 150):
        at = chance.randrange(len(whole))
        sign = bytes([chance.choice(signs)])
        kept = chance.choice([0, 1])
        loads_or_says_why(root, file, whole[:at] + sign + whole[at + 1 - kept :])


@pytest.mark.parametrize("sign", INVISIBLE_BREAKS)
def test_no_invisible_line_break_makes_loading_raise(tmp_path: Path, sign: str) -> None:
    root = write_project(tmp_path)
    for place in (CAMPAIGN.index("title"), CAMPAIGN.index("begint"), CAMPAIGN.index("posters")):
        page = CAMPAIGN[:place] + sign + "x: 'y" + CAMPAIGN[place:]
        loads_or_says_why(root, PAGE, page.encode())


@pytest.mark.parametrize("sign", INVISIBLE_BREAKS)
@pytest.mark.parametrize("file", ["overrides/brand.yml", "mkdocs.yml"])
def test_no_invisible_line_break_moves_a_place(tmp_path: Path, file: str, sign: str) -> None:
    root = write_project(
        tmp_path, **{file: f"# {sign * 9}\nname: x{sign}x\nlogo: &a b\ntheme: *a\n"}
    )
    assert {d.place.line for d in load(root).diagnostics if d.place.file == file} <= {1, 2, 3, 4}


@pytest.mark.parametrize(
    "value",
    ["[" * 100_000, "{a: " * 20_000, "\n" + "".join(f"{' ' * n}- \n" for n in range(500)) + "x"],
    ids=["brackets", "braces", "hyphens"],
)
def test_no_depth_makes_loading_raise(tmp_path: Path, value: str) -> None:
    loads_or_says_why(write_project(tmp_path), "mkdocs.yml", f"site_url: {value}".encode())
    page = CAMPAIGN.replace("title: ", f"title: {value}")
    loads_or_says_why(write_project(tmp_path), PAGE, page.encode())


def test_the_same_mistakes_are_told_without_libyaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import yaml  # noqa: PLC0415  # only this test needs it

    from affiche.content import yaml_nodes  # noqa: PLC0415

    page = CAMPAIGN.replace("Leren begint bovenaan", "Leiderschap: leer luisteren")
    root = write_project(tmp_path, **{PAGE: page, "docs/values/nieuwsgierig.md": VALUE + "\n"})
    fast = load(root).diagnostics
    good, _ = read_page(write_project(tmp_path / "good"), PAGE, Campaign, "bovenaan")
    monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)
    slow, _ = read_page(tmp_path / "good", PAGE, Campaign, "bovenaan")
    assert load(root).diagnostics == fast != ()
    assert good == slow != None  # noqa: E711  # both, and not nothing


def test_a_list_of_locations_says_what_the_code_opens_how_many_and_a_companys_own(
    tmp_path: Path,
) -> None:
    rows = (
        "\ufeffid;name;quantity;url;entrance\r\n"
        'utrecht;"Utrecht; Centrum";12;https://leren.example/utrecht;"Poort ""3"""\r\n'
        "zwolle;Zwolle;;;\r\n"
    )
    project = load(write_project(tmp_path, **{"campaigns/bovenaan/locations.csv": rows}))
    assert project.catalogue, project.diagnostics
    catalogue = project.catalogue
    utrecht, zwolle = catalogue.campaign["bovenaan"].posters[1].places
    assert (utrecht.name, utrecht.quantity) == ("Utrecht; Centrum", 12)
    assert utrecht.url == "https://leren.example/utrecht"
    assert utrecht.columns == (("entrance", 'Poort "3"'),)
    assert (zwolle.quantity, zwolle.url, zwolle.columns) == (1, None, (("entrance", ""),))


def test_a_translated_campaign_hangs_in_the_same_places(tmp_path: Path) -> None:
    rows = "id,name,quantity,entrance\nutrecht,Utrecht,12,Poort 3\n"
    files = {**ENGLISH, "campaigns/bovenaan/locations.csv": rows}
    project = load(write_project(tmp_path, **files))
    assert project.diagnostics == ()
    dutch, english = (
        project.catalogues[language].campaign["bovenaan"].posters[1].places
        for language in ("nl", "en")
    )
    assert dutch == english
    assert english[0].columns == (("entrance", "Poort 3"),)
