"""The application put together: Dash, its callbacks, exports, files, headers, and the two questions of a supervisor."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask, Response, jsonify, request

from callbacks.answers import Answerer
from callbacks.fill import Filler, preferred
from callbacks.register import register
from dashboard.exports import serve_exports
from dashboard.headers import add_headers, compress, keep_compressed, warm_up
from dashboard.settings import Settings
from dashboard.vendor import serve_vendored, shapes_of, vendor_url
from layouts.document import document
from warehouse.engines import WarehouseError, open_warehouse
from warehouse.engines.duckdb import folder_of
from warehouse.text import LANGUAGES

INDEX = """<!DOCTYPE html>
<html lang="{lang}" data-bs-theme="{theme}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>SSIIS</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="preload" href="{font}" as="font" type="font/ttf" crossorigin>
    <link rel="stylesheet" href="{bootstrap}">
    {css}
  </head>
  <body>
    {app_entry}
    <footer hidden>
      {config}
      {scripts}
      {renderer}
    </footer>
  </body>
</html>"""


class Application(Dash):
    """Dash with a document whose language and theme are right before anything is drawn."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        language, theme = reader()
        kept = {name: parts[name] for name in ("css", "app_entry", "config", "scripts", "renderer")}
        return INDEX.format(
            lang=language,
            theme=theme,
            bootstrap=vendor_url("bootstrap.css"),
            font=vendor_url("noto-sans-lao.ttf"),
            **kept,
        )


def reader() -> tuple[str, str]:
    """Language and theme: the URL's, else the cookie's, else the browser's."""
    language, theme = preferred(request.cookies, request.headers.get("Accept-Language", ""))
    asked = request.args.get("lang", ""), request.args.get("theme", "")
    return asked[0] if asked[0] in LANGUAGES else language, asked[1] if asked[1] in ("light", "dark") else theme


def create_app(settings: Settings) -> Application:
    """Nothing is read from the warehouse yet, so that the application may be made before a fork."""
    folder = None if settings.warehouse.startswith("postgresql") else folder_of(settings.warehouse)
    answerer = Answerer(open_warehouse(settings.warehouse), shapes_of(folder))
    server = Flask("ssiis")
    app = Application(
        "ssiis",
        server=server,  # type: ignore[arg-type]
        assets_folder=str(Path(__file__).parent / "assets"),
        suppress_callback_exceptions=True,
        serve_locally=True,
        use_async=False,
        enable_mcp=False,
        title="SSIIS",
        update_title="",
    )
    add_headers(server, app)
    keep_compressed(server)
    compress(server)
    app.layout = lambda: document(reader()[0])
    register(app, Filler(answerer))
    serve_vendored(server, folder)
    serve_exports(server, answerer)
    serve_health(server, answerer, settings)
    return app


def serve_health(server: Flask, answerer: Answerer, settings: Settings) -> None:
    @server.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @server.get("/readyz")
    def readyz() -> tuple[Response, int]:
        """503 where there is no warehouse; its age is told, and whether it is old."""
        try:
            context = answerer.context("en", "light")
        except (WarehouseError, LookupError) as error:
            return jsonify(ready=False, reason=str(error)), 503
        age = (datetime.now(UTC).date() - context.as_of).days
        told = {"as_of": str(context.as_of), "version": context.version, "age_days": age}
        return jsonify(ready=True, stale=age > settings.stale_days, **told), 200

    @server.errorhandler(WarehouseError)
    def absent(error: WarehouseError) -> tuple[Response, int]:
        return Response(f"{error}\n", mimetype="text/plain"), 503


def ready(app: Application) -> Application:
    """The application after its first requests, made by itself before anyone else's."""
    with app.server.test_request_context("/"):
        index = app.index()  # type: ignore[no-untyped-call]
    page = index if isinstance(index, str) else index.get_data(as_text=True)
    found = [part.split('"', 1)[0] for mark in ('src="', 'href="') for part in page.split(mark)[1:]]
    plotly = "/_dash-component-suites/plotly/package_data/plotly.min.js"
    warm_up(app.server, [path for path in found if path.startswith("/")] + [plotly])
    return app
