"""The map's shapes: official ones where a file was imported into the warehouse's folder, else the bundled provinces.

The web process reads ready GeoJSON here and nothing else; only `import_official` loads libraries that work on shapes.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

Level = Literal["province", "district"]
Box = tuple[float, float, float, float]

FOLDER = "boundaries"  # within the warehouse's directory
FILES: Mapping[Level, str] = MappingProxyType({"province": "provinces.geojson", "district": "districts.geojson"})
BUNDLED = Path(__file__).with_name("provinces.geojson")


class BoundaryError(Exception):
    """Boundaries that cannot be used: what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one layer of a file gave."""

    level: Level
    layer: str
    found: Mapping[str, int]  # by what -> how many codes
    likeness: tuple[str, ...]  # "Samuoi -> 1408 Samoi"
    unmatched: tuple[str, ...]  # shapes of the file that stand for no code, with the nearest guess
    missing: tuple[str, ...]  # codes that no shape stands for
    outside: int  # shapes that do not lie in Laos
    path: Path
    size: int = 0

    def lines(self) -> Iterator[str]:
        total = sum(self.found.values())
        by = ", ".join(f"{count} by {how}" for how, count in self.found.items() if count)
        yield f"{self.level}s: {total} of {total + len(self.missing)} matched ({by or 'none'})"
        if self.likeness:
            yield f"  matched by likeness, please check: {'; '.join(self.likeness)}"
        if self.outside:
            yield f"  left out, not in Laos: {self.outside}"
        if self.unmatched:
            yield f"  in the file, not known: {'; '.join(self.unmatched)}"
        if self.missing:
            yield f"  not in the file: {'; '.join(self.missing)}"
        if self.size:
            yield f"  written: {self.path} ({self.size:,} bytes)"


@dataclass(frozen=True, slots=True)
class Report:
    """What `import_official` did, a part a level."""

    parts: tuple[Part, ...]

    def lines(self) -> list[str]:
        return [line for part in self.parts for line in part.lines()]


def file(directory: Path | None, level: Level) -> Path | None:
    """The file that holds a level's shapes; None for districts when none were imported."""
    official = directory / FOLDER / FILES[level] if directory else None
    if official and official.is_file():
        return official
    return BUNDLED if level == "province" else None


def load(directory: Path | None, level: Level) -> dict[str, Any] | None:
    """The GeoJSON of a level, each feature's id its code. Shared between callers: to be read, not changed."""
    path = file(directory, level)
    return _read(*_state(path))[0] if path else None


def version(directory: Path | None, level: Level) -> str:
    """A short hash of the file, for its URL; empty when there are no shapes."""
    path = file(directory, level)
    return _read(*_state(path))[1] if path else ""


def _state(path: Path) -> tuple[Path, int, int]:
    stat = path.stat()
    return path, stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> tuple[dict[str, Any], str]:
    """Read once for each state of the file: an import while the web runs shows at the next request."""
    content = path.read_bytes()
    try:
        geojson: dict[str, Any] = json.loads(content)
    except ValueError as error:
        raise BoundaryError(f"{path} is not GeoJSON ({error}): run `ssiis boundaries` again, or remove it") from error
    return geojson, hashlib.sha256(content).hexdigest()[:12]


def bounds(geojson: Mapping[str, Any], code: str = "") -> Box | None:
    """West, south, east, north of the features whose code begins so: a province, its districts, all."""
    positions = [
        xy
        for feature in geojson["features"]
        if str(feature["id"]).startswith(code)
        for xy in _positions(feature["geometry"]["coordinates"])
    ]
    if not positions:
        return None
    lons, lats = [xy[0] for xy in positions], [xy[1] for xy in positions]
    return min(lons), min(lats), max(lons), max(lats)


def _positions(coordinates: Any) -> Iterator[list[float]]:
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates
    else:
        for inner in coordinates:
            yield from _positions(inner)


def import_official(source: Path, directory: Path, names: Mapping[str, str] | None = None) -> Report:
    """Take official boundaries (GeoJSON, GeoPackage, Shapefile, also zipped) into the warehouse's folder: a level whole
    or, with a BoundaryError, nothing. `names` says by hand what name in the file stands for what code."""
    from geo.official import take

    return take(source, directory, names or {})
