"""What a file held when another was last committed: read from git, when the project has it.

Git is asked three times however many files there are. Comparing texts is left to ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from affiche.content.git import run_git

_COMMIT = "/"
"""What stands before the name of a commit in a list of files, whose names never begin so."""


class History:
    """The commits of the project in a folder; empty where there is no git or no repository."""

    def __init__(self, root: Path) -> None:
        """Look at ``root``, which may be a folder inside a repository."""
        self._root = root

    def last_commits(self, files: Iterable[str]) -> dict[str, str]:
        """Return the name of the last commit that changed a file, for each of ``files``.

        Left out is what was never committed, or has been changed since.

        Args:
            files: Paths from the root.
        """
        paths = [f":(literal){file}" for file in files]
        if not paths:
            return {}
        listed = ("-z", "--name-only", "--relative")
        changed = set(self._names("diff", *listed, "HEAD", "--", *paths))
        commits: dict[str, str] = {}
        commit = ""
        # -c: of a merge, only what it made different from all that it merged.
        for name in self._names("log", "-c", f"--format={_COMMIT}%H", *listed, "--", *paths):
            if name.startswith(_COMMIT):
                commit = name.removeprefix(_COMMIT)
            elif name not in changed:
                commits.setdefault(name, commit)
        return commits

    def texts_at(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """Return what files held at commits, for each pair of ``wanted`` that was there then.

        Args:
            wanted: Commits, each with a path from the root.
        """
        pairs = [(commit, file) for commit, file in dict.fromkeys(wanted) if "\n" not in file]
        if not pairs:
            return {}
        asked = "".join(f"{commit}:./{file}\n" for commit, file in pairs)
        answer = run_git(self._root, "cat-file", "--batch", given=asked.encode())
        texts = zip(pairs, _contents(answer), strict=False) if answer is not None else ()
        return {
            pair: content.decode("utf-8", errors="replace")
            for pair, content in texts
            if content is not None
        }

    def _names(self, *arguments: str) -> list[str]:
        answer = (run_git(self._root, *arguments) or b"").decode("utf-8", errors="replace")
        return [name.lstrip("\n") for name in answer.split("\0") if name.strip("\n")]


def _contents(answer: bytes) -> Iterator[bytes | None]:
    """Yield what ``git cat-file --batch`` says of each file: ``<name> blob <size>``, then it."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        *_, kind, size = answer[at:end].rsplit(b" ", 2)
        at = end + 1
        if kind != b"blob":
            yield None
            # Of what is missing nothing follows; of a folder, what it holds.
            at += int(size) + 1 if size.isdigit() else 0
            continue
        yield answer[at : at + int(size)]
        at += int(size) + 1
