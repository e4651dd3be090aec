"""Shapes from the coordinates in which they came to degrees of CGCS2000."""

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.systems import degrees_of

Shapes = NDArray[np.object_]


def standard_shapes(shapes: Shapes, code: str, *, is_swapped: bool = False) -> Shapes:
    """The shapes in degrees of CGCS2000; `is_swapped`: the northing or latitude was written first.

    A shape of which any place cannot be converted becomes None. Raises CoordinateSystemError.
    """

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        first, second = (1, 0) if is_swapped else (0, 1)
        return np.column_stack(degrees_of(code, points[:, first], points[:, second]))

    flat = shapely.force_2d(np.asarray(shapes, dtype=object))
    converted = shapely.transform(flat, moved)
    coordinates, owners = shapely.get_coordinates(converted, return_index=True)
    converted[np.unique(owners[~np.isfinite(coordinates).all(axis=1)])] = None
    return np.asarray(converted, dtype=object)


def raw_points(x: NDArray[np.float64], y: NDArray[np.float64]) -> Shapes:
    """Points of coordinates as they are written; None where one of the two is missing."""
    made = np.full(len(x), None, dtype=object)
    is_whole = np.isfinite(x) & np.isfinite(y)
    made[is_whole] = shapely.points(x[is_whole], y[is_whole])
    return made
