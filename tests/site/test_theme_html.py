"""What the host and the theme write is valid, and their addresses are tidy."""

from __future__ import annotations

from affiche.site.theme_html import mended, without_indents


def test_a_checkbox_has_no_autocomplete_and_a_text_field_keeps_it() -> None:
    switch = '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">'
    field = '<input class="query" autocomplete="off">'
    assert mended(switch + field) == switch.replace(' autocomplete="off"', "") + field


def test_addresses_of_folders_end_in_a_slash() -> None:
    for written, meant in (
        (".", "./"),
        ("..", "../"),
        ("../..", "../../"),
        ("/.", "/"),
        ("/wiki/.", "/wiki/"),
        ("../values/", "../values/"),
        ("#..", "#.."),
    ):
        assert mended(f'<a href="{written}">') == f'<a href="{meant}">'


def test_indents_go_and_what_is_preformatted_stays() -> None:
    page = "<p>\n    one\n\n  two</p>\n  <pre>\n  a\n\n    b</pre>\n  <p>c</p>\n"
    assert without_indents(page) == "<p>\none\ntwo</p>\n<pre>\n  a\n\n    b</pre>\n<p>c</p>\n"
