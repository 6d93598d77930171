"""Which posters there are, what they are called, and where what is wrong with them was written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from affiche.checks import inspect
from affiche.content import load
from affiche.posters import POSTER, MadePosters, PlannedPoster, open_studio
from affiche.posters.families import package_folder
from affiche.posters.rendering import render
from affiche.report import Code, as_text
from tests.posters.test_picture import PORTRAIT
from tests.posters.wall import (
    ALL_FORMATS,
    CAMPAIGN,
    PAGE,
    TODAY,
    campaign,
    jpeg,
    made,
    measured,
    opened,
    planned,
    with_photo,
)
from tests.project import BRAND, write_project

ONE = "    formats: [a4, a3, a4-landscape, a3-landscape]\n"
PHOTO_TEMPLATE = "overrides/posters/photo.typ"
OWN_TEMPLATE = """\
#import "poster.typ": *
#show: sheet
#let room = (width: 150mm, height: 90mm, wide: false, brief: false)
#context place(top + left, dx: margin, dy: margin, headline(room))
#place(bottom + right, dx: -margin, dy: -margin, [Van ons])
"""


def names(posters: tuple[PlannedPoster, ...]) -> list[str]:
    return [poster.name for poster in posters]


def one_format(text: str = CAMPAIGN) -> str:
    return text.replace(ONE, "    formats: [a4]\n")


def test_a_poster_is_named_after_template_and_format(tmp_path: Path) -> None:
    assert names(planned(tmp_path)) == [
        "photo-a4",
        "photo-a3",
        "photo-a4-landscape",
        "photo-a3-landscape",
    ]


def test_a_name_that_was_given_stands_for_the_template(tmp_path: Path) -> None:
    text = one_format().replace("template: photo", "template: photo\n    name: kantine")
    assert names(planned(tmp_path, text)) == ["kantine-a4"]


def test_a_poster_without_formats_comes_in_those_of_the_brand(tmp_path: Path) -> None:
    brand = BRAND + "formats: [a3-landscape, a4]\n"
    posters = planned(tmp_path, CAMPAIGN.replace(ONE, ""), **{"overrides/brand.yml": brand})
    assert names(posters) == ["photo-a3-landscape", "photo-a4"]


def test_every_place_has_a_poster_of_its_own(tmp_path: Path) -> None:
    text = CAMPAIGN.replace(ONE, "    formats: [a4, a3-landscape]\n    locations: locations.csv\n")
    posters = planned(tmp_path, text)
    assert names(posters) == [
        "photo-a4-utrecht",
        "photo-a4-zwolle",
        "photo-a3-landscape-utrecht",
        "photo-a3-landscape-zwolle",
    ]
    utrecht, zwolle = posters[:2]
    assert utrecht.texts["when"] == "Do 3 december 2026, 10.00–12.00 uur · Utrecht, Zaal 1"
    assert json.loads(utrecht.job.drawing.data)["small_print"] == "Vragen: Balie"
    assert json.loads(zwolle.job.drawing.data)["small_print"] == ""
    assert utrecht.job.digest != zwolle.job.digest


def test_only_what_is_wanted_is_planned(tmp_path: Path) -> None:
    assert names(planned(tmp_path / "1", formats=["a3"])) == ["photo-a3"]
    root = write_project(tmp_path / "2", **{PAGE: CAMPAIGN, **PORTRAIT})
    seen = inspect(root, TODAY, drafts=False, campaigns=["een-andere"])
    assert seen.made
    assert seen.made.posters == ()
    assert seen.diagnostics == ()


def test_a_digest_changes_with_all_that_changes_a_poster(tmp_path: Path) -> None:
    """And with nothing else."""
    brand = BRAND.replace("#2348C9", "#2348CA")
    mail = CAMPAIGN.replace("starts -14d", "starts -7d")
    variants = {
        "same": planned(tmp_path / "1", one_format()),
        "mail": planned(tmp_path / "2", one_format(mail)),
        "title": planned(tmp_path / "3", one_format(campaign(title="Anders"))),
        "brand": planned(tmp_path / "4", one_format(), **{"overrides/brand.yml": brand}),
        "template": planned(tmp_path / "5", one_format(), **{PHOTO_TEMPLATE: OWN_TEMPLATE}),
        "photo": planned(
            tmp_path / "6",
            with_photo(one_format()),
            **{"campaigns/bovenaan/zaal.jpg": jpeg(9, 9)},
        ),
        "other photo": planned(
            tmp_path / "7",
            with_photo(one_format()),
            **{"campaigns/bovenaan/zaal.jpg": jpeg(9, 9, "red")},
        ),
        "focus": planned(
            tmp_path / "8",
            with_photo(one_format()).replace("image:", "focus: 10% 20%\nimage:", 1),
            **{"campaigns/bovenaan/zaal.jpg": jpeg(9, 9)},
        ),
    }
    digests = {name: posters[0].job.digest for name, posters in variants.items()}
    assert digests.pop("mail") == digests["same"]
    assert len(set(digests.values())) == len(digests) == 7


def line_of(text: str, beginning: str) -> int:
    return next(
        n for n, line in enumerate(text.splitlines(), 1) if line.strip().startswith(beginning)
    )


@pytest.mark.parametrize(
    ("field", "written", "extra"),
    [
        ("headline", "title:", ""),
        ("message", "message:", ""),
        ("message", "leidinggevenden:", "audience: leidinggevenden"),
        ("headline", "headline:", "headline: Anders"),
        ("message", "message: Van", "message: Van mij"),
        ("when", "when:", "when: ooit"),
        ("template", "- template:", ""),
        ("when", "- template:", ""),
    ],
)
def test_blame_falls_on_the_line_where_the_words_were_written(
    tmp_path: Path, field: str, written: str, extra: str
) -> None:
    text = one_format()
    if extra:
        text = text.replace("template: photo", f"template: photo\n    {extra}")
    (poster,) = planned(tmp_path, text)
    place = poster.blame(field)
    assert (place.file, place.line) == (PAGE, line_of(text, written))


def test_the_alternative_says_the_poster_in_one_go(tmp_path: Path) -> None:
    text = one_format(campaign(title="Leren\nbegint"))
    (poster,) = planned(tmp_path, text.replace('"Leren\\nbegint"', "Leren begint"))
    assert poster.alternative == (
        "Leren begint. Wie leidt, leert het eerst. 3 december 2026 – 31 januari 2027."
    )


def test_a_font_that_nobody_has_is_told_where_it_is_named(tmp_path: Path) -> None:
    brand = BRAND.replace("headline: Poppins", "headline: Comic Sans MS")
    root = write_project(tmp_path, **{PAGE: CAMPAIGN, "overrides/brand.yml": brand, **PORTRAIT})
    (said,) = inspect(root, TODAY, drafts=False).diagnostics
    assert said.code is Code.UNKNOWN_FONT
    assert str(said.place) == f"overrides/brand.yml:{line_of(brand, 'headline:')}:13"
    assert "Comic Sans MS" in said.message
    assert "Poppins" in said.hint


def test_fonts_of_the_brand_win_over_the_packages(tmp_path: Path) -> None:
    bold = package_folder() / "Poppins" / "Poppins-Bold.ttf"
    own = {"overrides/fonts/eigen.ttf": bold.read_bytes()}
    project, studio = opened(tmp_path, **own)
    assert [font.path.name for font in studio.headline_fonts] == ["eigen.ttf"]
    assert [name for name, _ in studio.typefaces.own_files] == ["eigen.ttf"]
    assert project.root in studio.headline_fonts[0].path.parents
    (poster,) = planned(tmp_path, one_format(), **own)
    assert render(poster.job).files


def test_a_font_that_only_the_brand_has_is_used(tmp_path: Path) -> None:
    family = next(f for f in sorted(package_folder().iterdir()) if f.name == "Raleway")
    moved = tmp_path / "fonts" / "Raleway-Bold.ttf"
    moved.parent.mkdir()
    shutil.copy(next(family.glob("*-Bold.ttf")), moved)
    with TTFont(moved) as font:
        for record in font["name"].names:
            if record.nameID in {1, 16}:
                record.string = "Huisletter"
        font.save(tmp_path / "huis.ttf")
    brand = BRAND.replace("headline: Poppins", "headline: Huisletter")
    own = {
        "overrides/fonts/huis.ttf": (tmp_path / "huis.ttf").read_bytes(),
        "overrides/brand.yml": brand,
    }
    (poster,) = planned(tmp_path / "project", one_format(), **own)
    (tmp_path / "poster.pdf").write_bytes(render(poster.job).file(POSTER))
    with pikepdf.open(tmp_path / "poster.pdf") as pdf:
        used = {str(o["/FontName"]) for o in pdf.objects if is_descriptor(o)}
    assert any("Raleway" in name for name in used)
    assert not any("Poppins" in name for name in used)


def is_descriptor(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    _, studio = opened(tmp_path, **{"overrides/fonts/kapot.ttf": b"geen letters"})
    assert studio.headline_fonts
    assert studio.typefaces.own_files == ()


def only(posters: MadePosters) -> str:
    (said,) = posters.diagnostics
    return as_text(said)


def test_a_template_that_nobody_has_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    text = one_format().replace("template: photo", "template: foto")
    posters = made(tmp_path, text)
    said = only(posters)
    assert posters.posters == ()
    assert said.startswith(f"{PAGE}:{line_of(text, '- template:')}:15  error  poster.unknown-temp")
    assert "There is no poster template 'foto'." in said
    assert "photo" in said.rsplit("\n", 1)[1]


@pytest.mark.parametrize(
    "source",
    [
        '#import "poster.typ": *\n#bestaat-niet()',
        "#{",
        '#import "weg.typ": *',
        '#read("/etc/passwd")',
        '#read("../../../etc/passwd")',
        '#panic("stuk")',
        "#{ let f() = f(); f() }",
    ],
)
def test_a_broken_template_is_told_once_for_all_formats(tmp_path: Path, source: str) -> None:
    posters = made(tmp_path, **{PHOTO_TEMPLATE: source})
    said = only(posters)
    assert "poster.template-failed" in said
    assert "'photo' does not work" in said
    assert "Ask whoever looks after overrides/posters/." in said
    assert str(tmp_path) not in said
    assert "/tmp" not in said
    assert posters.posters == ()


def test_a_broken_template_says_which_line(tmp_path: Path) -> None:
    said = only(made(tmp_path, one_format(), **{PHOTO_TEMPLATE: "\n\n#bestaat-niet()"}))
    assert "unknown variable: bestaat-niet (photo.typ:3:1)." in said


def test_a_template_of_the_brand_replaces_the_built_in_one(tmp_path: Path) -> None:
    posters = made(tmp_path, one_format(), **{PHOTO_TEMPLATE: OWN_TEMPLATE})
    assert posters.diagnostics == ()
    ((_, artefact),) = posters.posters
    text = measured(artefact.file(POSTER)).text
    assert "Van ons" in text
    assert "Kies je dagdeel" not in text


def test_a_template_need_not_show_the_photograph(tmp_path: Path) -> None:
    posters = made(
        tmp_path,
        one_format(with_photo(CAMPAIGN)),
        **{PHOTO_TEMPLATE: OWN_TEMPLATE, "campaigns/bovenaan/zaal.jpg": jpeg(900, 900)},
    )
    assert posters.diagnostics == ()
    assert len(posters.posters) == 1


def test_a_template_of_more_pages_is_told_as_broken(tmp_path: Path) -> None:
    template = OWN_TEMPLATE + "#pagebreak()\nNog een\n"
    said = only(made(tmp_path, one_format(), **{PHOTO_TEMPLATE: template}))
    assert "poster.template-failed" in said


def test_parts_of_templates_are_no_templates(tmp_path: Path) -> None:
    project = load(write_project(tmp_path, **{PAGE: CAMPAIGN}))
    assert project.catalogue
    studio, _ = open_studio(project, project.catalogue.brand)
    assert studio.templates == (
        *("compare", "number", "photo", "quote", "schedule", "type", "value"),
    )


def test_one_broken_poster_does_not_stop_the_others(tmp_path: Path) -> None:
    text = CAMPAIGN.replace("touchpoints:", "  - template: stuk\n    formats: [a4]\ntouchpoints:")
    posters = made(tmp_path, text, **{"overrides/posters/stuk.typ": "#panic()"})
    assert "poster.template-failed" in only(posters)
    assert {poster.name for poster, _ in posters.posters} == {f"photo-{f}" for f in ALL_FORMATS}


def test_unchanged_posters_cost_nothing_the_second_time(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: CAMPAIGN, **PORTRAIT})
    first = inspect(root, TODAY, drafts=False).made
    second = inspect(root, TODAY, drafts=False).made
    assert first
    assert second
    assert (first.made, first.kept) == (4, 0)
    assert (second.made, second.kept) == (0, 4)
    assert first.posters == second.posters


def test_a_broken_template_under_a_photograph_says_which_line_too(tmp_path: Path) -> None:
    files = {"campaigns/bovenaan/zaal.jpg": jpeg(900, 900), PHOTO_TEMPLATE: "\n#bestaat-niet()"}
    said = only(made(tmp_path, one_format(with_photo(CAMPAIGN)), **files))
    assert "unknown variable: bestaat-niet (photo.typ:2:1)." in said
