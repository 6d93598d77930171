"""Serve a project that is being written to browsers on this computer.

What stands at an address is left to ``newsroom``.
"""

from __future__ import annotations

import hashlib
import io
import ipaddress
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from affiche.site.editor_page import ADMIN
from affiche.site.policy import POLICY
from affiche.site.preview.answer import Answer
from affiche.site.preview.newsroom import Newsroom
from affiche.site.preview.wrapping import OWN

_EVENTS = f"{OWN}/events"
_STILL_HERE_S = 15
"""How often a browser that waits is told nothing: a browser that left is noticed so."""


class PreviewServer(ThreadingHTTPServer):
    """Answers browsers, each in a thread of its own."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, host: str, port: int) -> None:
        """Take the port; nothing is answered yet.

        Raises:
            OSError: it is taken, or may not be used.
        """
        self.newsroom: Newsroom | None = None
        super().__init__((host, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser went away."""
        if not isinstance(sys.exception(), OSError):
            traceback.print_exc()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def log_message(self, *_arguments: object) -> None:
        """Keep the terminal for what editors need."""

    def do_HEAD(self) -> None:  # the library's name
        """Answer without the content."""
        self.do_GET()

    def do_GET(self) -> None:  # the library's name
        """Answer with what stands at the address."""
        newsroom = self.server.newsroom
        assert newsroom  # set before anything is answered
        if not self._is_meant():
            self._send(Answer(b"Ask for localhost.\n", "text/plain", 421))
            return
        parts = urlsplit(self.path)
        path, asked = unquote(parts.path).lstrip("/"), dict(parse_qsl(parts.query))
        if path == _EVENTS:
            self._tell(newsroom, asked.get("seen", ""))
            return
        try:
            answer = newsroom.answer(path, asked)
        except Exception:  # noqa: BLE001  # one page may fail, the server may not
            out = io.StringIO()
            traceback.print_exc(file=out)
            sys.stderr.write(out.getvalue())
            answer = Answer(out.getvalue().encode(), "text/plain; charset=utf-8", 500)
        self._send(answer)

    def _is_meant(self) -> bool:
        """Return whether the browser asks for this computer by a name of its own.

        A page of another host whose name was made to lead here would else read drafts.
        """
        host = self.headers.get("Host", "").rsplit(":", 1)[0].strip("[]")
        bound = ipaddress.ip_address(str(self.server.server_address[0]))
        return not bound.is_loopback or host == "localhost" or _is_loopback(host)

    def _send(self, answer: Answer) -> None:
        mark = f'"{hashlib.sha256(answer.content).hexdigest()[:24]}"'
        known = answer.status == 200 and self.headers.get("If-None-Match") == mark
        self.send_response(304 if known else answer.status)
        content = b"" if known else answer.content
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", mark)
        # The browser editor needs more, and says on its page what.
        own = "" if self.path.startswith(f"/{ADMIN}/") else f"{POLICY}; "
        self.send_header("Content-Security-Policy", f"{own}frame-ancestors 'self'")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell(self, newsroom: Newsroom, seen: str) -> None:
        """Tell a browser of news as long as it stays (WHATWG HTML, 9.2: server-sent events)."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self.wfile.write(b"retry: 500\n\n")
            while True:
                what = newsroom.bulletin.wait(seen, _STILL_HERE_S)
                if what is None:
                    self.wfile.write(b": still here\n\n")
                else:
                    seen = str(newsroom.bulletin.now)
                    self.wfile.write(f"event: {what}\ndata: {seen}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return  # the browser went away


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
