"""From a project on disk to an edition, or to log lines and a stop before anything is written.

What a page looks like is left to the templates.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from affiche.checks import Inspection, inspect
from affiche.content.words import Words
from affiche.report import Diagnostic, Severity, as_text, has_errors
from affiche.site.assembly import ASSETS, assemble
from affiche.site.edition import Edition
from affiche.site.handover import handed_over, languages_to_build
from affiche.site.localisation import localise, speak
from affiche.site.rendering import THEME

REPORTED_VARIABLE = "AFFICHE_REPORTED"
"""Set by the command line, which prints diagnostics itself."""

STYLESHEETS = (f"{ASSETS}/brand.css", f"{ASSETS}/site.css", f"{ASSETS}/shell.css")


def configure(config: MkDocsConfig, campaigns_dir: str) -> None:
    """Put the theme under the company's overrides, the style sheets before theirs, and watch."""
    root = Path(config.config_file_path).resolve().parent
    own = 1 if config.theme.custom_dir else 0
    config.theme.dirs.insert(own, str(THEME))
    config.extra_css[:0] = STYLESHEETS
    config.watch += [str(root / campaigns_dir)]
    if config.theme.custom_dir:
        config.watch += [str(config.theme.custom_dir)]


def log_of(config: MkDocsConfig) -> logging.Logger:
    """Return the log that counts for ``--strict``.

    The host counts warnings of its own loggers only: mkdocs.*, or properdocs.* under the fork.
    """
    return logging.getLogger(f"{type(config).__module__.split('.')[0]}.plugins.affiche")


@contextmanager
def _plain_refusals() -> Iterator[None]:
    """Say what the disk refuses where MkDocs would print a traceback."""
    try:
        yield
    except OSError as error:
        raise PluginError(f"Affiche: {error}") from error


@_plain_refusals()
def publish(
    config: MkDocsConfig, root: Path, *, today: str | dt.date | None, drafts: bool
) -> Edition:
    """Return the edition of the project in ``root``.

    Args:
        config: MkDocs' configuration; its own name decides which log counts for ``--strict``.
        root: The folder with mkdocs.yml.
        today: ISO 8601, a date, or None for the day that it is in the brand's timezone.
        drafts: Whether drafts are shown.

    Raises:
        PluginError: something is wrong; every problem has been logged.
    """
    log = log_of(config)
    inspection = handed_over() or inspect(root, _day(today), drafts=drafts)
    if not os.environ.get(REPORTED_VARIABLE):
        _tell(log, inspection)
    if has_errors(inspection.diagnostics):
        count = sum(d.severity is Severity.ERROR for d in inspection.diagnostics)
        raise PluginError(
            f"Affiche: {count} problem{'s' * (count > 1)} to mend; nothing was built."
        )
    return _edition(config, inspection)


def _edition(config: MkDocsConfig, inspection: Inspection) -> Edition:
    default, *_ = spoken = tuple(inspection.catalogues)
    language, built = languages_to_build(default)
    if language not in spoken:
        raise PluginError(
            f"Affiche: this site does not speak '{language}'; its languages are "
            f"{', '.join(spoken)} (overrides/brand.yml)."
        )
    speak_as(config, inspection.project.words[language], default)
    return assemble(inspection, language, built)


def speak_as(config: MkDocsConfig, words: Words, default: str) -> None:
    """Let the site's pages be in the language of ``words``.

    Args:
        config: Of the default language.
        words: The product's own.
        default: The code of the default language.
    """
    if words.language == default:
        speak(config, default)
    else:
        localise(config, words)


def _day(today: str | dt.date | None) -> dt.date | None:
    if not isinstance(today, str):
        return today
    try:
        return dt.date.fromisoformat(today) if today else None
    except ValueError:
        raise PluginError(f"Affiche: today: '{today}' is not a date such as 2026-11-24.") from None


def _tell(log: logging.Logger, inspection: Inspection) -> None:
    for diagnostic in inspection.diagnostics:
        log.log(_level(diagnostic), as_text(diagnostic))
    if made := inspection.made:
        log.info("Posters: %d rendered, %d unchanged and kept", made.made, made.kept)


def _level(diagnostic: Diagnostic) -> int:
    if diagnostic.severity is Severity.ERROR:
        return logging.ERROR
    # A strict build counts warnings; a gap is no reason to keep what is right from readers.
    return logging.INFO if diagnostic.code.is_gap else logging.WARNING
