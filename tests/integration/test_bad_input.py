"""What editors get wrong, through the commands that they type.

Each mistake gives one diagnostic, and the site that was there stays whole.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.building import (
    TINY_CAMPAIGN,
    TINY_PAGE,
    build,
    run,
    snapshot,
    write_tiny_project,
)

PICTURE = "campaigns/bovenaan/zaal.jpg"
Change = tuple[str, bytes | None]


def _page(old: str, new: str) -> Change:
    assert old in TINY_CAMPAIGN
    return TINY_PAGE, TINY_CAMPAIGN.replace(old, new, 1).encode()


MISTAKES: dict[str, tuple[Change, str, int]] = {
    "content.unknown-value": (_page("  - nieuwsgierig", "  - nieuwgierig"), TINY_PAGE, 7),
    "content.unknown-key": (_page("status:", "kleur: rood\nstatus:"), TINY_PAGE, 23),
    "content.unquoted-colon": (_page("message: ", "message: Let op: "), TINY_PAGE, 3),
    "content.missing-field": (_page("call_to_action: Kies je dagdeel\n", ""), TINY_PAGE, 1),
    "content.invalid-date": (_page("2026-12-03", "2026-02-30"), TINY_PAGE, 9),
    "content.tab-in-yaml": (_page("  leidinggevenden:", "\tleidinggevenden:"), TINY_PAGE, 13),
    "content.empty-file": ((TINY_PAGE, b""), TINY_PAGE, 1),
    "content.not-utf8": (
        (TINY_PAGE, TINY_CAMPAIGN.replace("verhaal", "idée").encode("latin-1")),
        TINY_PAGE,
        27,
    ),
    "body.broken-link": (_page("Het verhaal", "[Verhaal](../../values/nergens.md)"), TINY_PAGE, 27),
    "content.missing-file": ((PICTURE, None), TINY_PAGE, 14),
    "poster.not-a-picture": ((PICTURE, b"Beste collega,\n"), TINY_PAGE, 14),
    "poster.headline-too-long": (
        _page("template: photo\n", f"template: photo\n    headline: {'Wij leren ' * 30}\n"),
        TINY_PAGE,
        18,
    ),
}
"""By the code that it gives: a file to change, and file and line of the diagnostic."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project that was built once."""
    root = write_tiny_project(tmp_path_factory.mktemp("tiny"))
    done = run(root, "affiche", "build")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def _make(change: Change, root: Path) -> None:
    path, content = change
    if content is None:
        (root / path).unlink()
    else:
        (root / path).write_bytes(content)


def _says_no_traceback(done: subprocess.CompletedProcess[str]) -> bool:
    return "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_gives_one_diagnostic_with_its_place_and_a_way_out(
    code: str, project: Path
) -> None:
    change, file, line = MISTAKES[code]
    before = snapshot(project / "site")
    _make(change, project)
    done = run(project, "affiche", "check", "--format", "json")
    assert done.returncode == 1
    assert done.stderr == ""
    [diagnostic] = json.loads(done.stdout)["problems"]
    assert (diagnostic["code"], diagnostic["severity"]) == (code, "error")
    assert (diagnostic["file"], diagnostic["line"]) == (file, line)
    assert diagnostic["column"] >= 1
    assert diagnostic["message"]
    assert diagnostic["hint"]
    assert snapshot(project / "site") == before


@pytest.mark.parametrize(
    "code", ["content.unknown-value", "poster.not-a-picture", "poster.headline-too-long"]
)
def test_a_mistake_stops_a_build_and_leaves_the_site_whole(code: str, project: Path) -> None:
    change, file, line = MISTAKES[code]
    before = snapshot(project / "site")
    _make(change, project)
    done = run(project, "affiche", "build")
    assert done.returncode == 1
    assert done.stderr.count(f"{file}:{line}:") == 1
    assert done.stderr.count("  error  ") == 1
    assert "affiche build: 1 error; site/ stays as it was" in done.stderr
    assert _says_no_traceback(done)
    assert snapshot(project / "site") == before


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_mistake_stops_the_generator_too_and_leaves_the_site_whole(
    host: str, project: Path
) -> None:
    change, file, line = MISTAKES["content.unknown-value"]
    before = snapshot(project / "site")
    _make(change, project)
    done = run(project, host, "build", "-f", "mkdocs.yml")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert said.count(f"{file}:{line}:") == 1
    assert said.count("  error  ") == 1
    assert "1 problem to mend; nothing was built" in said
    assert _says_no_traceback(done)
    assert snapshot(project / "site") == before


