"""Projects counted in hexagons: where they are many, without naming one of them."""

import math
from collections.abc import Mapping

import pydeck

from components.figures import show
from components.map.map_deck import Row, colour, words_over
from components.map.project_classes import Class
from components.palette import Palette
from data.language import _

HEXAGONS = "hexagons"  # the layer whose rows have the code of a cell second
CELL = 0.03  # degrees of longitude from side to side of a hexagon; on the map all are alike
_STEPS = (1, 3, 6, 11, 21)  # projects from which a shade begins
_SHADES = (2, 4, 5, 7, 9)


def density_layer(
    cells: Mapping[str, float], look: Palette, height_m: float = 0.0
) -> tuple[pydeck.Layer, tuple[Class, ...]]:
    """The layer and its classes; `cells` are the numbers of projects by the code of the cell.

    At a height the hexagons are a roof over the single projects: they hide them, as long as they are seen.
    """
    rows: list[Row] = []
    title, opacity = _("Projects in this cell"), 1.0 if height_m else 0.82
    for code, number in cells.items():
        if not (corners := _corners(code)):
            continue
        text = words_over(f"{title}\n{show(number, 'count')}")
        if height_m:
            corners = [[*corner, round(height_m)] for corner in corners]
        rows.append([text, code, [corners], colour(look.scale[_SHADES[_step(number)]], opacity)])
    layer = pydeck.Layer(
        "PolygonLayer",
        rows,
        id=HEXAGONS,
        get_polygon="this[2]",
        get_fill_color="this[3]",
        get_line_color=colour(look.paper, 0.8),
        line_width_min_pixels=1,
        pickable=True,
    )
    ends = [str(after - 1) for after in _STEPS[1:]]
    words = [
        start if start == end else _("{low} to {high}").format(low=start, high=end)
        for start, end in zip(map(str, _STEPS), ends, strict=False)
    ]
    words.append(_("{number} and more").format(number=_STEPS[-1]))
    return layer, tuple(Class(look.scale[shade], each) for shade, each in zip(_SHADES, words, strict=True))


def _step(number: float) -> int:
    return sum(number >= step for step in _STEPS[1:])


def _corners(code: str) -> list[list[float]]:
    """The six corners of a cell (map_cell in queries/relations/macros.sql), [] for a code that names none."""
    try:
        x, y = (int(part) for part in code.split(":"))
    except ValueError:
        return []
    radius = CELL / math.sqrt(3)
    east, north = x * CELL / 2, y * radius * 1.5
    corners = []
    for place in range(6):
        angle = math.radians(60 * place + 30)
        height = math.radians(north + radius * math.sin(angle))
        latitude = math.degrees(math.atan(math.sinh(height)))
        corners.append([round(east + radius * math.cos(angle), 5), round(latitude, 5)])
    return corners
