"""Length and area of each row's shape, in the metre projection of the zone in which it lies.

`shape_kind` is point, line or area; `length_m` is 0 of points and areas, `area_m2` 0 of points and lines.
"""

import numpy as np
import shapely

from data.geo.metres import areas_m2, lengths_m
from queries.audit_models.spatial.given import Found, Given

_KINDS = ("point", "line", "area")


def derive(given: Given) -> Found:
    """One row for each row that has a shape."""
    rows = np.flatnonzero(~shapely.is_missing(given.left.shapes))
    shapes = given.left.shapes[rows]
    columns = {
        "shape_kind": [_KINDS[dimension] for dimension in shapely.get_dimensions(shapes)],
        "length_m": lengths_m(shapes),
        "area_m2": areas_m2(shapes),
        "corners": shapely.get_num_coordinates(shapes),
    }
    return Found(rows, None, columns)
