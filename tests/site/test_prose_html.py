"""Prose becomes HTML of ours alone."""

from __future__ import annotations

import pytest

from affiche.content import parse_prose
from affiche.model import Prose
from affiche.model.prose import Code, Emphasis, Heading, Link, List, Paragraph, Strong, Text
from affiche.site.prose_html import to_html, to_inline_html

EVIL = "<script>alert('1')</script> & \"x\""
ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &#34;x&#34;"


def _here(path: str) -> str:
    return f"../../{path}"


@pytest.mark.parametrize(
    ("inline", "html"),
    [
        (Text(EVIL), ESCAPED),
        (Code(EVIL), f"<code>{ESCAPED}</code>"),
        (Strong((Text(EVIL),)), f"<strong>{ESCAPED}</strong>"),
        (Emphasis((Text(EVIL),)), f"<em>{ESCAPED}</em>"),
        (
            Link('https://x.example/"onclick="y', (Text(EVIL),)),
            f'<a href="https://x.example/&#34;onclick=&#34;y">{ESCAPED}</a>',
        ),
        (
            Link('values/"><b>/', (Text("a"),)),
            '<a href="../../values/&#34;&gt;&lt;b&gt;/">a</a>',
        ),
    ],
)
def test_every_letter_of_an_editor_is_escaped(inline: Text | Code | Strong, html: str) -> None:
    prose = Prose((Paragraph((inline,)),))
    assert to_html(prose, _here) == f"<p>{html}</p>"
    assert to_inline_html(prose, _here) == html


def test_markup_in_a_field_is_shown_and_not_obeyed() -> None:
    html = to_html(parse_prose("Kom <img src=x onerror=alert(1)> **langs**"), _here)
    assert "<img" not in html
    assert "<strong>langs</strong>" in html


def test_braces_in_a_text_are_no_placeholders() -> None:
    prose = Prose((Paragraph((Text("{0} {name} {{"),)),))
    assert to_html(prose, _here) == "<p>{0} {name} {{</p>"


def test_a_heading_inside_a_field_is_stressed_and_no_heading() -> None:
    prose = Prose((Heading(2, (Text("Waarom"),)),))
    assert to_html(prose, _here) == "<p><strong>Waarom</strong></p>"


def test_lists_keep_their_kind_and_their_items() -> None:
    items = tuple((Paragraph((Text(word),)),) for word in ("een", "twee"))
    listed = "<li><p>een</p></li><li><p>twee</p></li>"
    assert to_html(Prose((List(False, items),)), _here) == f"<ul>{listed}</ul>"
    assert to_html(Prose((List(True, items),)), _here) == f"<ol>{listed}</ol>"
    assert to_inline_html(Prose((List(True, items),)), _here) == "een twee"


def test_whole_addresses_are_left_alone_and_paths_are_resolved() -> None:
    prose = parse_prose("[a](mailto:a@b.example)")
    assert 'href="mailto:a@b.example"' in to_html(prose, _here)
    inside = Prose((Paragraph((Link("values/eerlijk/", (Text("a"),)),)),))
    assert 'href="../../values/eerlijk/"' in to_html(inside, _here)
