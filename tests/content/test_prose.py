"""Markdown in a field becomes a tree; what is no Markdown stays as it is written."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from affiche.content import parse_prose
from affiche.content import prose as module
from affiche.model.prose import (
    Break,
    Code,
    Emphasis,
    Heading,
    Link,
    List,
    Paragraph,
    Prose,
    Strong,
    Text,
)


def paragraph(*children: object) -> Prose:
    return Prose((Paragraph(children),))  # type: ignore[arg-type]


def test_marks_become_nodes() -> None:
    assert parse_prose("Leren *is* **erg `leuk`**") == paragraph(
        Text("Leren "),
        Emphasis((Text("is"),)),
        Text(" "),
        Strong((Text("erg "), Code("leuk"))),
    )


def test_blocks_become_nodes() -> None:
    assert parse_prose("## Kop\n\nEen\nzin.\n\n- a\n- b\n    1. c") == Prose(
        (
            Heading(2, (Text("Kop"),)),
            Paragraph((Text("Een zin."),)),
            List(
                ordered=False,
                items=(
                    (Paragraph((Text("a"),)),),
                    (Paragraph((Text("b"),)), List(True, ((Paragraph((Text("c"),)),),))),
                ),
            ),
        )
    )


def test_two_spaces_at_the_end_break_a_line() -> None:
    assert parse_prose("Een  \ntwee") == paragraph(Text("Een"), Break(), Text("twee"))


@pytest.mark.parametrize(
    "href", ["https://leren.example/a?b=c", "http://a.example", "mailto:a@b.example", "tel:+3130"]
)
def test_web_mail_and_telephone_may_be_linked(href: str) -> None:
    assert parse_prose(f"[x]({href})") == paragraph(Link(href, (Text("x"),)))


def test_a_bare_address_between_angles_is_a_link() -> None:
    assert parse_prose("<a@b.example> of <https://a.example>") == paragraph(
        Link("mailto:a@b.example", (Text("a@b.example"),)),
        Text(" of "),
        Link("https://a.example", (Text("https://a.example"),)),
    )


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "//evil.example",
        "/values/",
        "#here",
        "",
        "https:",
        "http://[",
        "page.html",
        "java&#115;cript:alert(1)",
    ],
)
def test_nothing_else_may_be_linked(href: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse_prose(f"[x]({href})")
    assert refused.value.type == "content.invalid-link"


@pytest.mark.parametrize(
    "text",
    [
        "#panic",
        "$x$ en #let",
        "<lab> en <script>alert(1)</script>",
        "<div>blok</div>",
        "@ref",
        "een \\ en een * en _",
        "C:\\temp",
        "2 * 3 * 4",
        "snake_case_naam",
        "R&D &amp; &eacute;",
        "> geen citaat",
        "***",
        "[lab]: niets",
        "[los] en ![alt](x.png)",
        "1984. Een goed jaar",
        "{{ 7 * 7 }} {% raw %}",
        "a | b",
        "~~niet~~",
    ],
)
def test_what_is_no_markdown_stays_as_it_is_written(text: str) -> None:
    assert parse_prose(text) == paragraph(Text(text))


def test_a_sharp_at_the_end_of_a_heading_stays() -> None:
    assert parse_prose("# Leer C#") == Prose((Heading(1, (Text("Leer C#"),)),))


def test_code_keeps_its_letters() -> None:
    assert parse_prose("`a<b> &amp; *c*`") == paragraph(Code("a<b> &amp; *c*"))


@pytest.mark.parametrize("text", ["Een zin.", "Vraag & antwoord", "a > b", "50% meer!", "é — ‘x’"])
def test_plain_sentences_take_the_short_way_to_the_same_tree(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = parse_prose(text)
    monkeypatch.setattr(module, "_MARKED", module.re.compile(""))
    assert parse_prose(text) == short


def test_a_list_eight_deep_is_the_deepest() -> None:
    lines = ["    " * depth + "- a" for depth in range(10)]
    assert len(parse_prose("\n".join(lines[:9])).blocks) == 1
    with pytest.raises(PydanticCustomError) as refused:
        parse_prose("\n".join(lines))
    assert refused.value.type == "content.invalid-text"


def test_nothing_is_an_empty_tree() -> None:
    assert parse_prose(" \n ") == Prose(())


def test_a_text_that_is_given_up_leaves_nothing_behind() -> None:
    loose = "- a\n\n- b"
    before = parse_prose(loose)
    with pytest.raises(PydanticCustomError) as refused:
        parse_prose("- " * 3000)
    assert refused.value.type == "content.invalid-text"
    assert parse_prose(loose) == before
    assert parse_prose("Een *zin*.") == paragraph(Text("Een "), Emphasis((Text("zin"),)), Text("."))
