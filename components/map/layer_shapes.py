"""Layers of deck.gl for shapes of any kind: areas, lines and points of one colour, each with its words."""

from collections.abc import Iterable

import pydeck
import shapely

from components.map.map_deck import Row, colour
from components.palette import Palette

_DIGITS = 6


def layer_shapes(
    name: str,
    shapes: Iterable[tuple[str, int | str, shapely.Geometry]],
    shade: str,
    look: Palette,
    *,
    is_ground: bool = False,
    has_points: bool = False,
) -> list[pydeck.Layer]:
    """Layers `<name>_areas`, `_lines` and `_points`; each of `shapes` is (words over it, its code, shape).

    `has_points`: areas and lines have a point as well, so that they are found where they are small.
    `is_ground`: paler and thinner, as what others lie upon.
    """
    areas: list[Row] = []
    lines: list[Row] = []
    points: list[Row] = []
    for text, code, shape in shapes:
        if has_points:
            points.append([text, code, _place(*shapely.get_coordinates(shapely.point_on_surface(shape))[0])])
        for part in shapely.get_parts(shape):
            if part.geom_type == "Polygon":
                areas.append([text, code, [_path(ring) for ring in (part.exterior, *part.interiors)]])
            elif part.geom_type == "LineString":
                lines.append([text, code, _path(part)])
            elif part.geom_type == "Point" and not has_points:
                points.append([text, code, _path(part)[0]])
    strong, weak = colour(shade), colour(shade, 0.22 if is_ground else 0.28)
    width = 1 if is_ground else 2
    made = [
        pydeck.Layer(
            "PolygonLayer",
            areas,
            id=f"{name}_areas",
            get_polygon="this[2]",
            get_fill_color=weak,
            get_line_color=strong,
            line_width_min_pixels=width,
            pickable=True,
        ),
        pydeck.Layer(
            "PathLayer",
            lines,
            id=f"{name}_lines",
            get_path="this[2]",
            get_color=strong,
            width_min_pixels=width + 1,
            cap_rounded=True,
            pickable=True,
        ),
        pydeck.Layer(
            "ScatterplotLayer",
            points,
            id=f"{name}_points",
            get_position="this[2]",
            get_fill_color=strong,
            get_line_color=colour(look.paper),
            get_radius=30,
            radius_min_pixels=3 if is_ground else 5,
            radius_max_pixels=9,
            stroked=True,
            line_width_min_pixels=1,
            pickable=True,
        ),
    ]
    return [layer for layer, rows in zip(made, (areas, lines, points), strict=True) if rows]


def _path(line: shapely.Geometry) -> list[list[float]]:
    return [_place(x, y) for x, y in shapely.get_coordinates(line)]


def _place(x: float, y: float) -> list[float]:
    return [round(float(x), _DIGITS), round(float(y), _DIGITS)]
