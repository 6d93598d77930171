"""Refuse on the command line what the project does not have, and say what it has.

What is wrong inside files is no refusal: that is told by their diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import rich_click as click

from affiche.model import Catalogue


def refuse_wish(
    catalogue: Catalogue,
    campaigns: Iterable[str],
    formats: Iterable[str],
    language: str | None,
) -> None:
    """Refuse to make posters that ``catalogue`` has no campaign, format or language for.

    Raises:
        click.UsageError: there is one.
    """
    refuse_unknown("campaign", campaigns, catalogue.campaign)
    refuse_unknown("format", formats, catalogue.brand.all_formats)
    _refuse_language(language, catalogue.brand.languages)


def refuse_unknown(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse those of ``names`` that are not ``known``.

    Raises:
        click.UsageError: there is one.
    """
    for name in names:
        if name not in known:
            near = get_close_matches(name, list(known), 1)
            advice = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"There is no {what} '{name}'.{advice}")


def _refuse_language(language: str | None, spoken: tuple[str, ...]) -> None:
    if language and language not in spoken:
        raise click.UsageError(
            f"This site does not speak '{language}'; its languages are {', '.join(spoken)} "
            "(overrides/brand.yml)."
        )