def test_a_link_to_a_poster_that_is_not_made_stops_a_build_and_leaves_the_site_whole(
    project: Path,
) -> None:
    before = snapshot(project / "site")
    _make(_page("Het verhaal", "[Het verhaal](posters/nergens.pdf)"), project)
    done = run(project, "affiche", "build")
    assert done.returncode == 1
    assert "posters/nergens.pdf" in done.stderr
    assert "the pages could not be built; site/ stays as it was" in done.stderr
    assert _says_no_traceback(done)
    assert snapshot(project / "site") == before
    assert not (project / ".affiche/site-next").exists()


def test_all_mistakes_are_told_at_once(project: Path) -> None:
    page = TINY_CAMPAIGN.replace("nieuwsgierig", "nieuwgierig").replace("2026-12-03", "2026-02-30")
    _make((TINY_PAGE, page.encode()), project)
    _make(("docs/values/nieuwsgierig.md", b"\xff\xfe"), project)
    done = run(project, "affiche", "check", "--format", "json")
    found = [(d["file"], d["code"]) for d in json.loads(done.stdout)["problems"]]
    assert found == sorted(found, key=lambda each: each[0])
    assert {"content.not-utf8", "content.unknown-value", "content.invalid-date"} <= {
        code for _, code in found
    }


# The store of what was made


def test_the_store_may_be_deleted_between_builds(project: Path) -> None:
    before = snapshot(project / "site")
    shutil.rmtree(project / ".affiche")
    after = snapshot(build(project, "again", "--strict"))
    assert after.keys() == before.keys()
    # A gzip file holds the minute in which it was made.
    assert [n for n in after if after[n] != before[n] and n != "sitemap.xml.gz"] == []


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [_empty, _halve])
@pytest.mark.parametrize("name", ["manifest.json", "poster"])
def test_a_damaged_artefact_is_made_again(
    name: str, damage: Callable[[Path], None], project: Path
) -> None:
    posters = [p.parent for p in (project / ".affiche/store").rglob("poster")]
    assert len(posters) == 1
    whole = (posters[0] / "poster").read_bytes()
    damage(posters[0] / name)
    done = run(project, "affiche", "posters")
    assert _says_no_traceback(done), done.stderr
    assert done.returncode == 0
    assert (project / "posters/bovenaan/photo-a4.pdf").read_bytes() == whole


@pytest.mark.parametrize(
    "command", [("affiche", "check"), ("affiche", "build"), ("mkdocs", "build")]
)
def test_a_store_that_cannot_be_used_is_named(command: tuple[str, str], project: Path) -> None:
    before = snapshot(project / "site")
    shutil.rmtree(project / ".affiche")
    (project / ".affiche").write_text("not a folder\n")
    done = run(project, *command)
    assert done.returncode == 1
    assert ".affiche" in done.stdout + done.stderr
    assert _says_no_traceback(done)
    assert snapshot(project / "site") == before


def test_a_template_that_is_not_there_is_told_with_its_page(tmp_path: Path) -> None:
    root = write_tiny_project(tmp_path)
    (root / "docs/extra.md").write_text("---\ntemplate: nope.html\n---\n# Extra\n")
    done = run(root, "mkdocs", "build", "--site-dir", "built")
    assert done.returncode == 1
    assert "extra.md: there is no template 'nope.html'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_language_that_the_theme_does_not_speak_is_told(tmp_path: Path) -> None:
    root = write_tiny_project(tmp_path)
    brand = root / "overrides/brand.yml"
    brand.write_text(brand.read_text().replace("languages: [nl]", "languages: [nl, mt]"))
    done = run(root, "affiche", "build")
    assert done.returncode == 1
    assert "the theme has no words in 'mt'" in done.stderr
    assert "overrides/partials/languages/mt.html" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()
