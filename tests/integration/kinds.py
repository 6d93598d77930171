"""The kinds of page that a built site has, found in its folders, with a sample of each.

A new kind of page, or another language, is looked at without being named here.
"""

from __future__ import annotations

from pathlib import Path

FOLDERS_OF_MANY = {"audiences", "campaigns", "go", "handboek", "people", "programmes", "values"}
"""In these each page is one of many of its kind; any other folder is a page of its own."""


def sample_pages(site: Path) -> tuple[str, ...]:
    """Return the address of the longest page of each kind in ``site``, as browsers write it.

    For example ``""``, ``campaigns/``, ``campaigns/leren-begint-bovenaan/``, ``en/agenda/``.
    """
    samples: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html")):
        kind = _kind(path.relative_to(site))
        longest = samples.setdefault(kind, path)
        if path.stat().st_size > longest.stat().st_size:
            samples[kind] = path
    return tuple(
        path.relative_to(site).as_posix().removesuffix("index.html") for path in samples.values()
    )


def _kind(path: Path) -> str:
    """Return the path with ``*`` for the name of a page that is one of many."""
    *folders, name = path.parts
    many = len(folders) > 1 and folders[-2] in FOLDERS_OF_MANY
    return "/".join((*folders[:-1], "*", name) if many else path.parts)
