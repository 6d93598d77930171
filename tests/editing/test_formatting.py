"""One form for the fields of a page, whoever wrote them; what they say stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from affiche.content.inventory import entity_files
from affiche.content.pages import parse_page
from affiche.content.translation import text_digest
from affiche.editing import find_formatting
from affiche.editing.formatting import formatted
from affiche.model import Campaign, Entity, Programme, Value
from tests.project import CAMPAIGN, write_project
from tests.trying import tried

ROOT = Path(__file__).parents[2]
FILE = "campaigns/a/index.md"


def form(fields: str, kind: type[Entity] = Campaign, body: str = "") -> str:
    written = formatted(f"---\n{fields}---\n{body}", FILE, kind)
    assert isinstance(written, str)
    again = formatted(written, FILE, kind)
    assert again == written
    return written


def fields(text: str, kind: type[Entity] = Campaign) -> str:
    return form(text, kind).removeprefix("---\n").removesuffix("---\n")


def test_fields_stand_in_the_order_of_the_model_and_care_comes_last() -> None:
    assert fields(
        "owner: a\nid: b\nstatement: c\nkeywords: [d]\nname: e\nreviewed: f\n", Value
    ) == ("id: b\nname: e\nstatement: c\nkeywords:\n  - d\nowner: a\nreviewed: f\n")


def test_the_fields_of_an_item_are_in_order_too() -> None:
    poster = "posters:\n- headline: b\n  audience: c\n  template: a\n"
    ordered = "posters:\n  - template: a\n    audience: c\n    headline: b\n"
    assert fields(poster) == ordered


def test_fields_that_nobody_knows_keep_their_order() -> None:
    assert fields("owner: a\nzet: b\naap: c\ntitle: d\n") == "title: d\nzet: b\naap: c\nowner: a\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'Leren'", "Leren"),
        ('"Leren: nu"', '"Leren: nu"'),
        ("'Zeg \"nee\": nu'", "'Zeg \"nee\": nu'"),
        ("no", '"no"'),
        ("'y'", '"y"'),
        ("10:30", '"10:30"'),
        ("0042", '"0042"'),
        ("'1e3'", '"1e3"'),
        ("2026", '"2026"'),
        ("2026-12-03", '"2026-12-03"'),
        ("null", ""),
        ("''", '""'),
        ("'null'", '"null"'),
        ("Zeg het, nu [echt] #1", "Zeg het, nu [echt] #1"),
        (">-\n  Over twee\n  regels", "Over twee regels"),
        ("Over twee\n  regels", "Over twee regels"),
        ('"Een\\nTwee"', "|-\n  Een\n  Twee"),
        (">\n  Een", "|\n  Een"),
        ('" vooraan"', '" vooraan"'),
        ('"C:\\\\school"', "C:\\school"),
        ('"tab\\t\\u2028"', '"tab\\t\\L"'),
    ],
)
def test_a_text_has_quotes_where_a_program_would_take_it_for_something_else(
    written: str, read: str
) -> None:
    assert fields(f"title: {written}\n") == f"title: {read}".rstrip() + "\n"


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ('starts: "2026-12-03"', "starts: 2026-12-03"),
        ("sessions:\n  - start: '2026-12-03T10:00'", "sessions:\n  - start: 2026-12-03T10:00"),
        ("sessions:\n  - capacity: '12'", "sessions:\n  - capacity: 12"),
        ("sessions:\n  - capacity: '012'", 'sessions:\n  - capacity: "012"'),
    ],
)
def test_dates_and_numbers_are_plain_where_they_are_meant(line: str, same: str) -> None:
    kind = Programme if line.startswith("sessions") else Campaign
    assert fields(f"{line}\n", kind) == f"{same}\n"


def test_an_item_of_a_list_has_a_line_but_formats_share_one() -> None:
    written = "values: [a, b]\nposters:\n- formats:\n  - a4\n  - a3\n  template: type\n  do: []\n"
    assert fields(written) == (
        "values:\n  - a\n  - b\nposters:\n  - template: type\n    do: []\n    formats: [a4, a3]\n"
    )


def test_benefits_are_written_in_the_short_form() -> None:
    written = "benefits:\n# wie\n- text: Je wint.\n  audience: directie\n- audience: b\n  text:\n"
    assert fields(written) == "benefits:\n  # wie\n  directie: Je wint.\n  b:\n"
    twice = "benefits:\n  - audience: a\n    text: b\n  - audience: a\n    text: c\n"
    assert fields(twice) == twice


def test_remarks_stay_with_what_they_are_about() -> None:
    assert fields(
        """\
# over de eigenaar
owner: a  # vraag Noor

# over de posters
posters: # drie
  # de eerste
  - headline: b # kort
    # welk sjabloon
    template: c
    # audience: directie
  # de tweede
- template: d
values:
  - x # eerst

  # dan
  - z
message: > # gevouwen
  Een # geen opmerking
