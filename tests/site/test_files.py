"""Pages that an editor may write or leave to us: their title, words and template."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

from affiche.site.files import _settle


def _settled(tmp_path: Path, text: str | None, **options: str) -> tuple[str, dict[str, Any], File]:
    config: Any = SimpleNamespace(
        site_dir=str(tmp_path / "site"),
        use_directory_urls=True,
        nav=None,
        plugins=SimpleNamespace(_current_plugin="affiche"),
    )
    files = Files([])
    if text is not None:
        written = File.generated(config, "agenda/index.md", content=text)
        written.edit_uri = "agenda/index.md"
        files.append(written)
    _settle(files, config, "agenda/index.md", "Agenda", "agenda.html", **options)
    [file] = files
    body, meta = get_data(file.content_string)
    return body.strip(), meta, file


def test_a_page_that_nobody_wrote_has_our_title_and_words(tmp_path: Path) -> None:
    body, meta, file = _settled(tmp_path, None, lead="Alles met een datum.")
    assert body == "Alles met een datum."
    assert (meta["title"], meta["template"]) == ("Agenda", "agenda.html")
    assert meta["affiche"] == {"kind": "overview", "id": "agenda"}
    assert file.edit_uri is None


def test_a_page_that_an_editor_wrote_keeps_its_title_and_words(tmp_path: Path) -> None:
    written = "---\ntitle: Onze agenda\n---\n\nKom langs.\n"
    body, meta, file = _settled(tmp_path, written, lead="Alles met een datum.")
    assert (meta["title"], body) == ("Onze agenda", "Kom langs.")
    assert file.edit_uri == "agenda/index.md"


@pytest.mark.parametrize(
    ("written", "title", "body"),
    [
        ("# Onze agenda\n\nKom langs.\n", "Onze agenda", "Kom langs."),
        ("# Onze agenda {#boven .groot}\n", "Onze agenda", ""),
        ("---\ntitle: Kalender\n---\n# Onze agenda\n\nKom langs.\n", "Kalender", "Kom langs."),
        ("Kom langs.\n\n# Later\n", "Agenda", "Kom langs.\n\n# Later"),
        ("#hashtag\n", "Agenda", "#hashtag"),
    ],
)
def test_a_heading_on_top_is_the_title_and_is_not_said_twice(
    written: str, title: str, body: str, tmp_path: Path
) -> None:
    found, meta, _ = _settled(tmp_path, written)
    assert (meta["title"], found) == (title, body)
