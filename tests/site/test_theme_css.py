"""Pictures leave the style sheets, whatever way they are written in."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from affiche.site.theme_css import PICTURES, icon_stylesheet, serve_pictures, split_css

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0(1)'/></svg>"


def only_picture(css: str) -> bytes:
    mended, pictures = split_css(css, "assets/stylesheets")
    assert "data:" not in mended
    ((path, content),) = pictures.items()
    assert f'url("../affiche/theme/{Path(path).name}")' in mended
    assert path.startswith(PICTURES)
    return content


@pytest.mark.parametrize(
    "address",
    [
        f'"data:image/svg+xml;charset=utf-8,{SVG.decode()}"',
        f'"data:image/svg+xml,{SVG.decode().replace("<", "%3C")}"',
        f'"data:image/svg+xml,{SVG.decode().replace("<svg", chr(92) + "3c svg")}"',
        "'data:image/svg+xml," + SVG.decode().replace("'", chr(92) + "'") + "'",
        "data:image/svg+xml;base64,PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnPjxwYXRoIGQ9J00wIDAoMSknLz48L3N2Zz4=",
    ],
)
def test_a_picture_comes_out_as_it_was_drawn(address: str) -> None:
    assert only_picture(f".a{{mask: url({address}) no-repeat}}") == SVG


def test_the_same_picture_is_one_file_and_the_rest_of_the_sheet_stays() -> None:
    css = f'a{{b:url("data:image/svg+xml,{SVG.decode()}")}} c{{d:url(x.png)}}'
    mended, pictures = split_css(css + css, "assets/stylesheets")
    assert len(pictures) == 1
    assert mended.count("c{d:url(x.png)}") == 2


@pytest.mark.parametrize(
    "address", ["data:;base64,%%", "data:image/unheard-of,x", "data:image/png"]
)
def test_what_cannot_be_a_file_stays_and_is_told(address: str) -> None:
    css = f'a{{b:url("{address}")}}'
    assert split_css(css, "assets") == (css, {})
    files = Files([File.generated(config(), "assets/own.css", content=css)])
    (told,) = serve_pictures(files, config())
    assert told.startswith("assets/own.css holds a picture")


def test_the_installed_theme_gives_up_all_its_pictures() -> None:
    sheets = list((Path(material.__file__).parent / "templates/assets").rglob("*.css"))
    pictures: dict[str, bytes] = {}
    for sheet in sheets:
        css, found = split_css(sheet.read_text(encoding="utf-8"), "assets/stylesheets")
        assert "url(data:" not in css.replace('"', "").replace("'", "")
        pictures |= found
    assert len(pictures) > 20
    assert all(content.startswith(b"<svg") for content in pictures.values())


def config(**icons: object) -> MkDocsConfig:
    loaded = MkDocsConfig()
    loaded.load_dict({"site_name": "x", "theme": {"name": "material", "icon": icons}})
    loaded.validate()
    # As while a plugin's events run.
    loaded.plugins._current_plugin = "affiche"
    return loaded


def test_icons_that_a_site_owner_chose_come_from_a_style_sheet() -> None:
    chosen = config(
        admonition={"note": "material/note"},
        annotation="material/plus",
        tag={"html": "material/tag"},
    )
    css = icon_stylesheet(chosen)
    for name in (
        "--md-admonition-icon--note",
        "--md-annotation-icon",
        ".md-tag--html{--md-tag-icon",
    ):
        assert name in css
    files = Files([])
    assert list(serve_pictures(files, chosen)) == []
    assert len(files) == 4
    assert icon_stylesheet(config()) == ""


def test_an_icon_that_is_not_there_is_told() -> None:
    with pytest.raises(PluginError, match="no icon called 'material/nergens'"):
        icon_stylesheet(config(annotation="material/nergens"))
