"""Draw the districts of 示范市: `python -m data.demo.draw_regions` writes regions.geojson anew.

The city lies in open sea, where no land is, so that nobody takes it for a real place. Twelve seeds are
scattered over a wobbly outline; each cell is what lies nearest to its seed; then every border is roughened
once, for both neighbours alike, by displacing midpoints. The same numbers come out on every run.
"""

import json
import math
import random
from itertools import pairwise
from pathlib import Path

from shapely import MultiPoint, Point, Polygon, voronoi_polygons
from shapely.geometry import LineString, mapping
from shapely.ops import linemerge, polygonize, unary_union

from data.demo.names import DISTRICTS

FILE = Path(__file__).with_name("regions.geojson")
_CENTRE = (123.62, 30.42)
_RADIUS = (0.62, 0.46)  # degrees of longitude and latitude
_OUTLINE_WAVES = ((2, 0.08, 0.2), (3, 0.10, 2.5), (4, 0.06, 5.2), (7, 0.05, 1.3), (11, 0.035, 0.4))
_OUTLINE_POINTS = 56
_ROUGHNESS = 0.2  # midpoint displacement as a share of the piece
_FINEST = 0.009  # degrees: pieces shorter than this stay straight
# Two in the middle, five around them, five at the edge: dense where a town would be.
_RINGS = ((2, 0.16, 0.4), (5, 0.46, 0.9), (5, 0.82, 1.5))
_DIGITS = 5

Place = tuple[float, float]


def districts() -> dict[str, Polygon]:
    """Polygon (longitude, latitude) of every district by its code; neighbours share their points."""
    dice = random.Random(20261120)  # noqa: S311 - a drawing, not a secret
    outline = _outline()
    seeds = _seeds(dice)
    cells = [
        cell.intersection(outline)
        for cell in voronoi_polygons(MultiPoint(seeds), extend_to=outline.envelope).geoms
    ]
    borders = linemerge(unary_union([cell.boundary for cell in cells]))
    rough = [_roughened(dice, list(line.coords)) for line in sorted(borders.geoms, key=lambda line: line.wkt)]
    pieces = list(polygonize(unary_union(rough)))
    drawn = [max(pieces, key=lambda piece: piece.intersection(cell).area) for cell in cells]
    middle = Point(_CENTRE)
    drawn.sort(key=lambda polygon: polygon.centroid.distance(middle))
    return {code: polygon for (code, _name), polygon in zip(DISTRICTS, drawn, strict=True)}


def _outline() -> Polygon:
    points = []
    for step in range(_OUTLINE_POINTS):
        angle = 2 * math.pi * step / _OUTLINE_POINTS
        stretch = 1 + sum(size * math.sin(waves * angle + phase) for waves, size, phase in _OUTLINE_WAVES)
        points.append(
            (
                _CENTRE[0] + _RADIUS[0] * stretch * math.cos(angle),
                _CENTRE[1] + _RADIUS[1] * stretch * math.sin(angle),
            )
        )
    return Polygon(points)


def _seeds(dice: random.Random) -> list[Place]:
    seeds = []
    for count, radius, turn in _RINGS:
        for number in range(count):
            angle = turn + 2 * math.pi * number / count + dice.uniform(-0.22, 0.22)
            distance = radius * dice.uniform(0.88, 1.12)
            seeds.append(
                (
                    _CENTRE[0] + _RADIUS[0] * distance * math.cos(angle),
                    _CENTRE[1] + _RADIUS[1] * distance * math.sin(angle),
                )
            )
    return seeds


def _roughened(dice: random.Random, points: list[Place]) -> LineString:
    line = [_rounded(points[0])]
    for start, end in pairwise(points):
        line += [_rounded(place) for place in _displaced(dice, start, end)]
    return LineString(line)


def _displaced(dice: random.Random, start: Place, end: Place) -> list[Place]:
    length = math.dist(start, end)
    if length < _FINEST:
        return [end]
    shift = dice.uniform(-_ROUGHNESS, _ROUGHNESS)
    middle = (
        (start[0] + end[0]) / 2 - shift * (end[1] - start[1]),
        (start[1] + end[1]) / 2 + shift * (end[0] - start[0]),
    )
    return _displaced(dice, start, middle) + _displaced(dice, middle, end)


def _rounded(place: Place) -> Place:
    return round(place[0], _DIGITS), round(place[1], _DIGITS)


def feature_collection() -> str:
    """The districts as GeoJSON text, one feature a line."""
    names = dict(DISTRICTS)
    features = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"adcode": code, "name": names[code], "is_fictional": True},
                "geometry": mapping(polygon),
            },
            ensure_ascii=False,
        )
        for code, polygon in districts().items()
    ]
    head = '{"type": "FeatureCollection", "name": "示范市（虚构，演示数据）", "features": [\n'
    return head + ",\n".join(features) + "\n]}\n"


if __name__ == "__main__":
    FILE.write_text(feature_collection(), encoding="utf-8")
