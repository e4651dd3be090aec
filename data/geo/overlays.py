"""What lies upon what, within what and near what, by an index of the shapes and never pair by pair.

Shapes are valid and in CGCS2000 degrees (`sound` makes them so); distances are in metres, areas in hectares,
both measured in a metre projection.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from data.geo.metres import areas_ha, in_metres, meridian_of

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


@dataclass(frozen=True)
class Shared:
    """Positions of shapes and areas that meet, and the shape that both have."""

    left: Places
    right: Places
    shapes: Shapes


def sound(shapes: ArrayLike) -> Shapes:
    """The shapes without a third dimension and made valid where they are not; nothing is left out."""
    flat: Shapes = shapely.force_2d(np.atleast_1d(np.asarray(shapes, dtype=object)))
    is_bad = ~shapely.is_valid(flat) & ~shapely.is_missing(flat)
    flat[is_bad] = shapely.make_valid(flat[is_bad])
    return flat


def overlaps(left: ArrayLike, right: ArrayLike, smallest_ha: float = 0.0) -> Pairs:
    """Pairs of areas that share more than `smallest_ha` hectares, and how many they share."""
    found = shared_shapes(left, right)
    hectares = areas_ha(found.shapes)
    keep = hectares > smallest_ha
    return Pairs(found.left[keep], found.right[keep], hectares[keep])


def shared_shapes(left: ArrayLike, areas: ArrayLike) -> Shared:
    """What each shape shares with each area that it meets, were it only an edge or a corner.

    What meets what is asked of the degrees as they are, with straight lines between the corners; nothing is
    simplified. Of shapes that lie within an area the shape itself is shared, and nothing is cut.
    """
    ours = np.atleast_1d(np.asarray(left, dtype=object))
    theirs = np.atleast_1d(np.asarray(areas, dtype=object))
    # Asked from the side of the large areas: each is prepared once for all that lies near it.
    near_right, near_left = shapely.STRtree(ours).query(theirs)
    shapely.prepare(theirs)
    is_met = shapely.intersects(theirs[near_right], ours[near_left])
    near_right, near_left = near_right[is_met], near_left[is_met]
    cut = np.flatnonzero(~shapely.contains_properly(theirs[near_right], ours[near_left]))
    shared = ours[near_left]
    shared[cut] = _cut(shared[cut], theirs[near_right[cut]])
    return Shared(near_left, near_right, shared)


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


def _cut(ours: Shapes, theirs: Shapes) -> Shapes:
    """What each of ours shares with the one of theirs beside it."""
    clipped = theirs.copy()
    # Of a large area only what lies about ours is looked at: cutting takes as long as it has corners.
    is_large = (shapely.get_num_coordinates(theirs) > _MANY_CORNERS) & (shapely.area(ours) > 0)
    bounds = shapely.bounds(ours)
    for place in np.flatnonzero(is_large):
        clipped[place] = shapely.clip_by_rect(theirs[place], *bounds[place])
    is_bad = ~shapely.is_valid(clipped)
    clipped[is_bad] = theirs[is_bad]
    return np.asarray(shapely.intersection(ours, clipped), dtype=object)


def _together(left: ArrayLike, right: ArrayLike) -> tuple[Shapes, Shapes]:
    """Both in metres of one zone, that of the left."""
    meridian = meridian_of(left)
    return in_metres(left, meridian), in_metres(right, meridian)
