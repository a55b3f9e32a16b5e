"""Official boundaries from a file of any usual kind, checked against the codes and written for the map.

Loads geopandas and shapely: only `boundaries.import_official` imports it.
"""

import os
import tempfile
import warnings
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import geopandas
import shapely

from geo import coverage
from geo.boundaries import FILES, FOLDER, BoundaryError, Level, Part, Report, load
from geo.matching import HOWS, LIKENESS, Match, Row, match
from geo.places import DISTRICTS, PROVINCES

TOLERANCE = 0.01  # degrees: 1 km, not to be seen on a map of the country
SHARE = 0.3  # of a shape's area: a province with as much of it may be its own
MOST_SHAPES = 2000  # a layer of villages is no layer of districts
FORMATS = "Give GeoJSON, GeoPackage or Shapefile (.shp with its .shx, .dbf and .prj beside it, or all in a .zip)."


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of polygons in Laos, in degrees, with its attributes as text."""

    name: str
    shapes: tuple[Any, ...]
    rows: tuple[Row, ...]
    outside: int


def take(source: Path, directory: Path, names: Mapping[str, str]) -> Report:
    """Read, match and write every level that the file holds whole; a BoundaryError and nothing written otherwise."""
    layers = _layers(source, _reference(directory))
    matched = [(layer, _best(layer, names)) for layer in layers]
    unheard = set(names).intersection(*(m.unheard for _, m in matched))
    if unheard:
        raise BoundaryError(f"{source}: no shape bears the name given with --map: {', '.join(sorted(unheard))}")
    chosen = {m.level: (layer, m) for layer, m in sorted(matched, key=lambda pair: len(pair[1].codes))}
    parts = {level: _part(layer, m, directory) for level, (layer, m) in chosen.items()}
    whole = {level: part for level, part in parts.items() if chosen[level][1].whole}
    mostly = [p for p in parts.values() if p.level not in whole and sum(p.found.values()) >= len(p.missing)]
    if mostly or not whole:  # a layer that is neither whole nor mostly there is another matter: the country's outline
        raise BoundaryError(_refusal(source, mostly or parts.values()))
    files = {level: _drawn(source, *chosen[level]) for level in whole}
    for level, content in files.items():
        _write(whole[level].path, content)
    return Report(tuple(replace(part, size=len(files[level])) for level, part in whole.items()))


def _refusal(source: Path, parts: Collection[Part]) -> str:
    lines = Report(tuple(parts)).lines()
    by_hand = 'Say which shape is which with --map "NAME=CODE", once a name.'
    remedy = by_hand if any(part.unmatched for part in parts) else "Give a file that holds them all."
    return "\n".join(
        [f"{source} does not hold every province or every district:", *lines, f"Nothing was written. {remedy}"]
    )


def _reference(directory: Path) -> dict[str, Any]:
    """The provinces' shapes that tell where a shape lies: official ones imported before, else the bundled."""
    geojson = load(directory, "province") or {"features": []}
    return {f["id"]: shapely.make_valid(shapely.geometry.shape(f["geometry"])) for f in geojson["features"]}


def _layers(source: Path, reference: Mapping[str, Any]) -> list[Layer]:
    frames = {name: frame for name, frame in _frames(source).items() if len(frame)}
    if not frames:
        raise BoundaryError(f"{source} holds no polygons, so no boundaries. {FORMATS}")
    layers = [_layer(name, frame, reference) for name, frame in frames.items()]
    inside = [layer for layer in layers if layer.rows]
    if not inside:
        raise BoundaryError(f"{source}: none of its shapes lies in Laos. Check the file and its coordinate system.")
    small = [layer for layer in inside if len(layer.rows) <= MOST_SHAPES]
    if not small:
        many = len(inside[0].rows)
        raise BoundaryError(f"{source} holds {many:,} shapes: give the layer of 18 provinces or that of 148 districts.")
    return small


def _frames(source: Path) -> dict[str, Any]:
    if not source.exists():
        raise BoundaryError(f"{source}: there is no such file")
    try:
        kinds = geopandas.list_layers(source).itertuples(index=False)
        names = [name for name, kind in kinds if kind and "Point" not in kind and "Line" not in kind]
        return {name: _frame(source, name) for name in names}
    except (RuntimeError, UnicodeDecodeError) as error:  # GDAL's errors
        said = str(error).split(";")[0].rstrip(".")
        raise BoundaryError(f"{source} cannot be read as a map ({said}). {FORMATS}") from error


