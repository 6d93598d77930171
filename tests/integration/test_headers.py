"""The handbook's settings for web servers do what it says, where such a server is installed."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from xml.etree import ElementTree

import pytest

from affiche.site.policy import POLICY
from tests.integration.building import REPOSITORY

PAGES = ("publiceren.md", "publiceren.en.md")
HEADER_POLICY = f"{POLICY}; frame-ancestors 'self'"
ADMIN_POLICY = "frame-ancestors 'self'"
"""The rest stands in the page of the editor itself."""

FILES = {
    "admin/index.html": "text/html; charset=utf-8",
    "index.html": "text/html; charset=utf-8",
    "en/index.html": "text/html; charset=utf-8",
    "calendar/a.ics": "text/calendar; charset=utf-8",
    "a.webp": "image/webp",
    "a.webmanifest": "application/manifest+json",
    "assets/affiche/fonts/a.woff2": "font/woff2",
    "assets/affiche/theme/a.svg": "image/svg+xml; charset=utf-8",
    "api/catalogue.json": "application/json; charset=utf-8",
}


def settings(language: str, page: str = PAGES[0]) -> str:
    text = (REPOSITORY / "docs/handboek" / page).read_text(encoding="utf-8")
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return str(block)


@pytest.mark.parametrize("language", ["nginx", "apache", "xml"])
def test_both_languages_give_the_same_settings_with_the_site_s_policy(language: str) -> None:
    assert settings(language, PAGES[0]) == settings(language, PAGES[1])
    assert HEADER_POLICY in settings(language)


def test_the_settings_for_iis_are_well_formed() -> None:
    root = ElementTree.fromstring(settings("xml").encode())
    assert root.tag == "configuration"
    suffixes = [mapping.get("fileExtension") for mapping in root.iter("mimeMap")]
    assert {".ics", ".webp", ".woff2", ".webmanifest"} <= set(suffixes)
    assert len(suffixes) == len(set(suffixes))


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a small site, which a server may read under a user of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for file in (*FILES, "404.html", "en/404.html"):
            path = folder / "www" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{file} " * 100)
        yield folder


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_sends_what_the_handbook_says(folder: Path) -> None:
    port = _free_port()
    server = settings("nginx").replace("listen 80;", f"listen 127.0.0.1:{port};")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; user root; pid {folder}/pid; error_log stderr;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}"
        f"{server.replace('/srv/www/intranet', f'{folder}/www')}\n}}\n"
    )
    with _running(port, "nginx", "-c", f"{folder}/nginx.conf"):
        _check(f"http://127.0.0.1:{port}/")


@pytest.mark.skipif(not shutil.which("apache2"), reason="Apache is not installed")
def test_apache_sends_what_the_handbook_says(folder: Path) -> None:
    port = _free_port()
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in ("mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate")
    )
    host = settings("apache").replace("*:80", f"127.0.0.1:{port}")
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\n"
        f"PidFile {folder}/pid\nErrorLog {folder}/log\nUser www-data\nGroup www-data\n"
        f"{modules}\nTypesConfig /etc/mime.types\n"
        f"{host.replace('/srv/www/intranet', f'{folder}/www')}"
    )
    with _running(port, "apache2", "-DFOREGROUND", "-f", f"{folder}/apache.conf"):
        _check(f"http://127.0.0.1:{port}/")


def _check(host: str) -> None:
    for name, content_type in FILES.items():
        status, headers, _ = _ask(f"{host}{name.removesuffix('index.html')}")
        assert status == 200, name
        assert headers["Content-Type"] == content_type, name
        own = name.startswith("admin/")
        assert headers["Content-Security-Policy"] == (ADMIN_POLICY if own else HEADER_POLICY)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        kept = {True: "public, max-age=86400", False: "no-cache"}["assets/" in name]
        kept = "public, max-age=31536000, immutable" if "/theme/" in name else kept
        assert headers["Cache-Control"] == kept, name
        packed = not name.endswith((".webp", ".woff2", ".webmanifest"))
        assert (headers["Content-Encoding"] == "gzip") == packed, name
    for address, page in (("nergens/", "404.html"), ("en/nowhere/", "en/404.html")):
        status, headers, body = _ask(host + address, packed=False)
        assert status == 404
        assert body.startswith(page.encode())
        assert headers["Content-Security-Policy"] == HEADER_POLICY


def _ask(url: str, *, packed: bool = True) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"} if packed else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(port: int, *command: str) -> Iterator[None]:
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            while server.poll() is None:
                with socket.socket() as knock:
                    if knock.connect_ex(("127.0.0.1", port)) == 0:
                        break
            assert server.poll() is None, server.stderr and server.stderr.read()
            yield
        finally:
            server.send_signal(signal.SIGTERM)
