"""Shapes that share borders: cleaned, simplified and rounded together, so that no gap or overlap opens between them.

Only the jobs that make boundaries import this: shapely has no place in the web process.
"""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

GAP = 0.05  # degrees: what is narrower than this between two neighbours is a fault of the drawing, not a place
DECIMALS = 4  # 11 m


def polygons(shape: Any) -> Any:
    """The polygons of a shape, made valid; lines and points that the mending leaves over are dropped."""
    parts = shapely.get_parts(shapely.make_valid(shape))
    parts = shapely.get_parts(parts)  # a collection may hold multipolygons
    return shapely.union_all(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def tidy(shapes: Mapping[str, Any], tolerance: float) -> dict[str, Any]:
    """The same shapes as a valid coverage, simplified (tolerance: degrees, as `coverage_simplify` has it),
    rounded, and clockwise, as d3-geo wants its outer rings: the other way it fills the whole frame."""
    drawn = np.array([polygons(shape) for shape in shapes.values()])
    simple = shapely.coverage_simplify(shapely.coverage_clean(drawn, gap_width=GAP), tolerance)
    for decimals in (DECIMALS, DECIMALS + 2, DECIMALS + 4):  # rounding may let a narrow neck touch itself
        rounded = shapely.transform(simple, lambda xy, d=decimals: np.round(xy, d))
        if shapely.is_valid(rounded).all() and shapely.coverage_is_valid(rounded):
            break
    else:
        raise ValueError("the shapes overlap after simplification")
    return dict(zip(shapes, shapely.orient_polygons(rounded, exterior_cw=True), strict=True))


def label_point(shape: Any) -> tuple[float, float]:
    """Where a name has most room: the centre of the largest circle in the largest part."""
    largest = max(shapely.get_parts(shape), key=shapely.area)
    centre = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest))[0]
    return round(float(centre[0]), 3), round(float(centre[1]), 3)


def collection(shapes: Mapping[str, Any], properties: Mapping[str, Mapping[str, str]], **about: str) -> dict[str, Any]:
    """A GeoJSON collection in order of code, each feature with its code as id and the point for its label."""
    features = []
    for code, shape in sorted(shapes.items()):
        lon, lat = label_point(shape)
        features.append(
            {
                "type": "Feature",
                "id": code,
                "properties": {"code": code, **properties[code], "lon": lon, "lat": lat},
                "geometry": json.loads(shapely.to_geojson(shape)),
            }
        )
    return {"type": "FeatureCollection", **about, "features": features}


def written(geojson: Mapping[str, Any]) -> bytes:
    """The file's bytes: compact, one feature a line so that a change can be read."""
    head = {key: value for key, value in geojson.items() if key != "features"}
    lines = ",\n".join(_compact(feature) for feature in geojson["features"])
    return f'{_compact(head)[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
