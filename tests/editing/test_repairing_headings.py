"""Headings get the levels that they ought to have, and stay under those that they stood under."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.content import load
from affiche.editing import find_repairs
from affiche.report import Code
from tests.project import CAMPAIGN, MKDOCS, write_project
from tests.trying import tried

PAGE = "campaigns/bovenaan/index.md"
EXTRA = "docs/extra.md"
EXTENSIONS = "markdown_extensions: [attr_list, md_in_html, admonition, pymdownx.blocks.html]\n"
OF_HEADINGS = (Code.BODY_HEADING_SKIPPED, Code.BODY_SECOND_TITLE)


def story(body: str) -> str:
    return CAMPAIGN.replace("Het verhaal van de campagne.\n", body)


def repaired(root: Path, **files: str | bytes | None) -> dict[str, str]:
    project = write_project(root, **{"mkdocs.yml": MKDOCS + EXTENSIONS, **files})
    told = [each for each in load(project).diagnostics if each.code in OF_HEADINGS]
    assert told
    changes = find_repairs(project).changes
    assert bool(changes) is any(each.repair for each in told)
    return {change.file: change.after.decode("utf-8") for change in changes}


def outline(levels: str) -> str:
    """Return headings of ``levels``, each with some text under it."""
    return "".join(f"{'#' * int(level)} Kop {n}\n\nTekst\n\n" for n, level in enumerate(levels))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("13", "12"),
        ("124", "123"),
        # What stood beside it still does.
        ("1444", "1222"),
        ("124433", "123333"),
        # What stood under it still does.
        ("1456", "1234"),
        ("146", "123"),
        ("14645", "12323"),
        # What was no part of it is none now.
        ("1432", "1222"),
        ("14241", "12231"),
        # Without a title of its own.
        ("35", "23"),
        ("313", "212"),
    ],
)
def test_a_level_that_was_skipped_is_taken(tmp_path: Path, wrong: str, right: str) -> None:
    assert repaired(tmp_path, **{EXTRA: outline(wrong)}) == {EXTRA: outline(right)}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("1", "2"),
        ("12", "23"),
        ("122312", "233423"),
        ("21", "22"),
        ("13", "23"),
        ("1414", "2323"),
        ("3", "2"),
    ],
)
def test_a_second_title_is_a_heading_of_the_story(tmp_path: Path, wrong: str, right: str) -> None:
    assert repaired(tmp_path, **{PAGE: story(outline(wrong))}) == {PAGE: story(outline(right))}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("####\tTab", "##\tTab"),
        ("#### C# en F", "## C# en F"),
        ("#### Kop {#naam .groot}", "## Kop {#naam .groot}"),
        ("#### *Kop* met `# code`  ", "## *Kop* met `# code`  "),
        ("Tekst\n#### Kop\nTekst", "Tekst\n## Kop\nTekst"),
        ("```\n#### geen\n```\n\n#### Kop", "```\n#### geen\n```\n\n## Kop"),
        ("<!--\n#### geen\n-->\n\n#### Kop", "<!--\n#### geen\n-->\n\n## Kop"),
        ("    #### geen\n\n#### Kop", "    #### geen\n\n## Kop"),
        ("\\#### geen\n\n#### Kop", "\\#### geen\n\n## Kop"),
    ],
)
def test_only_hashes_before_a_heading_change(tmp_path: Path, wrong: str, right: str) -> None:
    files = {EXTRA: f"# Extra\n\n{wrong}\n", PAGE: story(f"{wrong}\n")}
    expected = {EXTRA: f"# Extra\n\n{right}\n", PAGE: story(f"{right}\n")}
    assert repaired(tmp_path, **files) == expected


@pytest.mark.parametrize(
    "body",
    [
        # It may be no heading, and then what is below has another level.
        "#samen is ons woord.\n\n#### Kop\n",
        "#### Kop\n\nWij zeggen:\n#samen\n",
        "####Kop\n",
        "####### Kop\n",
        "##\n\n#### Kop\n",
        "## ![](zaal.jpg)\n\n#### Kop\n",
        # Underlined.
        "Het verhaal\n===========\n",
        "Tekst\n-----\n\n#### Kop\n",
        # Closed.
        "#### Kop ####\n",
        "#### Kop #### {#naam}\n",
        "## Kop ##\n\n#### Kop\n",
        # In HTML, a list, a quotation or a box.
        "<h3>Kop</h3>\n\n#### Kop\n",
        "<div markdown>\n\n#### Kop\n\n</div>\n",
        '<div class="a" markdown="block">\n#### Kop\n</div>\n',
        "- #### Kop\n",
        "> #### Kop\n",
        "!!! note\n\n    #### Kop\n",
        "/// html | h3\nKop\n///\n\n#### Kop\n",
        # Underlined, and taken for a fence: nobody knows where it stands.
        "## Een\n\n~~~ x y\n---\n\n#### Kop\n",
        "## Een [x](zaal.jpg)\n\n~~~ x y\n---\n\n#### Kop\n",
        # There is no seventh level.
        outline("123456"),
    ],
)
def test_where_it_is_not_certain_nothing_changes(tmp_path: Path, body: str) -> None:
    assert repaired(tmp_path, **{PAGE: story(body)}) == {}


def test_a_level_that_the_site_moves_is_left_alone(tmp_path: Path) -> None:
    moved = {"mkdocs.yml": f"{MKDOCS}markdown_extensions:\n  - toc: {{baselevel: 2}}\n"}
    assert repaired(tmp_path, **moved, **{EXTRA: "# Een\n\n### Twee\n"}) == {}


def test_each_heading_that_was_told_counts(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: story(outline("1414"))})
    repairs = find_repairs(root)
    assert (repairs.count, repairs.left) == (4, ())


def test_what_else_is_wrong_between_headings_is_repaired_too(tmp_path: Path) -> None:
    link = "\n\n[x](//academie.example/)\n\n"
    wrong = {EXTRA: f"# Een{link}### Twee{link}### Drie{link}"}
    right = wrong[EXTRA].replace("###", "##").replace("//a", "https://a")
    assert repaired(tmp_path, **wrong) == {EXTRA: right}


_LINES = st.sampled_from(["Tekst", "", "", "- punt", "`# code`", "é #", "[x](#kop)", "> q", "  "])
_ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Return headings of any levels, with a few lines and line ends of any kind between them."""
    text = ""
    for level in draw(st.lists(st.integers(1, 6), min_size=1, max_size=8)):
        between = [f"{line}{draw(_ENDS)}" for line in draw(st.lists(_LINES, max_size=2))]
        text += "".join([*between, "\n", "#" * level, " Kop", draw(_ENDS), "\n"])
    return text


def parents(text: str) -> list[int | None]:
    """Return for each heading of ``text`` the number of the one that it stands under."""
    levels = [len(found[1]) for found in re.finditer(r"^(#+) Kop", text, flags=re.M)]
    return [
        next((n for n in range(at - 1, -1, -1) if levels[n] < level), None)
        for at, level in enumerate(levels)
    ]


@tried(few=40, many=1000)
@given(bodies())
def test_no_heading_changes_its_place_and_no_other_byte_changes(body: str) -> None:
    files = {EXTRA: body.encode(), PAGE: story("").encode() + body.encode()}
    with tempfile.TemporaryDirectory() as folder:
        root = write_project(Path(folder), **files)
        repairs = find_repairs(root)
    too_deep = [each.place.file for each in repairs.left if each.code in OF_HEADINGS]
    # With a seventh level in the story, there is no right answer.
    assert EXTRA not in too_deep
    changed = {change.file: change for change in repairs.changes}
    for file, content in files.items():
        before = content.decode()
        after = changed[file].after.decode() if file in changed else before
        assert parents(after) == parents(before)
        assert re.sub("^#+ Kop", "", after, flags=re.M) == re.sub("^#+ Kop", "", before, flags=re.M)
        if file in too_deep:
            assert after == before
