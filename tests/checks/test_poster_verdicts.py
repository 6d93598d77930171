"""What is remembered of posters is what would be said of them now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from affiche import posters
from affiche.checks import inspect
from affiche.checks.poster_verdicts import _as_text, _from_text
from affiche.report import Code, Diagnostic, Place, Repair
from tests.posters.test_picture import PHOTO, PORTRAIT, jpeg, with_photo
from tests.posters.wall import CAMPAIGN, PAGE, TODAY
from tests.project import BRAND, VALUE, write_project

LONG = "Dit is een zin die op geen enkele poster past, hoe klein hij ook wordt gezet. " * 12
SMALL = with_photo(CAMPAIGN).replace("[a4, a3, a4-landscape, a3-landscape]", "[a5]")
FILES: dict[str, str | bytes] = {PAGE: SMALL, PHOTO: jpeg(2000, 2000), **PORTRAIT}

CHANGES: dict[str, tuple[dict[str, str | bytes], Code]] = {
    "text": (
        {PAGE: SMALL.replace("title: ", f"title: {LONG}")},
        Code.HEADLINE_TOO_LONG,
    ),
    "picture": ({PHOTO: jpeg(600, 600)}, Code.PICTURE_TOO_SMALL),
    "value": (
        {"docs/values/nieuwsgierig.md": VALUE.replace("Nieuwsgierig", "Nieuwsgierig \U0001f600")},
        Code.MISSING_GLYPH,
    ),
    "small print": (
        {"overrides/brand.yml": f"{BRAND}small_print: Groet \U0001f600\n"},
        Code.MISSING_GLYPH,
    ),
    "template": ({"overrides/posters/photo.typ": "#panic()"}, Code.TEMPLATE_FAILED),
    "typeface": ({"overrides/brand.yml": BRAND.replace("Poppins", "Geen")}, Code.UNKNOWN_FONT),
    "portrait": ({"docs/people/noor.jpg": b"geen foto"}, Code.NOT_A_PICTURE),
}
"""What is written into the project, and what must be said of it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    # Two campaigns: what they share is told once for both.
    second = SMALL.replace("[a5]", "[a5-landscape]").replace("Ik begin", "Ook hier begin ik")
    files = {"campaigns/tweede/index.md": second, "campaigns/tweede/zaal.jpg": FILES[PHOTO]}
    return write_project(tmp_path, **FILES, **files)


def verdict(root: Path) -> tuple[Diagnostic, ...]:
    seen = inspect(root, TODAY, drafts=True, verdict_only=True)
    assert seen.made is None
    return seen.diagnostics


def as_built(root: Path) -> tuple[Diagnostic, ...]:
    return inspect(root, TODAY, drafts=True).diagnostics


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def test_nothing_is_planned_while_nothing_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verdict(root) == ()
    for name in ("plan_in_languages", "open_studio", "why_not_a_picture"):
        monkeypatch.setattr(posters, name, lambda *_a, **_k: pytest.fail("it is remembered"))
    assert verdict(root) == ()
    (root / "campaigns/tweede/notities.txt").write_text("Bellen!")
    with pytest.raises(pytest.fail.Exception):
        verdict(root)


def test_only_the_campaign_that_changed_is_planned(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict(root)
    planned: list[str] = []
    plan = posters.plan_in_languages

    def noted(*given: Any, **options: Any) -> Any:
        found = plan(*given, **options)
        planned.extend(poster.campaign.id for poster in found)
        return found

    monkeypatch.setattr(posters, "plan_in_languages", noted)
    write(root, CHANGES["text"][0])
    verdict(root)
    assert set(planned) == {"bovenaan"}


@pytest.mark.parametrize(("files", "code"), CHANGES.values(), ids=CHANGES)
def test_what_a_change_does_is_told_as_by_a_build(
    root: Path, files: dict[str, str | bytes], code: Code
) -> None:
    assert verdict(root) == ()
    write(root, files)
    found = verdict(root)
    assert code in {each.code for each in found}
    assert found == verdict(root) == as_built(root)
    write(root, {name: FILES.get(name, BRAND) for name in files})
    (root / "overrides/posters/photo.typ").unlink(missing_ok=True)
    write(root, {"docs/values/nieuwsgierig.md": VALUE})
    assert verdict(root) == ()


def test_a_repair_is_remembered_with_its_problem() -> None:
    place = Place("campaigns/bovenaan/index.md", 3, 9)
    with_repair = Diagnostic.of(
        Code.UNKNOWN_TEMPLATE, place, "Nee.", "Ja.", Repair(place, "foto", "photo")
    )
    (read,) = _from_text(_as_text([with_repair]))
    assert (read, read.repair) == (with_repair, with_repair.repair)
