"""What every answer carries: how long it may be kept, what the browser may do with it, and its compressed form kept."""

from __future__ import annotations

from typing import Any

from cachetools import LRUCache
from dash import Dash
from flask import Flask, Request, Response, request
from flask_compress import Compress

KEPT = ("/assets/", "/_dash-component-suites/", "/vendor/", "/geo/")
FOR_EVER = "public, max-age=31536000, immutable"
COMPRESSED = [
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "font/ttf",
    "image/svg+xml",
]
LEVEL, BEST_LEVEL = 4, 9


def policy(app: Dash) -> str:
    """Scripts of ours only; styles also inline, since Dash and plotly.js write them so."""
    hashes = " ".join(f"'{h}'" if not h.startswith("'") else h for h in app.csp_hashes())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def keep_compressed(server: Flask) -> None:
    """Files that never change under their address are compressed once; 64 answers, some 3 MB."""
    kept: LRUCache[tuple[str, str], tuple[bytes, list[tuple[str, str]]]] = LRUCache(64)

    def key(asked: Request) -> tuple[str, str]:
        return asked.full_path, asked.headers.get("Accept-Encoding", "")

    @server.before_request
    def known() -> Response | None:
        found = kept.get(key(request)) if request.path.startswith(KEPT) and request.method == "GET" else None
        if found is None:
            return None
        answer = Response(found[0], headers=found[1])
        answer.make_conditional(request)
        return answer

    @server.after_request
    def keep(answer: Response) -> Response:
        if request.path.startswith(KEPT) and answer.status_code == 200 and key(request) not in kept:
            answer.direct_passthrough = False
            kept[key(request)] = (answer.get_data(), list(answer.headers))
        return answer


def add_headers(server: Flask, app: Dash) -> None:
    """Registered first, so it comes after the compression, which changes answers too."""
    found: dict[str, str] = {}

    @server.after_request
    def mark(answer: Response) -> Response:
        if request.path.startswith(KEPT):
            fresh = (
                "v=" in request.query_string.decode() or "m=" in request.query_string.decode() or ".v" in request.path
            )
            answer.headers["Cache-Control"] = FOR_EVER if fresh or "async-" in request.path else "public, max-age=3600"
        else:
            answer.headers["Cache-Control"] = "no-store"
        if answer.mimetype == "text/html":
            if not found:
                found["csp"] = policy(app)
            answer.headers["Content-Security-Policy"] = found["csp"]
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return answer


def compress(server: Flask) -> None:
    server.config.update(
        COMPRESS_MIMETYPES=COMPRESSED,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=LEVEL,
        COMPRESS_STREAMS=False,
        SEND_FILE_MAX_AGE_DEFAULT=31536000,
    )
    Compress(server)


def warm_up(server: Flask, paths: list[str]) -> Any:
    """Dash finishes its set-up in the first request, without a lock; files are compressed as well as can be, once."""
    server.config["COMPRESS_BR_LEVEL"] = BEST_LEVEL
    with server.test_client() as client:
        for path in ("/healthz", "/_dash-dependencies", *paths):
            client.get(path, headers={"Accept-Encoding": "gzip, deflate, br, zstd"}).close()
    server.config["COMPRESS_BR_LEVEL"] = LEVEL
