"""What a file held when another was last committed: read from git, when the project has it.

Comparing the two is left to ``checks``.
"""

from __future__ import annotations

from pathlib import Path

from affiche.content.git import run_git


class History:
    """The commits of the project in a folder; empty where there is no git or no repository."""

    def __init__(self, root: Path) -> None:
        """Look at ``root``, which may be a folder inside a repository."""
        self._root = root
        self._changed = set(self._lines("diff", "--name-only", "--relative", "HEAD"))

    def last_commit(self, file: str) -> str | None:
        """Return the name of the last commit that changed ``file``, a path from the root.

        None when it was never committed, or has been changed since.
        """
        if file in self._changed:
            return None
        return next(iter(self._lines("log", "-1", "--format=%H", "--", file)), None)

    def text_at(self, commit: str, file: str) -> str | None:
        """Return what ``file`` held at ``commit``, or None when it was not there."""
        return self._run("show", f"{commit}:./{file}")

    def _lines(self, *arguments: str) -> list[str]:
        return (self._run(*arguments) or "").splitlines()

    def _run(self, *arguments: str) -> str | None:
        said = run_git(self._root, *arguments)
        return None if said is None else said.decode("utf-8", errors="replace")
