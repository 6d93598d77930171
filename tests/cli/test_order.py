"""What somebody gets who orders posters, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from affiche.cli import main
from tests.integration.building import TINY_CAMPAIGN, TINY_PAGE, write_tiny_project
from tests.project import ENGLISH

PLACES = "id,name,quantity\nutrecht,Utrecht,12\nzwolle,Zwolle,0\n"
FLYER = TINY_CAMPAIGN.replace(
    "formats: [a4]", "formats: [a5]\n    variants: [office]\n    locations: locations.csv"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_tiny_project(tmp_path_factory.mktemp("order"))
    (root / TINY_PAGE).write_text(FLYER, encoding="utf-8")
    (root / TINY_PAGE).with_name("locations.csv").write_text(PLACES, encoding="utf-8")
    for path, text in ENGLISH.items():
        (root / path).write_text(str(text), encoding="utf-8")
    return root


def order(project: Path, output: Path, *arguments: str) -> Result:
    where = ("--project", str(project), "--today", "2026-12-10", "--output", str(output))
    return CliRunner().invoke(main, ["order", *where, *arguments], env={"COLUMNS": "200"})


def written(output: Path) -> list[str]:
    return sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())


def test_everything_for_the_print_shop_lies_in_one_folder(project: Path, tmp_path: Path) -> None:
    result = order(project, tmp_path, "bovenaan")
    assert result.exit_code == 0, result.output
    assert written(tmp_path) == [
        "bovenaan/contact-sheet.pdf",
        "bovenaan/contact-sheet.webp",
        "bovenaan/delivery-list.pdf",
        "bovenaan/photo-a5-utrecht-2-up.pdf",
        "bovenaan/photo-a5-utrecht.pdf",
        "bovenaan/photo-a5-zwolle-2-up.pdf",
        "bovenaan/print-order.csv",
    ]
    assert "7 files in" in result.output
    assert sorted(result.stdout.splitlines()) == sorted(
        str(tmp_path / f) for f in written(tmp_path)
    )


def test_files_that_the_order_names_are_there(project: Path, tmp_path: Path) -> None:
    order(project, tmp_path, "bovenaan")
    rows = (tmp_path / "bovenaan/print-order.csv").read_text(encoding="utf-8-sig").splitlines()
    head, *lines = (row.split(";") for row in rows)
    files = [line[head.index("Bestand")] for line in lines]
    assert files == ["photo-a5-utrecht.pdf"]
    assert (tmp_path / "bovenaan" / files[0]).read_bytes().startswith(b"%PDF")


def test_another_language_is_ordered_apart(project: Path, tmp_path: Path) -> None:
    result = order(project, tmp_path, "--language", "en")
    assert result.exit_code == 0, result.output
    assert {path.split("/")[0] for path in written(tmp_path)} == {"en"}
    rows = (tmp_path / "en/bovenaan/print-order.csv").read_text(encoding="utf-8-sig")
    assert rows.startswith("Campaign,Poster,")
    assert "Dutch" not in rows


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bovenan",), "There is no campaign 'bovenan'. Did you mean 'bovenaan'?"),
        (("--format", "a9"), "There is no format 'a9'"),
        (("--language", "fr"), "This site does not speak 'fr'"),
    ],
)
def test_what_is_not_there_is_a_usage_error(
    arguments: tuple[str, ...], said: str, project: Path, tmp_path: Path
) -> None:
    result = order(project, tmp_path, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert written(tmp_path) == []


def test_nothing_is_ordered_from_a_list_with_mistakes(project: Path, tmp_path: Path) -> None:
    rows = (project / TINY_PAGE).with_name("locations.csv")
    rows.write_text(PLACES.replace("12", "twaalf"), encoding="utf-8")
    try:
        result = order(project, tmp_path)
    finally:
        rows.write_text(PLACES, encoding="utf-8")
    assert result.exit_code == 1
    assert "'twaalf' is not a whole number." in result.output
    assert written(tmp_path) == []
