"""Who needs how many of what, and a list of it that a spreadsheet opens right and safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import pytest

from affiche.content.words import words_in
from affiche.model import Variant
from affiche.posters import PlannedPoster, plan_order, plan_posters
from affiche.posters.print_order import COLUMNS, Printer, write_order
from tests.posters.wall import CAMPAIGN, opened

FORMATS_LINE = "    formats: [a4, a3, a4-landscape, a3-landscape]\n"
PLACES = """\
id,name,room,contact,quantity,entrance
utrecht,Utrecht,Zaal 1,Balie,12,Poort 3
zwolle,Zwolle,,,0,
gent,"Gent, haven",,=1+1,7,
"""


def files(
    root: Path,
    formats: str = "a4",
    variants: Iterable[Variant] = (Variant.OFFICE,),
    rows: str | None = None,
) -> tuple[PlannedPoster, ...]:
    said = f"    formats: [{formats}]\n" + ("    locations: locations.csv\n" if rows else "")
    listed = {"campaigns/bovenaan/locations.csv": rows} if rows else {}
    project, studio = opened(root, CAMPAIGN.replace(FORMATS_LINE, said), **listed)
    assert project.catalogue
    return plan_posters(project, project.catalogue, studio, language="nl", variants=variants)


def table(order: bytes, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(order.decode("utf-8-sig")), delimiter=separator))


def test_each_place_gets_as_many_as_it_asked_for(tmp_path: Path) -> None:
    lines = plan_order(files(tmp_path, "a4, a3", rows=PLACES))
    assert [(line.planned.name, line.quantity) for line in lines] == [
        ("photo-a4-utrecht", 12),
        ("photo-a4-gent", 7),
        ("photo-a3-utrecht", 12),
        ("photo-a3-gent", 7),
    ]


def test_a_poster_that_is_the_same_everywhere_is_ordered_once(tmp_path: Path) -> None:
    (line,) = plan_order(files(tmp_path))
    assert (line.planned.location, line.quantity) == (None, 1)


@pytest.mark.parametrize("order", [tuple(Variant), tuple(reversed(Variant))])
def test_of_all_variants_one_is_printed(tmp_path: Path, order: tuple[Variant, ...]) -> None:
    paper = [variant for variant in order if variant is not Variant.SCREEN]
    lines = plan_order(files(tmp_path, "a4, a3, a2, screen", paper))
    assert [(line.planned.file_name, line.printer) for line in lines] == [
        ("photo-a4.pdf", Printer.OFFICE),
        ("photo-a3.pdf", Printer.OFFICE),
        ("photo-a2-press.pdf", Printer.PRINT_SHOP),
    ]


def test_what_there_is_only_one_file_of_is_printed_from_that(tmp_path: Path) -> None:
    (pressed,) = plan_order(files(tmp_path / "press", "a4", [Variant.PRESS]))
    assert pressed.printer is Printer.PRINT_SHOP
    (large,) = plan_order(files(tmp_path / "large", "a2", [Variant.OFFICE]))
    assert (large.planned.file_name, large.printer) == ("photo-a2.pdf", Printer.PRINT_SHOP)
    assert plan_order(files(tmp_path / "kept", "a4", [Variant.ARCHIVE, Variant.ACCESSIBLE])) == ()


def test_the_tray_is_told_how_many_sheets_to_cut(tmp_path: Path) -> None:
    words = words_in("nl")
    posters = files(tmp_path, "a5, a3, a1", rows=PLACES)
    papers = [line.paper(words) for line in plan_order(posters) if line.quantity == 7]
    assert papers == [
        "4 × A4 van photo-a5-gent-2-up.pdf, 160 g/m², doorsnijden",
        "A3, 120 g/m²",
        "posterpapier, 150 g/m², mat",
    ]


def test_a_dutch_spreadsheet_opens_the_order_right(tmp_path: Path) -> None:
    order = write_order(plan_order(files(tmp_path, "letter", rows=PLACES)), words_in("nl"))
    assert order.startswith(b"\xef\xbb\xbfCampagne;Poster;Formaat;")
    assert order.endswith(b"\r\n")
    head, utrecht, gent = table(order, ";")
    assert len(head) == len(COLUMNS) + 1
    assert dict(zip(head, utrecht, strict=True)) == {
        "Campagne": "Leren begint bovenaan",
        "Poster": "Leren begint bovenaan",
        "Formaat": "Letter staand",
        "Uitvoering": "kantoor",
        "Taal": "Nederlands",
        "Locatie": "Utrecht",
        "Ruimte": "Zaal 1",
        "Contactpersoon": "Balie",
        "Aantal": "12",
        "Bestand": "photo-letter-utrecht.pdf",
        "Breedte (mm)": "215,9",
        "Hoogte (mm)": "279,4",
        "Gedrukt door": "kantoorprinter",
        "Papier": "Letter, 120 g/m²",
        "entrance": "Poort 3",
    }
    assert gent[5] == "Gent, haven"


def test_an_english_spreadsheet_gets_commas(tmp_path: Path) -> None:
    order = write_order(plan_order(files(tmp_path, "letter", rows=PLACES)), words_in("en"))
    head, _, gent = table(order, ",")
    assert dict(zip(head, gent, strict=True))["Width (mm)"] == "215.9"
    assert b'"Gent, haven"' in order


@pytest.mark.parametrize("cell", ["=1+1", "+31 30 123", "-2", "@SUM(A1)"])
def test_no_cell_is_taken_for_a_formula(tmp_path: Path, cell: str) -> None:
    rows = f"id,name,contact,entrance\ngent,Gent,{cell},{cell}\n"
    order = write_order(plan_order(files(tmp_path, rows=rows)), words_in("nl"))
    (_, row) = table(order, ";")
    assert row[7] == row[-1] == f"'{cell}"