title: e
# tot slot
""".replace("- template: d", "  - template: d")
    ) == (
        """\
title: e
message: | # gevouwen
  Een # geen opmerking
values:
  - x # eerst
  # dan
  - z
# over de posters
posters: # drie
  # de eerste
  # welk sjabloon
  - template: c
    headline: b # kort
    # audience: directie
  # de tweede
  - template: d
# over de eigenaar
owner: a # vraag Noor
# tot slot
"""
    )


def test_a_remark_between_brackets_keeps_its_item() -> None:
    assert fields("posters:\n  - formats: [a4, # hal\n      a3]\n    template: b\n") == (
        "posters:\n  - template: b\n    formats: [a4, a3] # hal\n"
    )


def test_the_text_under_the_fields_stays_but_for_empty_lines_around_it() -> None:
    body = "    code\n\n| a |b|\n|-|-|\n\ttab  "
    assert form("title: a\n", body=f"\n\n  \n{body}\n\n \n") == f"---\ntitle: a\n---\n\n{body}\n"
    assert form("title: a\n", body="\n \n") == "---\ntitle: a\n---\n"


def test_line_ends_and_fences_become_plain(tmp_path: Path) -> None:
    page = "\ufeff" + CAMPAIGN.replace("---\n\nHet", "...  \nHet").replace("\n", "\r\n")
    root = write_project(tmp_path, **{"campaigns/bovenaan/index.md": page})
    changes = {change.file: change.after for change in find_formatting(root).changes}
    same = formatted(CAMPAIGN, FILE, Campaign)
    assert changes["campaigns/bovenaan/index.md"].decode() == same


@pytest.mark.parametrize(
    "bad", ["title: a: b\n", "title: &a b\n", "title: a\ntitle: b\n", "\ttitle: a\n", "- a\n"]
)
def test_fields_with_a_mistake_in_their_yaml_are_left_alone(tmp_path: Path, bad: str) -> None:
    page = f"---\n{bad}---\n"
    root = write_project(tmp_path, **{"campaigns/bovenaan/index.md": page})
    found = find_formatting(root)
    assert [d.place.file for d in found.unreadable] == ["campaigns/bovenaan/index.md"]
    assert "campaigns/bovenaan/index.md" not in [change.file for change in found.changes]


def test_only_the_files_that_are_asked_for_change(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    all_of_them = find_formatting(root)
    found = find_formatting(root, [root / "campaigns", root / "docs/values/nieuwsgierig.md"])
    assert [change.file for change in found.changes] == ["campaigns/bovenaan/index.md"]
    assert found.unchanged == 1
    assert len(all_of_them.changes) + all_of_them.unchanged == 5


# What has quotes in one form, and none, or others, in another; and what looks like a remark.
_TEXTS = st.one_of(
    st.sampled_from(
        ["no", "10:30", "0042", "null", "", "~", "a: b", "# a", "a #b", "'", '"', "- a", "[a", "@",
         "2026-12-03", "12", "1e3", "=", "<<", "a\nb", "a\n\n# b\n", "\n", " a", "a ", "é☺", "*a*"]
    ),
    st.text("ab :#'\"-\n\té[]{},&*!|>%@", max_size=14),
)  # fmt: skip
_NAMES = ["title", "starts", "owner", "message", "aap", "keywords", "when"]
_ITEMS = st.lists(_TEXTS, max_size=3)
_POSTERS = st.lists(
    st.dictionaries(st.sampled_from(["template", "headline", "claim"]), _TEXTS)
    | st.fixed_dictionaries({"formats": _ITEMS, "name": _TEXTS}),
    max_size=3,
)
_DATA = st.fixed_dictionaries(
    {},
    optional={
        **{name: _TEXTS for name in _NAMES if name != "keywords"},
        "keywords": _ITEMS,
        "posters": _POSTERS,
        "objectives": st.dictionaries(st.sampled_from(["do", "know", "zo"]), _TEXTS),
        "benefits": st.dictionaries(st.sampled_from(["directie", "no", "a b"]), _TEXTS),
    },
)


def data(text: str) -> Any:
    page, problems = parse_page(text, FILE, Campaign, "a")
    assert page, problems
    return page.fields.data


@tried(few=80, many=2000)
@given(
    _DATA,
    st.sampled_from(["'", '"', None]),
    st.sampled_from([False, None]),
    st.sampled_from([20, 1000]),
    st.randoms(use_true_random=False),
)
def test_fields_that_say_the_same_get_the_same_form(
    values: dict[str, Any], quotes: str | None, flow: bool | None, width: int, random: Any
) -> None:
    def dump(given: dict[str, Any], **style: Any) -> str:
        return f"---\n{yaml.safe_dump(given, allow_unicode=True, sort_keys=False, **style)}---\n"

    keys = list(values)
    random.shuffle(keys)
    one = dump(values, default_style='"')
    other = dump(
        {key: values[key] for key in keys},
        default_style=quotes,
        default_flow_style=flow,
        width=width,
    )
    forms = {formatted(text, FILE, Campaign) for text in (one, other)}
    (same,) = forms
    assert isinstance(same, str)
    assert formatted(same, FILE, Campaign) == same
    assert data(same) == data(one)


_LINES = [
    "title: 'Het ''begin''' # kop",
    'message: "Dubbel: met # erin"   # bericht',
    "call_to_action: >\n  Gevouwen\n\n  # geen opmerking",
    "when: |- # blok\n  Letterlijk\n   en zo",
    "values: # lijst\n- a # één\n# ertussen\n- 'b'\n  # erna",
    "audiences: [a, b] # samen",
    "posters:\n# eerste\n-   # streep - hier\n  headline: x # y\n  # op\n  template: z\n  # uit\n"
    "-  template: q",
    "objectives: {do: a, know: 'b # c'} # doel",
    "owner: over twee\n  regels # eigenaar",
    "onbekend:\n    - - a # diep\n      - b\n    -\n    - {}",
]  # fmt: skip
_BETWEEN = st.sampled_from(["", "", "# los\n", "\n", "# een\n\n# twee\n"])


@tried(few=50, many=2000)
@given(st.permutations(_LINES), st.lists(_BETWEEN, min_size=11, max_size=11))
def test_no_remark_is_lost_and_the_form_is_a_fixed_point(
    lines: list[str], between: list[str]
) -> None:
    pairs = zip(between, [*lines, ""], strict=True)
    text = "---\n" + "".join(f"{gap}{line}\n" if line else gap for gap, line in pairs) + "---\n"
    written = formatted(text, FILE, Campaign)
    assert isinstance(written, str)
    assert formatted(written, FILE, Campaign) == written
    assert data(written) == data(text)
    assert sorted(remarks(written)) == sorted(remarks(text))


def remarks(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if "# geen" not in line and (found := re.search(r"(?:^|\s)(# [^\"']*)$", line)):
            yield found[1]


class AsTheBrowserEditor(yaml.SafeDumper):
    """Writes YAML as the browser editor does: ``no`` bare, long texts folded, no remarks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


