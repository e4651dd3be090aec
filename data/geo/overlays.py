"""What lies upon what, within what and near what, by an index of the shapes and never pair by pair.

Shapes are valid and in CGCS2000 degrees (`sound` makes them so); distances are in metres, areas in hectares.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from data.geo.metres import HECTARE, in_metres, meridian_of

Shapes = NDArray[np.object_]
Places = NDArray[np.int64]
Numbers = NDArray[np.float64]


_MANY_CORNERS = 100


@dataclass(frozen=True)
class Pairs:
    """Positions of what belongs together, `left` and `right`, and by how much: hectares or metres."""

    left: Places
    right: Places
    measure: Numbers


def sound(shapes: ArrayLike) -> Shapes:
    """The shapes without a third dimension and made valid where they are not; nothing is left out."""
    flat: Shapes = shapely.force_2d(np.atleast_1d(np.asarray(shapes, dtype=object)))
    is_bad = ~shapely.is_valid(flat) & ~shapely.is_missing(flat)
    flat[is_bad] = shapely.make_valid(flat[is_bad])
    return flat


def overlaps(left: ArrayLike, right: ArrayLike, smallest_ha: float = 0.0) -> Pairs:
    """Pairs of areas that share more than `smallest_ha` hectares, and how many they share."""
    ours, theirs = _together(left, right)
    # Asked from the side of the large areas, which are then prepared for all that lies near them.
    near_right, near_left = shapely.STRtree(ours).query(theirs, predicate="intersects")
    shapely.prepare(theirs)
    is_within = shapely.contains_properly(theirs[near_right], ours[near_left])
    shared = np.empty(len(near_left))
    shared[is_within] = shapely.area(ours[near_left[is_within]])
    cut = ~is_within
    shared[cut] = _shared(ours[near_left[cut]], theirs[near_right[cut]])
    hectares = shared / HECTARE
    keep = hectares > smallest_ha
    return Pairs(near_left[keep], near_right[keep], hectares[keep])


def within_metres(left: ArrayLike, right: ArrayLike, metres: float) -> Pairs:
    """Pairs no further apart than so many metres, and their distance: 0 where they touch."""
    ours, theirs = _together(left, right)
    near_left, near_right = shapely.STRtree(theirs).query(ours, predicate="dwithin", distance=metres)
    return Pairs(near_left, near_right, shapely.distance(ours[near_left], theirs[near_right]))


def nearest(left: ArrayLike, right: ArrayLike) -> Pairs:
    """For each of the left the nearest of the right and its distance in metres; nothing where there is none.

    Where several are as near as each other the first counts.
    """
    ours, theirs = _together(left, right)
    pairs, distances = shapely.STRtree(theirs).query_nearest(ours, return_distance=True, all_matches=False)
    return Pairs(pairs[0], pairs[1], distances)


def lying_in(shapes: ArrayLike, areas: ArrayLike) -> Places:
    """Position of the area in which the middle of each shape lies; -1 where it lies in none.

    The middle is a point on the shape itself. Of areas that overlap the first counts.
    """
    middles = shapely.point_on_surface(np.atleast_1d(np.asarray(shapes, dtype=object)))
    found = np.full(len(middles), -1, dtype=np.int64)
    inner, outer = shapely.STRtree(np.atleast_1d(np.asarray(areas, dtype=object))).query(
        middles, predicate="intersects"
    )
    order = np.lexsort((-outer, inner))  # the first area is written last
    found[inner[order]] = outer[order]
    return found


def _shared(ours: Shapes, theirs: Shapes) -> Numbers:
    """The area that each of ours shares with the one of theirs beside it."""
    clipped = theirs.copy()
    bounds = shapely.bounds(ours)
    # Of a large area only what lies about ours is looked at: cutting takes as long as it has corners.
    for place in np.flatnonzero(shapely.get_num_coordinates(theirs) > _MANY_CORNERS):
        near = shapely.clip_by_rect(theirs[place], *bounds[place])
        clipped[place] = near if near.is_valid else theirs[place]
    return np.asarray(shapely.area(shapely.intersection(ours, clipped)))


def _together(left: ArrayLike, right: ArrayLike) -> tuple[Shapes, Shapes]:
    """Both in metres of one zone, that of the left."""
    meridian = meridian_of(left)
    return in_metres(left, meridian), in_metres(right, meridian)
