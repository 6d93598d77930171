"""Begin a site for a company: a small brand, one example of each entity, and files for Git hosts.

What the files say stands in ``skeleton/``, in each language of the product. Writing them to disk
is left to ``appearing``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from importlib.resources import files

from affiche.content.pages import parse_page
from affiche.content.project import Settings
from affiche.editing.json_schemas import schema_files
from affiche.editing.mark import draw_logo, draw_symbol
from affiche.editing.owners import Owners, codeowners
from affiche.editing.palette import Palette, derive_palette, inks_of
from affiche.editing.scalars import one_line
from affiche.editing.translated import as_translation
from affiche.editing.vscode import (
    SCHEMAS,
    content_types,
    recommended_extensions,
    workspace_settings,
)
from affiche.model import Audience, Campaign, Entity, Person, Programme, Value

COLOUR = "#0B5FFF"
"""Of a company that names none."""

ADDRESS = "https://intranet.example/"
"""Of a site that does not know yet where it will stand (RFC 2606: no such site)."""

_PER_LANGUAGE: dict[str, dict[str, str]] = {
    "nl": {
        "value": "samen",
        "audience": "iedereen",
        "person": "sam-de-wit",
        "programme": "goed-uitleggen",
        "campaign": "wat-weet-jij",
        "site_name": "{name} leert",
    },
    "en": {
        "value": "together",
        "audience": "everyone",
        "person": "sam-de-wit",
        "programme": "explaining-well",
        "campaign": "what-do-you-know",
        "site_name": "{name} learns",
    },
}
"""Ids of the examples, and what the site is called."""

_ENTITIES: dict[str, tuple[type[Entity], str]] = {
    "value": (Value, "docs/values/{id}"),
    "audience": (Audience, "docs/audiences/{id}"),
    "person": (Person, "docs/people/{id}"),
    "programme": (Programme, "docs/programmes/{id}"),
    "campaign": (Campaign, "campaigns/{id}/index"),
}
"""What each example is, and where it goes, without its ending."""

_PAGES = {
    "index": "docs/index",
    "values-index": "docs/values/index",
    "audiences-index": "docs/audiences/index",
    "people-index": "docs/people/index",
    "programmes-index": "docs/programmes/index",
    "campaigns-index": "docs/campaigns/index",
}
"""Ordinary pages, and where they go, without their ending."""

_ONCE = {
    "README.md": "README.md",
    "mkdocs.yml": "mkdocs.yml",
    "brand.yml": "overrides/brand.yml",
}
"""Files in the default language."""

_IN_NO_LANGUAGE = {
    "gitignore": ".gitignore",
    "requirements.txt": "requirements.txt",
    "github.yml": ".github/workflows/affiche.yml",
    "gitlab.yml": ".gitlab-ci.yml",
}

_NOTICE_DAYS = 14
"""How long before its first day the example's campaign is there, at least."""


@dataclass(frozen=True)
class SiteWish:
    """What somebody who begins a site says about their company."""

    name: str
    """The company's."""

    languages: tuple[str, ...]
    """Codes; the first is the default."""

    colour: str = COLOUR
    """``#RRGGBB``."""

    address: str = ADDRESS
    """Where the site will stand; ends in a slash."""


@dataclass(frozen=True)
class NewSite:
    """A whole site, not yet on disk."""

    files: Mapping[str, bytes]
    """By their paths from the site's folder."""

    campaign: str
    """The id of the example's campaign."""

    notes: tuple[str, ...]
    """What became of the colour where it could not be used as it is."""