AsTheBrowserEditor.yaml_implicit_resolvers = {}
AsTheBrowserEditor.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, ">" if len(text) > 70 else None
    ),
)


def saved_in_the_browser(text: str) -> str:
    """Return the page ``text`` as the browser editor would save it."""
    _, front, body = re.split(r"^---\n", text, maxsplit=2, flags=re.M)
    page, _ = parse_page(text, FILE, Campaign, "a")
    assert page
    dumped = yaml.dump(page.fields.data, Dumper=AsTheBrowserEditor, allow_unicode=True, width=80)
    assert dumped != front
    return f"---\n{dumped}---\n{body.strip()}"


def test_a_page_saved_in_the_browser_gets_the_form_of_one_written_by_hand() -> None:
    pages = entity_files(ROOT)
    assert len(pages) > 50
    for file, kind in pages.items():
        by_hand = (ROOT / file).read_text("utf-8")
        assert formatted(saved_in_the_browser(by_hand), file, kind) == by_hand


def test_a_bare_no_and_a_remark_are_all_that_the_browser_takes() -> None:
    by_hand = '---\n# eerst kort\ntitle: "no"\nmessage: Kom om kwart voor tien, en neem één vraag mee die je nog niemand stelde.\nvalues:\n  - a\n---\n'  # noqa: E501
    saved = saved_in_the_browser(by_hand)
    assert "title: no\n" in saved
    assert "message: >-\n" in saved
    without = by_hand.replace("# eerst kort\n", "")
    assert formatted(saved, FILE, Campaign) == without
    assert formatted(by_hand, FILE, Campaign) == by_hand


def test_a_translation_is_not_stale_because_of_the_form() -> None:
    one, other = (
        parse_page(f"---\n{text}---\n", FILE, Campaign, "a")[0]
        for text in (
            "keywords: [c]\nmessage: b\ntitle: a\n",
            "title: a\nmessage: b\nkeywords: [c]\n",
        )
    )
    assert one
    assert other
    assert text_digest(one) == text_digest(other)


@pytest.mark.parametrize("page", ["campagne-schrijven.md", "campagne-schrijven.en.md"])
def test_the_example_in_the_handbook_has_the_form(page: str) -> None:
    text = (ROOT / "docs/handboek" / page).read_text("utf-8")
    examples = re.findall(r"^```yaml\n(---\n.*?)^```$", text, re.M | re.S)
    assert examples
    assert [formatted(each, FILE, Campaign) for each in examples] == examples


def test_the_sample_is_in_the_form_that_the_handbook_shows() -> None:
    found = find_formatting(ROOT)
    assert [change.file for change in found.changes] == []
    assert found.unreadable == ()
