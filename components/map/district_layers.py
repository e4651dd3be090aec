"""The ground of the map: what lies around, the districts as areas that can be clicked, and their names."""

from collections.abc import Mapping

import pydeck
import shapely

from components.map.map_deck import Row, colour, map_view, pixel_m, words_over
from components.palette import Palette
from data.boundaries import BaseMap, Boundary, Ring

DISTRICTS = "districts"  # the layer whose rows have the code of a region second
_PLACES = 5
# Drawn in the order of the layers, whatever the tilt of the map: a name does not sink into the ground.
FLAT = {"depthCompare": "always", "depthWriteEnabled": False}
_NAME = 13  # pixels
_FARTHER = 1.6  # than all districts fill the map: from there on names shrink with them
_LABELS = 60  # districts at most that are named on the map; townships of a city would hide it


def district_layers(
    base: BaseMap,
    look: Palette,
    words: Mapping[str, str],
    fills: Mapping[str, str] | None = None,
    chosen: str | None = None,
    *,
    is_over_tiles: bool = False,
) -> list[pydeck.Layer]:
    """`words` stand over a district, by region code; `fills` are its colours, "" or none: that of paper.

    `chosen` is outlined; over tiles of a map server districts are not filled.
    """
    rows: list[Row] = []
    for district in base.districts:
        code = district.region_code
        fill = (fills or {}).get(code, "")
        opacity = (0.7 if fill else 0.0) if is_over_tiles else 1.0
        shade = colour(fill or look.panel, opacity)
        line = colour(look.ink if code == chosen else look.muted, 1.0 if code == chosen else 0.55)
        text = words_over(words.get(code) or district.name or code)
        width = 2.5 if code == chosen else 1
        rows += [[text, code, polygon, shade, line, width] for polygon in _polygons(district)]
    # What is chosen is drawn last: its outline lies on those of its neighbours.
    rows.sort(key=lambda row: row[1] == chosen)
    return [
        pydeck.Layer(
            "PathLayer",
            [_rounded(line) for line in base.around],
            id="around",
            get_path="this",
            get_color=colour(look.muted, 0.5),
            width_min_pixels=1,
            parameters=FLAT,
            pickable=False,
        ),
        pydeck.Layer(
            "PolygonLayer",
            rows,
            id=DISTRICTS,
            get_polygon="this[2]",
            get_fill_color="this[3]",
            get_line_color="this[4]",
            get_line_width="this[5]",
            line_width_units='"pixels"',
            parameters=FLAT,
            pickable=True,
        ),
    ]


def district_names(base: BaseMap, look: Palette, names: Mapping[str, str]) -> list[pydeck.Layer]:
    """The names of the districts, above everything else; none where there are too many to be read."""
    if base.bounds is None or len(base.districts) > _LABELS:
        return []
    pixel = pixel_m(map_view(base.bounds))
    rows: list[Row] = [
        [
            words_over(names.get(one.region_code) or one.name),
            one.region_code,
            [round(place, _PLACES) for place in one.label_place],
        ]
        for one in base.districts
    ]
    return [
        pydeck.Layer(
            "TextLayer",
            rows,
            id="names",
            get_text="this[0]",
            get_position="this[2]",
            get_size=round(_NAME * _FARTHER * pixel),
            size_units='"meters"',
            size_max_pixels=_NAME,
            get_color=colour(look.ink),
            character_set='"auto"',
            font_family=f'"{look.font.replace(chr(39), "").split(",")[0]}, sans-serif"',
            font_weight=600,
            background=True,
            get_background_color=colour(look.paper, 0.72),
            background_padding=[4, 2],
            parameters=FLAT,
            pickable=False,
        )
    ]


def _polygons(district: Boundary) -> list[list[list[list[float]]]]:
    """Polygons as lists of rings, the outer one first."""
    found = []
    for part in shapely.get_parts(district.shape):
        if part.geom_type == "Polygon":
            rings = [part.exterior, *part.interiors]
            found.append([[list(place) for place in _places(ring)] for ring in rings])
    return found


def _places(line: shapely.Geometry) -> list[list[float]]:
    return [[round(float(x), _PLACES), round(float(y), _PLACES)] for x, y in shapely.get_coordinates(line)]


def _rounded(ring: Ring) -> list[list[float]]:
    return [[round(x, 4), round(y, 4)] for x, y in ring]
