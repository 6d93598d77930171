"""Hand an inspected project from the command line to the builds of its languages.

Each language is built in a process of its own; all of them are made from one catalogue, read once.
"""

from __future__ import annotations

import os
import pickle
from pathlib import Path

from affiche.checks import Inspection

INSPECTION_VARIABLE = "AFFICHE_INSPECTION"
"""Environment variable with the path of the inspection that was handed over."""

LANGUAGE_VARIABLE = "AFFICHE_LANGUAGE"
"""Environment variable with the code of the language to build; the default when it is not set."""

LANGUAGES_VARIABLE = "AFFICHE_LANGUAGES"
"""Environment variable with the codes of all languages that are built, with spaces between."""


def handed_over() -> Inspection | None:
    """Return the inspection that the command line made, or None when nobody handed one over."""
    path = os.environ.get(INSPECTION_VARIABLE)
    if not path:
        return None
    # Written a moment ago by our own command line, into the project's own folder.
    inspection = pickle.loads(Path(path).read_bytes())  # noqa: S301
    assert isinstance(inspection, Inspection)
    return inspection


def languages_to_build(default: str) -> tuple[str, tuple[str, ...]]:
    """Return the language of this build, and all languages that the site gets.

    Args:
        default: What is built when nobody said otherwise.
    """
    language = os.environ.get(LANGUAGE_VARIABLE) or default
    return language, tuple(os.environ.get(LANGUAGES_VARIABLE, "").split()) or (language,)
