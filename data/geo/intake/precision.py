"""How finely coordinates were written: metres of the last digit that any coordinate of a shape has."""

import numpy as np
import shapely
from numpy.typing import NDArray

from data.geo.overlays import Shapes

METRES_PER_DEGREE = 111_320.0
_MOST_DIGITS = 9
_SMALLEST_ERROR = 1e-12  # of the value: what binary numbers are off by


def precision_m(shapes: Shapes, *, is_projected: bool) -> NDArray[np.float64]:
    """Metres per shape, from the decimals as written; zeros at the end do not count. NaN without a shape.

    Two decimals of degrees are a kilometre: such a place is a village, not a building site.
    """
    points, owners = shapely.get_coordinates(shapes, return_index=True)
    digits = np.zeros(len(points), dtype=int)
    for count in range(_MOST_DIGITS):
        rounded = np.round(points, count)
        is_longer = (np.abs(points - rounded) > np.abs(points) * _SMALLEST_ERROR).any(axis=1)
        digits[is_longer] = count + 1
    most = np.full(len(shapes), -1)
    np.maximum.at(most, owners, digits)
    unit = 1.0 if is_projected else METRES_PER_DEGREE
    return np.where(most < 0, np.nan, unit * 10.0 ** -most.clip(0))
