"""The browser editor as a package of others: which release, how it gets here, where it lies.

Nothing else fetches it: a build takes what is there. Configuring it is left to ``site``.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "decap-cms@3.16.3"
"""The editor: one bundle that needs no other package."""

INTEGRITY = (
    "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="
)
"""SHA-512 of the release in base 64: what was looked at is what is served."""

SERVER = "decap-server@3.11.3"
"""What the editor speaks to on somebody's own computer."""

FOLDER = Path(".affiche/editor")
"""Where both lie, from the project's folder; safe to delete."""

SCRIPT = "decap-cms.js"
"""The script that a page loads; it loads the others itself."""

LOCAL_PORT = 8081
"""Where the editor looks for its server on somebody's own computer."""


class NotInstalledError(Exception):
    """The editor could not be fetched; its message says what to do."""


def editor_files(root: Path) -> tuple[Path, ...]:
    """Return the files of the editor that a page loads; none when it is not installed."""
    folder = root / FOLDER / PACKAGE
    return tuple(sorted(folder.iterdir())) if (folder / SCRIPT).is_file() else ()


def install_editor(root: Path) -> None:
    """Fetch the editor and its server through npm, unless they are there.

    Raises:
        NotInstalledError: npm is missing or failed, or the release is not the one that we know.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise NotInstalledError("Node with npm is not installed, and the editor comes through it.")
    if not editor_files(root):
        _install_package(npm, root)
    if not _server_script(root).is_file():
        folder = (root / FOLDER / SERVER).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        options = ("--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund")
        _run(npm, "install", *options, "--no-package-lock", SERVER, cwd=folder)


def start_server(root: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the server that reads and writes the project's files for the editor.

    It can be reached from this computer only.

    Raises:
        NotInstalledError: it is not there.
    """
    node = shutil.which("node")
    if node is None or not _server_script(root).is_file():
        raise NotInstalledError("The editor is not installed.")
    environment = os.environ | {
        "BIND_HOST": "127.0.0.1",
        "PORT": str(port),
        "GIT_REPO_DIRECTORY": str(root.resolve()),
        "MODE": "fs",
        "LOG_LEVEL": "error",
    }
    command = [node, str(_server_script(root).resolve())]
    return subprocess.Popen(command, cwd=root, env=environment)  # noqa: S603  # our own command


def _server_script(root: Path) -> Path:
    return root / FOLDER / SERVER / "node_modules/decap-server/dist/index.js"


def _install_package(npm: str, root: Path) -> None:
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root / FOLDER) as name:
        draft = Path(name)
        _run(npm, "pack", "--silent", PACKAGE, cwd=draft)
        (archive,) = draft.glob("*.tgz")
        digest = hashlib.sha512(archive.read_bytes()).digest()
        if base64.b64encode(digest).decode() != INTEGRITY:
            raise NotInstalledError(f"{PACKAGE} is not the release that Affiche knows.")
        bundle = draft / "bundle"
        bundle.mkdir()
        _unpack(archive, bundle)
        bundle.replace(root / FOLDER / PACKAGE)


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack what a browser loads, and the licences of what it is made of."""
    with tarfile.open(archive) as tar:
        for member in tar:
            name = member.name.rpartition("/")[2]
            wanted = name.endswith((SCRIPT, ".wasm", f"{SCRIPT}.LICENSE.txt"))
            if member.isfile() and wanted and (content := tar.extractfile(member)):
                (folder / name).write_bytes(content.read())


def _run(*command: str, cwd: Path) -> None:
    done = subprocess.run(  # noqa: S603  # our own command
        command, cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotInstalledError(f"npm could not fetch the editor: {said[-1] if said else ''}")
