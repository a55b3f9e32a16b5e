"""Third-party files served from where they are installed (Bootstrap's CSS, Noto Sans Lao), and the map's shapes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import orjson
from flask import Flask, Response, abort

from geo import boundaries
from layouts.view import Shapes

LEVELS: tuple[boundaries.Level, ...] = ("province", "district")


@cache
def vendored() -> dict[str, tuple[bytes, str]]:
    """Content and type by name; Bootstrap without the line that would ask for its source map."""
    css = (Path(str(files("flask_bootstrap"))) / "static/bootstrap5/css/bootstrap.min.css").read_bytes()
    css = b"\n".join(line for line in css.splitlines() if b"sourceMappingURL" not in line)
    fonts = Path(str(files("justmytype_intl_sea"))) / "fonts/ofl/notosanslao"
    font = next(fonts.glob("NotoSansLao*.ttf")).read_bytes()
    return {"bootstrap.css": (css, "text/css"), "noto-sans-lao.ttf": (font, "font/ttf")}


@cache
def vendor_url(name: str) -> str:
    """With a hash, so that the browser may keep it for ever."""
    return f"/vendor/{name}?v={hashlib.sha256(vendored()[name][0]).hexdigest()[:10]}"


def shapes_of(folder: Path | None) -> Callable[[], Shapes]:
    """The shapes as they are now: an import while we serve shows at the next page."""

    @cache
    def points(level: boundaries.Level, version: str) -> tuple[tuple[str, float, float], ...]:
        shapes = boundaries.load(folder, level) or {"features": []}
        return tuple(
            (str(f["id"]), float(f["properties"]["lon"]), float(f["properties"]["lat"]))
            for f in shapes["features"]
            if "lon" in f.get("properties", {})
        )

    def shapes() -> Shapes:
        known = [(level, version) for level in LEVELS if (version := boundaries.version(folder, level))]
        return Shapes(
            tuple((level, f"/geo/{level}.geojson?v={version}") for level, version in known),
            tuple(point for level, version in known for point in points(level, version)),
        )

    return shapes


def serve_vendored(server: Flask, folder: Path | None) -> None:
    @server.get("/vendor/<name>")
    def vendor(name: str) -> Response:
        if name not in vendored():
            abort(404)
        content, kind = vendored()[name]
        return Response(content, mimetype=kind)

    @server.get("/geo/<level>.geojson")
    def shapes(level: str) -> Response:
        found = boundaries.load(folder, level) if level in LEVELS else None
        if found is None:
            abort(404)
        return Response(orjson.dumps(found), mimetype="application/geo+json")
