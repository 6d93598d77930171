"""Whoever owns a page is asked to read along, when a Git host knows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.content import load
from affiche.editing import codeowners, codeowners_file, find_owners
from affiche.editing.owners import PLACES, Owners
from affiche.model.brand import handles_in
from tests.project import AUDIENCE, BRAND, CAMPAIGN, VALUE, write_project


def _owned(text: str, owner: str) -> str:
    return text.replace("---\n", f"---\nowner: {owner}\n", 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(
        tmp_path,
        **{
            "overrides/brand.yml": f'{BRAND}owners:\n  Academie: "@meridiaan/academie, @noor"\n',
            "campaigns/bovenaan/index.md": _owned(CAMPAIGN, "Academie"),
            "docs/values/nieuwsgierig.md": _owned(VALUE, "noor@meridiaan.example"),
            "docs/audiences/leidinggevenden.md": _owned(AUDIENCE, "Directiesecretariaat"),
        },
    )


def _owners(root: Path) -> Owners:
    catalogue = load(root).catalogue
    assert catalogue
    return find_owners(catalogue)


def test_pages_have_the_owners_that_a_host_knows(root: Path) -> None:
    owners = _owners(root)
    assert owners.lines == (
        "/campaigns/bovenaan/ @meridiaan/academie @noor",
        "/docs/values/nieuwsgierig.* noor@meridiaan.example",
    )
    ((name, place),) = owners.unknown
    assert (name, str(place)) == (
        "Directiesecretariaat",
        "docs/audiences/leidinggevenden.md:2:8",
    )


def test_own_lines_stay_where_they_are(root: Path) -> None:
    owners = _owners(root)
    made = codeowners(owners, "")
    before = "# Van ons.\n/overrides/ @merk\n"
    grown = codeowners(owners, before)
    assert grown == f"{made}\n{before}"
    above = f"* @iedereen\n\n{made}\n/overrides/ @merk"
    assert codeowners(owners, above) == above
    assert codeowners(Owners(), above) == above.replace("\n".join(owners.lines) + "\n", "")


@pytest.mark.parametrize("place", PLACES)
def test_the_file_that_is_there_is_the_one_to_write(place: str, tmp_path: Path) -> None:
    assert codeowners_file(tmp_path) == "CODEOWNERS"
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).touch()
    assert codeowners_file(tmp_path) == place


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@noor", ("@noor",)),
        ("@groep/onder.groep/team-1, @noor", ("@groep/onder.groep/team-1", "@noor")),
        ("leren@meridiaan.example", ("leren@meridiaan.example",)),
        ("Noor van Dijk", ()),
        ("@noor en Leila", ()),
        ("@noor/", ()),
        ("@", ()),
    ],
)
def test_a_handle_is_told_from_a_name(text: str, handles: tuple[str, ...]) -> None:
    assert handles_in(text) == handles


def test_what_is_no_handle_is_refused_in_the_brand(tmp_path: Path) -> None:
    brand = f"{BRAND}owners:\n  Academie: de academie\n"
    (problem,) = load(write_project(tmp_path, **{"overrides/brand.yml": brand})).diagnostics
    assert problem.message == "'de academie' is nobody that a Git host knows."
    assert problem.place.column == 13