def plan_site(wish: SiteWish, today: dt.date) -> NewSite:
    """Return the site that ``wish`` asks for, with dates that are ahead of ``today``."""
    default = wish.languages[0]
    palette = derive_palette(wish.colour)
    ids = _PER_LANGUAGE[default]
    tokens = {
        **ids,
        **_dates(today),
        **_brand(wish, palette),
        "language": default,
        "version": version("affiche"),
    }
    tokens["site_name"] = ids["site_name"].format(name=wish.name)
    fill = partial(_fill, tokens)
    written = {
        **dict(_settings(default, fill)),
        **{f"{path}.md": fill(f"{default}/{name}.md") for name, path in _PAGES.items()},
        **{
            f"{path.format(id=ids[what])}.md": fill(f"{default}/{what}.md")
            for what, (_, path) in _ENTITIES.items()
        },
        **{
            path: text
            for language in wish.languages[1:]
            for path, text in _translations(language, ids, fill)
        },
        **_for_vscode(Settings(wish.address), default),
        "CODEOWNERS": codeowners(Owners(), ""),
        "overrides/logo.svg": draw_logo(wish.name),
        "overrides/symbol.svg": draw_symbol(wish.name),
    }
    return NewSite(
        {path: text.encode() for path, text in written.items()}, ids["campaign"], palette.notes
    )


def _settings(default: str, fill: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    for name, path in _ONCE.items():
        yield path, fill(f"{default}/{name}")
    for name, path in _IN_NO_LANGUAGE.items():
        yield path, fill(name)


def _translations(
    language: str, ids: Mapping[str, str], fill: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    for name, path in _PAGES.items():
        yield f"{path}.{language}.md", fill(f"{language}/{name}.md")
    for what, (kind, path) in _ENTITIES.items():
        file = f"{path.format(id=ids[what])}.{language}.md"
        page, problems = parse_page(fill(f"{language}/{what}.md"), file, kind, ids[what])
        assert page, problems  # the skeleton's own
        yield file, as_translation(page)


def _for_vscode(settings: Settings, language: str) -> dict[str, str]:
    """Return what `affiche schema` makes, so that VS Code completes and explains fields."""
    return {
        **{f"{SCHEMAS}/{name}": text for name, text in schema_files(language).items()},
        ".vscode/settings.json": workspace_settings(settings),
        ".vscode/extensions.json": recommended_extensions(),
        "frontmatter.json": content_types(settings, language),
    }


def _dates(today: dt.date) -> dict[str, str]:
    """Return a campaign of four working weeks that begins on a Monday, and a session in it."""
    soon = today + dt.timedelta(days=_NOTICE_DAYS)
    starts = soon + dt.timedelta(days=-soon.weekday() % 7)
    session = starts + dt.timedelta(days=8)
    return {
        "starts": starts.isoformat(),
        "ends": (starts + dt.timedelta(days=25)).isoformat(),
        "session_start": f"{session}T10:00",
        "session_end": f"{session}T12:00",
    }


def _brand(wish: SiteWish, palette: Palette) -> dict[str, str]:
    return {
        "name": wish.name,
        "site_url": wish.address,
        "languages": ", ".join(wish.languages),
        "colours": "\n".join(
            f'  {role}: {{ hex: "{colour}", cmyk: {list(inks_of(colour))} }}'
            for role, colour in palette.colours.items()
        ),
        "schemes": "\n".join(
            "\n".join((f"  {name}:", *(f"    {field}: {role}" for field, role in scheme.items())))
            for name, scheme in palette.schemes.items()
        ),
    }


_TYPED = ("name", "site_name", "site_url")
"""Tokens that hold what somebody typed: YAML may want them in quotes."""

_TOKEN = re.compile("@([a-z_]+)@")


def _fill(tokens: Mapping[str, str], name: str) -> str:
    """Return the file ``name`` of the skeleton with its tokens (``@name@``) filled in."""
    text = (files("affiche.editing") / "skeleton" / name).read_text(encoding="utf-8")
    yaml = name.endswith(".yml")

    def filled(token: re.Match[str]) -> str:
        value = tokens[token[1]]
        return one_line(value) if yaml and token[1] in _TYPED else value

    return _TOKEN.sub(filled, text)
