"""What a browser would refuse is mended where it can be, and told where it cannot."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig

from affiche.site.policy import barred_in, barred_settings, without_styles


def test_columns_are_aligned_by_class() -> None:
    html = '<th style="text-align: right;">Kosten</th><td style="text-align: center;">2</td>'
    assert without_styles(html) == (
        '<th class="align-right">Kosten</th><td class="align-center">2</td>'
    )


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<p style="color: red">x</p>', "a style attribute"),
        ("<p class=x\n STYLE='color: red'>x</p>", "a style attribute"),
        ("<style>p {}</style>", "a style element"),
        ("<script>alert(1)</script>", "a script"),
        ('<button onclick="go()">x</button>', "an event attribute"),
        ('<img src="https://beeld.example/x.png">', "an address"),
        ('<img alt="x" src="data:image/png;base64,AA==">', "an address"),
    ],
)
def test_what_a_browser_refuses_is_told(html: str, what: str) -> None:
    told = list(barred_in(html))
    assert len(told) == 1
    assert told[0].startswith(f"{what} is not applied: '<")


@pytest.mark.parametrize(
    "html",
    [
        "<p>style = onclick</p>",
        "<code>&lt;p style=&quot;x&quot;&gt;</code>",
        '<a href="https://elders.example/?style=1">x</a>',
        '<img src="../zaal.jpg" alt="">',
        '<script src="../meten.js"></script>',
        '<script type="application/json">{}</script>',
        '<table><tr><td class="align-right">2</td></tr></table>',
    ],
)
def test_what_a_browser_takes_is_not_told(html: str) -> None:
    assert list(barred_in(html)) == []


def config(**settings: object) -> MkDocsConfig:
    loaded = MkDocsConfig()
    loaded.load_dict({"site_name": "x", "theme": {"name": "material", "font": False}} | settings)
    loaded.validate()
    return loaded


def test_a_site_of_its_own_is_not_warned() -> None:
    own = config(extra_javascript=["assets/own.js"], extra_css=["assets/own.css"])
    assert list(barred_settings(own)) == []


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"theme": {"name": "material"}}, "theme.font"),
        ({"extra": {"analytics": {"provider": "google"}}}, "extra.analytics"),
        ({"extra": {"consent": {"title": "Koekjes"}}}, "extra.consent"),
        ({"repo_url": "https://git.example/a/b"}, "repo_url"),
        ({"extra_javascript": ["https://elders.example/x.js"]}, "'https://elders.example/x.js'"),
        ({"extra_css": ["//elders.example/x.css"]}, "'//elders.example/x.css'"),
    ],
)
def test_a_setting_that_needs_another_host_is_told(settings: dict[str, object], name: str) -> None:
    told = list(barred_settings(config(**settings)))
    assert len(told) == 1
    assert told[0].startswith(name)
