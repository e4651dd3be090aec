"""GCJ-02 (火星坐标): the shifted degrees of 高德, 腾讯 and other maps on sale in China, and the way back.

The published form of the shift: a polynomial and sines in metres east and north, turned into degrees on the
Krasovsky ellipsoid. Outside the rectangle within which it is applied a place stays where it is. Whether Hong
Kong, Macao and Taiwan are shifted differs between the sellers of maps: here they are, as the rectangle says.

Accuracy: forward as the published form computes it. The way back reaches the place within 1e-10 degrees
(0.01 mm) wherever the way out is applied.
"""

import numpy as np
from numpy.typing import ArrayLike

from data.geo.inverting import Degrees, inverse

# The rectangle, degrees: west, east, south, north.
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271
_ORIGIN = (105.0, 35.0)
_SEMI_MAJOR = 6_378_245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_WAVE = 20.0 / 3.0  # metres by which all sines are scaled


def gcj02_of_wgs84(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    """(longitude, latitude) in GCJ-02 of places in WGS-84, degrees; arrays of one length."""
    x, y = _columns(longitude, latitude)
    east, north = _shift(x, y)
    is_inside = _is_inside(x, y)
    return np.where(is_inside, x + east, x), np.where(is_inside, y + north, y)


def wgs84_of_gcj02(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    """(longitude, latitude) in WGS-84 of places in GCJ-02, degrees; arrays of one length."""
    x, y = _columns(longitude, latitude)
    back_x, back_y = inverse(_shifted, x, y)
    is_inside = _is_inside(back_x, back_y)
    return np.where(is_inside, back_x, x), np.where(is_inside, back_y, y)


def _columns(longitude: ArrayLike, latitude: ArrayLike) -> tuple[Degrees, Degrees]:
    return np.atleast_1d(np.asarray(longitude, float)), np.atleast_1d(np.asarray(latitude, float))


def _is_inside(x: Degrees, y: Degrees) -> np.ndarray:
    return (x >= _WEST) & (x <= _EAST) & (y >= _SOUTH) & (y <= _NORTH)


def _shifted(x: Degrees, y: Degrees) -> tuple[Degrees, Degrees]:
    east, north = _shift(x, y)
    return x + east, y + north


def _shift(longitude: Degrees, latitude: Degrees) -> tuple[Degrees, Degrees]:
    """Degrees east and north by which a place is moved."""
    x, y = longitude - _ORIGIN[0], latitude - _ORIGIN[1]
    pi_x, pi_y = np.pi * x, np.pi * y
    twice = np.sin(2 * pi_x)
    # sin 3a = 3 sin a - 4 sin³a spares a sine, and these are what the time goes into.
    ripple = 2 * (3 * twice - 4 * twice * twice * twice) + 2 * twice
    root, product = np.sqrt(np.abs(x)), x * y
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * product + 0.1 * root
    east += _WAVE * (
        ripple + 2 * np.sin(pi_x) + 4 * np.sin(pi_x / 3) + 15 * np.sin(pi_x / 12) + 30 * np.sin(pi_x / 30)
    )
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * product + 0.2 * root
    north += _WAVE * (
        ripple + 2 * np.sin(pi_y) + 4 * np.sin(pi_y / 3) + 16 * np.sin(pi_y / 12) + 32 * np.sin(pi_y / 30)
    )
    angle = np.radians(latitude)
    squared_sine = np.sin(angle) ** 2
    magic = 1 - _ECCENTRICITY_SQUARED * squared_sine
    root_of_magic = np.sqrt(magic)
    metres_east = _SEMI_MAJOR * np.cos(angle) / root_of_magic  # a radian of longitude, of latitude
    metres_north = _SEMI_MAJOR * (1 - _ECCENTRICITY_SQUARED) / (magic * root_of_magic)
    return np.degrees(east / metres_east), np.degrees(north / metres_north)
