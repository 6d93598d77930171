"""Take a project as it was at a commit: its files, read from git into a folder of their own.

Nothing of the repository changes, and nothing in it is run: no hook, no filter, no network. What
the files say is left to ``loading``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from affiche.content.git import find_git, run_git
from affiche.content.settings import FILE, load_settings

_PLAIN_MODES = ("100644", "100755")
_POINTER = re.compile(
    rb"version https://git-lfs\.github\.com/spec/v1\n(?:[^\n]*\n)*?oid sha256:([0-9a-f]{64})\n"
)
_LONGEST_POINTER = 1024
"""Git LFS, specification of the pointer file: shorter than 1024 bytes."""

_FETCH = (
    "Fetch the whole history: run git fetch --unshallow. In GitHub Actions give actions/checkout "
    "fetch-depth: 0, in GitLab CI set GIT_DEPTH: 0."
)


class SnapshotError(Exception):
    """A state of the project cannot be had; the message says why, and what to do."""


@dataclass(frozen=True)
class Snapshot:
    """A project as it was at a commit."""

    root: Path
    """The folder with its files."""

    commit: str
    """The commit's full name."""

    is_common: bool
    """Whether it is where the two states parted ways, rather than the commit that was named."""

    missing: tuple[str, ...] = ()
    """Files of Git LFS whose content is not on this computer."""


def take_snapshot(root: Path, revision: str, folder: Path, *, parted_from: str = "") -> Snapshot:
    """Write the project in ``root`` as it was at ``revision`` into ``folder``.

    Args:
        root: The project's folder, in a repository or a folder inside one.
        revision: A branch, a tag or a commit; of a branch that is only elsewhere, ``origin``'s.
        folder: An empty one.
        parted_from: Another revision: then the newest commit that both have in common is taken, so
            that what others did since does not count. The commit itself where there is none.

    Raises:
        SnapshotError: there is no git, no repository, or no such commit in it.
    """
    commit = _commit(root, revision)
    common = _said(root, "merge-base", commit, _commit(root, parted_from)) if parted_from else None
    taken = common or commit
    missing = _write(root, taken, [FILE], folder)
    settings, _ = load_settings(folder)
    content = [settings.docs_dir, settings.campaigns_dir, settings.overrides_dir]
    missing += _write(root, taken, content, folder)
    return Snapshot(folder, taken, common is not None and common != commit, tuple(missing))


def _commit(root: Path, revision: str) -> str:
    if find_git() is None:
        raise SnapshotError("git is not installed here, and only git knows what there was before.")
    if _said(root, "rev-parse", "--git-dir") is None:
        raise SnapshotError(
            "This folder is not in a git repository, so there is nothing to compare it with."
        )
    for name in (revision, f"origin/{revision}"):
        found = _said(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
        if found:
            return found
    shallow = _said(root, "rev-parse", "--is-shallow-repository") == "true"
    advice = (
        f"This clone holds only part of the history. {_FETCH}"
        if shallow
        else f"Fetch it first: git fetch origin {revision}. See what there is: git branch --all."
    )
    raise SnapshotError(f"There is no branch or commit '{revision}' here. {advice}")


def _write(root: Path, commit: str, paths: list[str], folder: Path) -> list[str]:
    """Write what lies under ``paths``, and return which contents are not on this computer."""
    listed = run_git(root, "ls-tree", "-r", "-z", commit, "--", *paths)
    files = []
    for entry in (listed or b"").split(b"\0"):
        about, _, name = entry.decode("utf-8", errors="replace").partition("\t")
        if name and about.split(" ")[0] in _PLAIN_MODES and ".." not in PurePosixPath(name).parts:
            files.append((about.split(" ")[2], name))
    contents = _contents(root, [blob for blob, _ in files])
    missing = []
    for (_, name), content in zip(files, contents, strict=True):
        whole = _from_lfs(root, content)
        if whole is None:
            missing.append(name)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if whole is None else whole)
    return missing


def _contents(root: Path, blobs: list[str]) -> list[bytes]:
    if not blobs:
        return []
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    said = run_git(root, "cat-file", "--batch", given=asked)
    if said is None:
        raise SnapshotError(f"Part of the history is not on this computer. {_FETCH}")
    contents, at = [], 0
    for blob in blobs:
        # git-cat-file(1), batch output: <name> SP <type> SP <size> LF <contents> LF
        end = said.index(b"\n", at)
        header = said[at:end].split(b" ")
        if len(header) != 3:
            raise SnapshotError(f"A file of the history is not on this computer ({blob}). {_FETCH}")
        size = int(header[2])
        contents.append(said[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return contents


def _from_lfs(root: Path, content: bytes) -> bytes | None:
    """Return ``content``, or that which it points at; None when it is not on this computer."""
    pointer = _POINTER.match(content) if len(content) < _LONGEST_POINTER else None
    if pointer is None:
        return content
    name = pointer[1].decode()
    common = _said(root, "rev-parse", "--git-common-dir")
    kept = root / (common or ".git") / "lfs" / "objects" / name[:2] / name[2:4] / name
    return kept.read_bytes() if kept.is_file() else None


def _said(root: Path, *arguments: str) -> str | None:
    said = run_git(root, *arguments)
    return None if said is None else said.decode("utf-8", errors="replace").strip()
