"""Tiny sites, or what is laid over the small project of ``tests.project`` to make one."""

from __future__ import annotations

from pathlib import Path


def site_files(name: str) -> dict[str, str]:
    """Return the files of the site called ``name``, by their paths in it."""
    folder = Path(__file__).parent / name
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
