"""Pairs of rows on the same ground: what both have, in hectares or metres, and as a share of the smaller.

Of two areas the area that they share counts; of a line the length that lies within an area, or no further
than `tolerance` metres from another line; points are on the same ground where they are no further than
`tolerance` metres from the other shape. `shared_rate` is the share of the smaller shape, of a point 1.
"""

import numpy as np
import shapely

from data.geo.metres import HECTARE, in_degrees, in_metres, meridian_of
from queries.audit_models.spatial.given import Found, Given, Numbers, words_of


def derive(given: Given) -> Found:
    """Pairs that share more than an edge, with `shared_ha`, `shared_m`, `shared_rate` and `shared_shape`."""
    tolerance = given.values["tolerance"]
    meridian = meridian_of(given.left.shapes)
    ours, theirs = in_metres(given.left.shapes, meridian), in_metres(given.right.shapes, meridian)
    left, right = shapely.STRtree(theirs).query(ours, predicate="dwithin", distance=tolerance)
    pairs = given.each_once(Found(left, right, {}))
    assert pairs.right is not None
    one, other = ours[pairs.left], theirs[pairs.right]
    smaller, larger = _by_size(one, other)
    # Lines and points have no ground of their own: what lies beside them counts as on them.
    ground = np.where(shapely.get_dimensions(larger) == 2, larger, shapely.buffer(larger, tolerance))
    shared = shapely.intersection(smaller, ground)
    dimensions, size = shapely.get_dimensions(smaller), _size(smaller)
    rate = np.divide(_size(shared), size, out=np.zeros(len(size)), where=size > 0)
    rate[dimensions == 0] = 1.0
    rate = rate.clip(0, 1)
    found = Found(
        pairs.left,
        pairs.right,
        {
            "shared_ha": shapely.area(shared) / HECTARE,
            "shared_m": np.where(dimensions == 1, shapely.length(shared), 0.0),
            "shared_rate": rate,
            "shared_shape": words_of(in_degrees(shared, meridian)),
        },
    )
    return found.kept(rate > 0)


def _by_size(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(the smaller, the larger) of each pair: fewer dimensions first, then less of them."""
    first, second = shapely.get_dimensions(one), shapely.get_dimensions(other)
    is_smaller = (first < second) | ((first == second) & (_size(one) <= _size(other)))
    return np.where(is_smaller, one, other), np.where(is_smaller, other, one)


def _size(shapes: np.ndarray) -> Numbers:
    """Square metres of areas, metres of lines, 0 of points."""
    is_area = shapely.get_dimensions(shapes) == 2
    return np.asarray(np.where(is_area, shapely.area(shapes), shapely.length(shapes)))
