"""The outlines under maps: the bureau's newest layer of districts, or those of the demonstration.

Nothing is shown as approved that is not: whoever draws them names their source, and the approval number
(审图号) that belongs to the layer, or that there is none.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import shapely
from shapely.ops import polylabel
from sqlalchemy import Connection

from data.bureau import bureau
from data.geo.layers.areas import areas
from data.geo.layers.installing import Layer, layers
from data.language import _

_DEMONSTRATION = Path(__file__).parent / "demo/regions.geojson"
# Parts of the width of what is drawn: what is finer cannot be seen there.
WALL = 1 / 175  # a wall draws every bend anew with each scene
PAGE = 1 / 1600
_AROUND = {"province", "city", "border"}

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Boundary:
    """One area: its outer rings in degrees (longitude, latitude), and a place inside it for its label.

    `name` is what the layer calls it; `shape` is all of it, with the holes that rings leave out.
    """

    region_code: str
    rings: tuple[Ring, ...]
    label_place: tuple[float, float]
    name: str = ""
    shape: shapely.Geometry | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class BaseMap:
    """What lies under a map: districts, the lines of what is around them, and where both come from.

    `sources` pairs each source (底图数据来源) with its approval number; None where it has none. It is empty
    where the outlines are those of the demonstration.
    """

    districts: tuple[Boundary, ...]
    around: tuple[Ring, ...]
    sources: tuple[tuple[str, str | None], ...]

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """(west, south, east, north) of the districts in degrees; None without any."""
        if not self.districts:
            return None
        west, south, east, north = shapely.total_bounds([one.shape for one in self.districts])
        return float(west), float(south), float(east), float(north)


def base_map(connection: Connection, finest: float = PAGE) -> BaseMap:
    """The outlines that are installed, neighbours sharing their borders; none where there are none."""
    installed = layers(connection)
    districts = [layer for layer in installed if layer.kind == "districts"]
    if districts:
        around = tuple(layer for layer in installed if layer.kind in _AROUND)
        used = dict.fromkeys((layer.source, layer.approval_number) for layer in (districts[-1], *around))
        return BaseMap(_districts(districts[-1], finest), _lines(around, districts[-1], finest), tuple(used))
    if bureau(connection).is_demo:
        return BaseMap(demonstration(finest), (), ())
    return BaseMap((), (), ())


def base_map_words(base: BaseMap) -> str:
    """Where the outlines come from, for the caption of a map: plain text in the language of the context."""
    if not base.sources:
        return _("Base data: invented for the demonstration; no real place")
    told = [
        _("Base data: {source}; map approval number: {number}").format(
            source=source, number=number or _("none")
        )
        for source, number in base.sources
    ]
    return " · ".join(told)


@lru_cache(maxsize=4)
def demonstration(finest: float = WALL) -> tuple[Boundary, ...]:
    """The invented districts of the demonstration."""
    features = json.loads(_DEMONSTRATION.read_text("utf-8"))["features"]
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    told = [feature["properties"] for feature in features]
    return _boundaries(shapes, [one["adcode"] for one in told], [one["name"] for one in told], finest)


@lru_cache(maxsize=8)
def _districts(layer: Layer, finest: float) -> tuple[Boundary, ...]:
    found = areas(layer)
    return _boundaries(list(found.shapes), found.codes, found.names, finest)


@lru_cache(maxsize=4)
def _lines(around: tuple[Layer, ...], districts: Layer, finest: float) -> tuple[Ring, ...]:
    """The outlines of what lies around the districts, no finer than it can be seen beside them."""
    west, __, east, __ = shapely.total_bounds(areas(districts).shapes)
    lines = [
        line
        for layer in around
        for shape in areas(layer).shapes
        for line in _parts(shapely.simplify(_outline(shape), (east - west) * finest * 4))
    ]
    return tuple(_places(line) for line in lines)


def _outline(shape: shapely.Geometry) -> shapely.Geometry:
    is_area = shapely.get_dimensions(shape) == 2
    return shapely.boundary(shape) if is_area else shape


def _parts(shape: shapely.Geometry) -> list[shapely.Geometry]:
    found = shapely.get_parts(shape)
    return [part for part in found if part.geom_type in {"LineString", "LinearRing"}]


def _boundaries(
    shapes: Sequence[shapely.Geometry], codes: Iterable[str], names: Iterable[str], finest: float
) -> tuple[Boundary, ...]:
    west, __, east, __ = shapely.total_bounds(shapes)
    tolerance = float(east - west) * finest
    drawn = shapely.coverage_simplify(np.array(shapes, dtype=object), tolerance)
    return tuple(
        _boundary(code, name, shape, tolerance) for code, name, shape in zip(codes, names, drawn, strict=True)
    )


def _boundary(code: str, name: str, drawn: shapely.Geometry, tolerance: float) -> Boundary:
    polygons = [part for part in shapely.get_parts(drawn) if part.geom_type == "Polygon"]
    largest = max(polygons, key=lambda polygon: polygon.area)
    place = polylabel(largest, tolerance)  # the middle of its widest part
    rings = tuple(_places(polygon.exterior) for polygon in polygons)
    return Boundary(code, rings, (place.x, place.y), name, drawn)


def _places(line: shapely.Geometry) -> Ring:
    return tuple((float(x), float(y)) for x, y in shapely.get_coordinates(line))
