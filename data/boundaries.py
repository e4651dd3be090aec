"""The outlines of districts, for maps: those of the demonstration, until a bureau installs its own.

Nothing is shown as approved that is not: whoever draws them names their source.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shapely import coverage_simplify
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.ops import polylabel

from data.language import _

_DEMONSTRATION = Path(__file__).parent / "demo/regions.geojson"
# Degrees: what is finer cannot be seen on a wall, which draws every bend anew with each scene.
_FINEST = 0.008

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Boundary:
    """One district: its outer rings in degrees (longitude, latitude), and a place inside it for its label."""

    region_code: str
    rings: tuple[Ring, ...]
    label_place: tuple[float, float]


def boundaries(*, is_demo: bool) -> tuple[Boundary, ...]:
    """The outlines that are installed, neighbours sharing their borders; none where there are none."""
    return _demonstration() if is_demo else ()


def boundary_source() -> str:
    """Where the outlines come from, for the caption of a map, in the language of the context."""
    return _("Base data: invented for the demonstration; no real place")


@cache
def _demonstration() -> tuple[Boundary, ...]:
    features = json.loads(_DEMONSTRATION.read_text("utf-8"))["features"]
    codes = [feature["properties"]["adcode"] for feature in features]
    shapes = coverage_simplify([shape(feature["geometry"]) for feature in features], _FINEST)
    return tuple(_boundary(code, drawn) for code, drawn in zip(codes, shapes, strict=True))


def _boundary(code: str, drawn: Polygon | MultiPolygon) -> Boundary:
    polygons = list(drawn.geoms) if isinstance(drawn, MultiPolygon) else [drawn]
    largest = max(polygons, key=lambda polygon: polygon.area)
    place = polylabel(largest, _FINEST)  # the middle of its widest part
    rings = tuple(tuple((x, y) for x, y in polygon.exterior.coords) for polygon in polygons)
    return Boundary(code, rings, (place.x, place.y))
