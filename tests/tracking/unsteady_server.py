"""A server between a client and a tracking server that misbehaves as networks do: slow, silent, or saying nonsense."""

from __future__ import annotations

import http.client
import random
import socket
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

KINDS = ("unavailable", "lost request", "lost answer", "slow", "nonsense")


class UnsteadyServer:
    """Passes requests on to a tracking server and, as often as told, fails in one of :data:`KINDS`; a context.

    Args:
        upstream: port of the tracking server on this machine.
        share: of requests that meet a failure.
        kinds: of failures; also ``silent``, which never answers.
        seed: of which.
        delay: seconds by which ``slow`` delays an answer, and after which ``silent`` gives up.
    """

    def __init__(
        self, upstream: int, share: float, kinds: tuple[str, ...] = KINDS, seed: int = 0, delay: float = 0.2
    ) -> None:
        self.upstream, self.share, self.kinds, self.delay = upstream, share, kinds, delay
        self.failures: Counter[str] = Counter()
        self._draw = random.Random(seed)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if self.raw_requestline and self.parse_request():
                    outer.answer(self)
                self.close_connection = True

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.uri = f"http://127.0.0.1:{self._server.server_port}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request, or do not."""
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        kind = self._draw.choice(self.kinds) if self._draw.random() < self.share else "none"
        self.failures[kind] += 1
        if kind in ("lost request", "silent"):
            time.sleep(self.delay if kind == "silent" else 0)
            request.connection.shutdown(socket.SHUT_RDWR)
            return
        if kind in ("unavailable", "nonsense"):
            self._write(request, 503 if kind == "unavailable" else 200, b"<html>please wait</html>")
            return
        connection = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=60)
        headers = {name: value for name, value in request.headers.items() if name != "Host"}
        connection.request(request.command, request.path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if kind == "lost answer":
            request.connection.shutdown(socket.SHUT_RDWR)
            return
        time.sleep(self.delay if kind == "slow" else 0)
        self._write(request, answer.status, content)

    @staticmethod
    def _write(request: BaseHTTPRequestHandler, status: int, content: bytes) -> None:
        head = f"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\nContent-Length: {len(content)}\r\n"
        request.wfile.write(head.encode() + b"Connection: close\r\n\r\n" + content)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
