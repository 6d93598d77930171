"""The whole built site: valid HTML, and links and anchors that lead somewhere."""

from __future__ import annotations

from pathlib import Path

from tests.node import broken_links, html_errors


def test_every_page_is_valid_html(site: Path) -> None:
    assert html_errors(site) == []


def test_the_validator_finds_a_fault(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="nl"><title>a</title><p id="x"><p id="x">'
    (tmp_path / "index.html").write_text(page)
    assert [e for e in html_errors(tmp_path) if e.startswith("index.html:1: Duplicate ID")]


def test_every_link_and_every_anchor_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_the_link_checker_finds_a_bad_link_and_a_bad_anchor(tmp_path: Path) -> None:
    page = '<!doctype html><html lang="nl"><title>a</title><a href="b/">b</a> <a href="#c">c</a>'
    (tmp_path / "index.html").write_text(page)
    said = " ".join(broken_links(tmp_path))
    assert 'href="b/"' in said
    assert 'href="#c"' in said
