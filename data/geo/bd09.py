"""BD-09: the degrees of 百度 maps, a second shift on top of GCJ-02, and the way back.

Accuracy: forward as the published form computes it; the way back within 1e-10 degrees (0.01 mm).
"""

import numpy as np
from numpy.typing import ArrayLike

from data.geo.gcj02 import gcj02_of_wgs84, wgs84_of_gcj02
from data.geo.inverting import Degrees, inverse

_EAST, _NORTH = 0.0065, 0.006
_LENGTH, _TURN = 0.00002, 0.000003
_WAVES = 3000.0


def bd09_of_gcj02(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    """(longitude, latitude) in BD-09 of places in GCJ-02, degrees; arrays of one length."""
    x = np.atleast_1d(np.asarray(longitude, float))
    y = np.atleast_1d(np.asarray(latitude, float))
    return _shifted(x, y)


def gcj02_of_bd09(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    """(longitude, latitude) in GCJ-02 of places in BD-09, degrees; arrays of one length."""
    x = np.atleast_1d(np.asarray(longitude, float))
    y = np.atleast_1d(np.asarray(latitude, float))
    return inverse(_shifted, x, y)


def bd09_of_wgs84(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    """(longitude, latitude) in BD-09 of places in WGS-84."""
    return bd09_of_gcj02(*gcj02_of_wgs84(longitude, latitude))


def wgs84_of_bd09(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    """(longitude, latitude) in WGS-84 of places in BD-09."""
    return wgs84_of_gcj02(*gcj02_of_bd09(longitude, latitude))


def _shifted(x: Degrees, y: Degrees) -> tuple[Degrees, Degrees]:
    length = np.hypot(x, y) + _LENGTH * np.sin(np.radians(y) * _WAVES)
    angle = np.arctan2(y, x) + _TURN * np.cos(np.radians(x) * _WAVES)
    return length * np.cos(angle) + _EAST, length * np.sin(angle) + _NORTH
