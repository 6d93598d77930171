"""What has one right answer is repaired; whatever else stands in the file stays, byte for byte."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.content.yaml_nodes import read_fields
from affiche.editing import find_repairs
from tests.project import BRAND, CAMPAIGN, LOCATIONS, PROGRAMME, write_project
from tests.trying import tried

PAGE = "campaigns/bovenaan/index.md"
SESSION = "sessions:\n  - start: {}\n    end: 2026-12-03T23:00\n    location: Zaal 1\nsponsor:"


def repaired(root: Path, **files: str | bytes | None) -> dict[str, str]:
    changes = find_repairs(write_project(root, **files)).changes
    return {change.file: change.after.decode("utf-8") for change in changes}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("  - nieuwsgierig\n", "  - nieuwgierig\n"),
        ("  - nieuwsgierig\n", "  - Nieuwsgierig # onze eerste\n"),
        ("[leidinggevenden]", "['leidinggevende']"),
        ("sender: noor-el-amrani", "sender: noor-el-amarni"),
        ("title: Leren", "titel: Leren"),
        ("title: Leren", '"titel" : Leren'),
        ("status: approved", "status: Approved"),
        ("status: approved", 'status: "aproved"'),
        ("image: zaal.jpg", "image: Zaal.jpg"),
        ("starts: 2026-12-03", "starts: 3-12-2026"),
        ("starts: 2026-12-03", "starts: 3/12/2026"),
        ("starts: 2026-12-03", "starts: 2026-12-3"),
        ("starts: 2026-12-03", "starts: '2026/12/03'"),
        ("starts: 2026-12-03", "starts: 3 december 2026"),
        ("starts: 2026-12-03", "starts: Donderdag 3 dec. 2026"),
        ("starts: 2026-12-03", "starts: 'December 3rd, 2026'"),
        ("call_to_action: Kies", "call_to_action:Kies"),
        ("  - template: photo\n    formats", "\t- template: photo\n\t\tformats"),
        ("programmes: [luisteren]", "programmes: [luisteren, luisteren]"),
        ("programmes: [luisteren]", "programmes: [luisteren"),
        ("  - nieuwsgierig\n", "  - nieuwsgierig\n  - nieuwsgierig\n"),
        ("status: approved\n", "status: approved\nstatus: approved\n"),
        ("---\ntitle", "----\ntitle"),
        ("---\ntitle", "\n\n---\ntitle"),
        ("---\n\nHet", "–––\n\nHet"),
    ],
)  # fmt: skip
def test_one_right_answer_is_written(tmp_path: Path, good: str, bad: str) -> None:
    assert good in CAMPAIGN
    written = repaired(tmp_path, **{PAGE: CAMPAIGN.replace(good, bad, 1)})[PAGE]
    # Quotes and remarks that the editor chose stay.
    left = written.replace(" # onze eerste", "").replace('"title" :', "title:")
    assert left.translate({ord(quote): None for quote in "'\""}) == CAMPAIGN


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("title: Leer: luister", 'title: "Leer: luister"'),
        ("title: “Leer: luister”", 'title: "Leer: luister"'),
        ("title: @iedereen # ook jij", 'title: "@iedereen" # ook jij'),
        ("title: #1 in leren", 'title: "#1 in leren"'),
        ('title: "Leren', 'title: "Leren"'),
    ],
)
def test_a_text_that_yaml_misreads_gets_quotes(tmp_path: Path, bad: str, good: str) -> None:
    title = "title: Leren begint bovenaan"
    written = repaired(tmp_path, **{PAGE: CAMPAIGN.replace(title, bad)})
    assert written == {PAGE: CAMPAIGN.replace(title, good)}


@pytest.mark.parametrize(
    "written",
    [
        *("3-12-2026 9.30", "2026-12-3 9:30", "2026-12-03, 09:30", "3 december 2026 9:30"),
        *("do 3 dec. 2026, 9.30 uur", "3. Dezember 2026 um 9:30 Uhr", "3 déc. 2026 à 9h30"),
    ],
)
def test_a_date_with_a_time_is_written_as_one(tmp_path: Path, written: str) -> None:
    path = "docs/programmes/luisteren.md"
    with_session = PROGRAMME.replace("sponsor:", SESSION)
    page = with_session.format(written)
    assert repaired(tmp_path, **{path: page}) == {path: with_session.format("2026-12-03T09:30")}


def test_a_list_of_places_is_repaired_cell_by_cell(tmp_path: Path) -> None:
    path = "campaigns/bovenaan/locations.csv"
    rows = LOCATIONS.replace("name,", "naam,").replace("2026-12-03", "3-12-2026")
    assert repaired(tmp_path, **{path: rows}) == {path: LOCATIONS}
    rows = LOCATIONS.replace("2026-12-03", "3 dec. 2026")
    assert repaired(tmp_path, **{path: rows}) == {path: LOCATIONS}


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("[x](../../values/nieuwgierig.md#zo)", "[x](../../values/nieuwsgierig.md#zo)"),
        ("[x](../../docs/values/nieuwsgierig.md)", "[x](../../values/nieuwsgierig.md)"),
        ("[x]( <../../values/nieuwsgierig.html> 'y')", "[x]( <../../values/nieuwsgierig.md> 'y')"),
        ("![Een volle zaal.](zaaal.jpg)", "![Een volle zaal.](zaal.jpg)"),
        ("[x](#een-kop)\n\n## En kop\n", "[x](#en-kop)\n\n## En kop\n"),
        ("[x](//academie.example/)", "[x](https://academie.example/)"),
    ],
)
def test_a_link_in_the_text_is_repaired_where_it_stands(
    tmp_path: Path, bad: str, good: str
) -> None:
    page = CAMPAIGN.replace("Het verhaal", "zaaal.jpg [en](https://a.example/) {} Het verhaal")
    value = "---\nname: N\nstatement: S\n---\n\n## Zo\n"
    files: dict[str, str | bytes | None] = {"docs/values/nieuwsgierig.md": value}
    found = repaired(tmp_path, **files, **{PAGE: page.replace("{}", bad)})
    assert found == {PAGE: page.replace("{}", good)}


@pytest.mark.parametrize(
    "link", ["[x](../../programmes/nergens.md)", "[x](../../weg/naar/niets.md)"]
)
def test_where_a_link_leads_is_not_guessed(tmp_path: Path, link: str) -> None:
    assert repaired(tmp_path, **{PAGE: CAMPAIGN + link}) == {}


def test_what_one_repair_uncovers_is_repaired_too(tmp_path: Path) -> None:
    page = CAMPAIGN.replace("title: Leren", "title: Leer: en").replace("eerst.", "eerst: echt.")
    page = page.replace("status: approved", "status: Approved")
    repairs = find_repairs(write_project(tmp_path, **{PAGE: page}))
    assert (repairs.count, repairs.left) == (3, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Two are as near as each other.
        ("image: zaal.jpg", "image: zaai.jpg"),
        # The field that was meant is there already.
        ("call_to_action:", "titel: Nog een\ncall_to_action:"),
        # Empty, it would be wrong in another way.
        ("title: Leren begint bovenaan", 'titel: ""'),
        # The campaign would end before it starts.
        ("starts: 2026-12-03", "starts: 3-12-2028"),
        # Swapped, or a slip: the hint names both.
        ("starts: 2026-12-03", "starts: 2026-13-12"),
        # The weekday is of another year, or another day.
        ("starts: 2026-12-03", "starts: vrijdag 3 december 2026"),
        # There is no such audience under any spelling.
        ("audiences: [leidinggevenden]", "audiences: [Alle Mensen]"),
        # An anchor, by somebody who knows YAML.
        ("title: Leren begint bovenaan", "title: &naam Leren"),
        # Which of the two remarks is the right one?
        ("  - nieuwsgierig\n", "  - nieuwsgierig # a\n  - nieuwsgierig # b\n"),
        ("title: Leren begint bovenaan", "title: Leren\ntitle: Leren begint bovenaan"),
    ],
)
def test_nothing_is_guessed(tmp_path: Path, old: str, new: str) -> None:
    root = write_project(
        tmp_path,
        **{PAGE: CAMPAIGN.replace(old, new), "campaigns/bovenaan/zaag.jpg": b"\xff\xd8\xff\xe0"},
    )
    repairs = find_repairs(root)
    assert (repairs.changes, repairs.count) == ((), 0)
    assert repairs.left


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("nl", "3-12-2026", "2026-12-03"),
        ("de", "3.12.2026", "2026-12-03"),
        ("en", "3-12-2026", None),
        ("en", "13-12-2026", "2026-12-13"),
        ("en", "3-3-2027", "2027-03-03"),
        ("ja", "3-12-2026", None),
    ],
)
def test_a_day_before_a_month_is_read_as_its_language_writes_it(
    tmp_path: Path, language: str, written: str, meant: str | None
) -> None:
    page = CAMPAIGN.replace("ends: 2027-01-31", "ends: 2027-05-31")
    brand = BRAND.replace("languages: [nl]", f"languages: [{language}]")
    bad = page.replace("starts: 2026-12-03", f"starts: {written}")
    found = repaired(tmp_path, **{PAGE: bad, "overrides/brand.yml": brand})
    assert found.get(PAGE) == (page.replace("2026-12-03", meant) if meant else None)


def test_nothing_is_written(tmp_path: Path) -> None:
    root = write_project(tmp_path, **{PAGE: CAMPAIGN.replace("approved", "Approved")})
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert find_repairs(root).count == 1
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


# Each is a line that is right, and that line with a mistake which has one right answer.
_MISTAKES = {
    "title": ("title: Leren: nu", 'title: "Leren: nu"'),
    "titel": ("titel: Leren", "title: Leren"),
    "status": ("status: Approved", "status: approved"),
    "starts": ("starts: 3-12-2026", "starts: 2026-12-03"),
    "starts '": ("starts: '2026-12-3'  # eerste dag", "starts: '2026-12-03'  # eerste dag"),
    "starts dec": ("starts:  Do. 3 DEC. 2026 # dag 1", "starts:  2026-12-03 # dag 1"),
    "sponsor": ('sponsor: "noor-el-amarni"', 'sponsor: "noor-el-amrani"'),
    "values": ("values: [ nieuwgierig ]", "values: [ nieuwsgierig ]"),
    "call": ("call_to_action:Kies", "call_to_action: Kies"),
    "message": ('message: "Wie leidt', 'message: "Wie leidt"'),
    "programmes": ("programmes: [luisteren", "programmes: [luisteren]"),
    "audiences": ("audiences:[leidinggevenden", "audiences: [leidinggevenden]"),
}
_GOOD = {
    "title": ["title: 'Het ''begin'''", 'title: "Léren \\u263a"', "title: Leren  # kop"],
    "message": [
        "message: >\n  Gevouwen: tekst\n  # geen opmerking\n\n  en meer",
        "message: |-\n  Letterlijk 'zo'\n   en zo",
        'message: "Dubbel: met # erin"',
        "message: Over twee\n  regels",
    ],
    "call_to_action": ["call_to_action: Kies", 'call_to_action:   "Kies"'],
    "programmes": ["programmes: [luisteren]", "programmes:\n- luisteren"],
    "values": ["values:\n  - nieuwsgierig   # één", "values: [nieuwsgierig,]"],
    "audiences": ["audiences: [leidinggevenden]"],
    "starts": ["starts: 2026-12-03", "starts: '2026-12-03'"],
    "ends": ["ends: 2027-01-31"],
    "sponsor": ["sponsor: noor-el-amrani"],
    "status": ["status: approved", "'status': draft"],
}  # fmt: skip
_STORY = (
    "---\n\nTekst: # é  \n{} Kop\t\n\n- `#### a`\n\n{}\tKop [x]({}//a.example/)  \n{} # Kop\n\n"
)
_ENDS = [
    *((end, end) for end in ("---\n\nTekst:  \n## Kop\t\n", "---", "---  \n\n\n\nEinde\n\n\n")),
    (_STORY.format("####", "#####", "", "####"), _STORY.format("##", "###", "https:", "##")),
    (_STORY.format("#", "##", "https:", "#"), _STORY.format("##", "###", "https:", "##")),
]
_FIELD_OF = {
    "titel": "title",
    "starts '": "starts",
    "starts dec": "starts",
    "call": "call_to_action",
}
_BETWEEN = st.sampled_from(["", "", "", "# opmerking: met dubbele punt\n", "\n", "  # \té\n"])


@st.composite
def pages(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Return a campaign with mistakes, and the same one without them."""
    wrong = draw(
        st.lists(st.sampled_from(sorted(_MISTAKES)), unique_by=lambda m: _FIELD_OF.get(m, m))
    )
    by_field = {_FIELD_OF.get(each, each): _MISTAKES[each] for each in wrong}
    bad, good = "---\n", "---\n"
    for field in draw(st.permutations(sorted(_GOOD))):
        between = draw(_BETWEEN)
        line = draw(st.sampled_from(_GOOD[field]))
        before, after = by_field.get(field, (line, line))
        bad, good = bad + between + before + "\n", good + between + after + "\n"
    end, right_end = draw(st.sampled_from(_ENDS))
    bad, good = bad + end, good + right_end
    line_end, mark = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["", "\ufeff"]))
    return tuple((mark + text.replace("\n", line_end)).encode() for text in (bad, good))  # type: ignore[return-value]


@tried(few=40, many=1000)
@given(pages())
def test_no_byte_changes_that_is_not_meant_to(versions: tuple[bytes, bytes]) -> None:
    bad, good = versions
    with tempfile.TemporaryDirectory() as folder:
        root = write_project(Path(folder), **{PAGE: bad})
        repairs = find_repairs(root)
    assert [change.after for change in repairs.changes] == [good] * (bad != good)
    assert repairs.left == ()
    text = good.decode("utf-8-sig").replace("\r\n", "\n")
    assert read_fields(text.split("---")[1], PAGE)[1] == []