def _frame(source: Path, layer: str) -> Any:
    """The polygons of a layer in degrees; a Shapefile silent about its encoding is tried as UTF-8, for Lao names."""
    silent = source.suffix.lower() == ".shp" and not source.with_suffix(".cpg").exists()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries, about matters that are checked below
        try:
            frame = geopandas.read_file(source, layer=layer, **({"encoding": "utf-8"} if silent else {}))
        except UnicodeDecodeError:
            frame = geopandas.read_file(source, layer=layer)
    if not isinstance(frame, geopandas.GeoDataFrame):
        return []
    frame = frame[frame.geometry.notna() & frame.geom_type.isin(["Polygon", "MultiPolygon", "GeometryCollection"])]
    if frame.crs is not None:
        return frame.to_crs(4326)
    if len(frame) and not _in_degrees(frame.total_bounds):
        raise BoundaryError(f"{source} does not say its coordinate system: add its .prj file, or save it as EPSG:4326.")
    return frame


def _in_degrees(box: Sequence[float]) -> bool:
    return bool(box[0] >= -180 and box[1] >= -90 and box[2] <= 180 and box[3] <= 90)


def _layer(name: str, frame: Any, reference: Mapping[str, Any]) -> Layer:
    shapes = [coverage.polygons(shape) for shape in shapely.force_2d(frame.geometry.to_numpy())]
    texts = frame.drop(columns=frame.geometry.name).astype(object).to_dict("records")
    places = [_inside(shape, reference) for shape in shapes]
    kept = [i for i, place in enumerate(places) if place]
    rows = tuple(Row({str(c): _text(v) for c, v in texts[i].items()}, places[i]) for i in kept)
    return Layer(name, tuple(shapes[i] for i in kept), rows, len(shapes) - len(kept))


def _text(value: Any) -> str:
    """Text and numbers as they stand; what is empty or no plain value as nothing."""
    known = isinstance(value, str | int | float) and value == value  # a missing number is not even itself
    return str(value).strip() if known else ""


def _inside(shape: Any, reference: Mapping[str, Any]) -> tuple[str, ...]:
    """The provinces that a shape lies in, the largest share first; none when most of it lies elsewhere."""
    outline = shapely.make_valid(shapely.simplify(shape, TOLERANCE / 10))
    if not outline.area:
        return ()
    shares = {code: outline.intersection(province).area / outline.area for code, province in reference.items()}
    ranked = sorted((code for code, share in shares.items() if share >= SHARE), key=lambda code: -shares[code])
    return tuple(ranked) if sum(shares.values()) >= SHARE else ()


def _best(layer: Layer, names: Mapping[str, str]) -> Match:
    """The level of which the layer holds the greater part."""
    tries = [match(layer.rows, level, names) for level in get_args(Level)]
    return max(tries, key=lambda m: len(set(m.codes.values())))


def _part(layer: Layer, found: Match, directory: Path) -> Part:
    how = {code: found.hows[row] for row, code in found.codes.items()}
    count = Counter(how.values())
    alike = [(found.titles[i], code) for i, code in found.codes.items() if found.hows[i] == LIKENESS]
    unknown = [i for i in range(len(found.titles)) if i not in found.codes]
    return Part(
        level=found.level,
        layer=layer.name,
        found={h: count[h] for h in HOWS},
        likeness=tuple(f"{title} -> {_called(code)}" for title, code in alike),
        unmatched=tuple(found.titles[i] + (f" ({found.doubts[i]})" if i in found.doubts else "") for i in unknown),
        missing=tuple(_called(code) for code in found.missing),
        outside=layer.outside,
        path=directory / FOLDER / FILES[found.level],
    )


def _called(code: str) -> str:
    return f"{code} {(PROVINCES.get(code) or DISTRICTS[code]).name_en}"


def _drawn(source: Path, layer: Layer, found: Match) -> bytes:
    shapes = {
        code: shapely.union_all([layer.shapes[i] for i, c in found.codes.items() if c == code])
        for code in sorted(set(found.codes.values()))
    }
    places: Mapping[str, Any] = PROVINCES if found.level == "province" else DISTRICTS
    properties = {c: {"name_en": places[c].name_en, "name_lo": places[c].name_lo} for c in shapes}
    try:
        tidied = coverage.tidy(shapes, TOLERANCE)
    except (ValueError, shapely.errors.GEOSException) as error:
        raise BoundaryError(
            f"{source}: its shapes cannot be joined without overlaps ({error}); nothing was written."
        ) from error
    return coverage.written(coverage.collection(tidied, properties, source=f"{source.name}, simplified"))


def _write(path: Path, content: bytes) -> None:
    """All or nothing: a reader sees the old file or the new one, never a half."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(file.name, 0o644)
        os.replace(file.name, path)
    except OSError as error:
        raise BoundaryError(f"{path} cannot be written ({error}); the boundaries in use have not changed.") from error
