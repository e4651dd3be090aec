"""The districts as areas to be drawn: outlines brought to a plane, each with its figure and its state."""

import math
from collections.abc import Mapping, Sequence

from components.wall.scene import Area, Line, Spot
from data.boundaries import Boundary

WIDTH = 1000  # units of the drawing; its height follows from the districts


def wall_map(
    outlines: tuple[Boundary, ...],
    lines: Mapping[str, Line],
    places: Sequence[tuple[float, float, bool]] = (),
) -> tuple[tuple[Area, ...], tuple[Spot, ...], str]:
    """(areas, spots, SVG viewBox) of all districts; `lines` gives label, figure and state by region code.

    A district without a line is drawn without a figure, as no data. `places` are (longitude, latitude,
    whether something is wrong there); those outside the districts' box are left out of the drawing.
    """
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    west, east = min(x for x, __ in points), max(x for x, __ in points)
    south, north = min(y for __, y in points), max(y for __, y in points)
    # At the scale of a city a degree of longitude is shorter by one factor throughout.
    narrowing = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * narrowing)

    def plane(place: tuple[float, float]) -> tuple[int, int]:
        return round((place[0] - west) * narrowing * scale), round((north - place[1]) * scale)

    areas = []
    for outline in outlines:
        line = lines.get(outline.region_code, Line("", "", "no_data"))
        x, y = plane(outline.label_place)
        path = "".join(_path([plane(point) for point in ring]) for ring in outline.rings)
        areas.append(Area(path, x, y, line.label, line.value, line.state, line.query))
    spots = tuple(
        Spot(*plane((x, y)), "breach" if is_odd else "neutral")
        for x, y, is_odd in places
        if west <= x <= east and south <= y <= north
    )
    return tuple(areas), spots, f"0 0 {WIDTH} {round((north - south) * scale)}"


def _path(ring: list[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in ring) + "Z"
