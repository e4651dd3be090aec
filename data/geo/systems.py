"""Coordinate systems by their codes, and the way from each of them to degrees of CGCS2000 and back.

A code is "wgs84", "cgcs2000", "gcj02", "bd09", "xian80", "beijing54" (degrees), "epsg:4548" and the like, or
the WKT or PROJ text of a system (local_grid.py makes it for a city's own grid).

Accuracy: what has one datum, or is a shift of it, is exact to less than a millimetre. Between 北京54 or
西安80 and CGCS2000 no public transformation exists for the mainland and no grid of differences is fetched:
degrees are taken over as they are, which leaves 20 to 100 m. A bureau that has the parameters of its
surveying department writes them into the text of the system (+towgs84) and keeps their accuracy.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pyproj
from numpy.typing import ArrayLike, NDArray
from pyproj.network import set_network_enabled  # type: ignore[attr-defined]

from data.geo.bd09 import bd09_of_wgs84, wgs84_of_bd09
from data.geo.gauss_kruger import DATUMS, central_meridian, system_of
from data.geo.gcj02 import gcj02_of_wgs84, wgs84_of_gcj02
from data.language import _, mark

Numbers = NDArray[np.float64]

STANDARD = "cgcs2000"
NAMED = {
    "cgcs2000": mark("CGCS2000 (degrees)"),
    "wgs84": mark("WGS-84 (degrees)"),
    "gcj02": mark("GCJ-02 (AMap, Tencent; degrees)"),
    "bd09": mark("BD-09 (Baidu; degrees)"),
    "xian80": mark("Xian 80 (degrees)"),
    "beijing54": mark("Beijing 54 (degrees)"),
}
_EPSG = {"cgcs2000": 4490, "wgs84": 4326, "xian80": 4610, "beijing54": 4214}
_CODES = {4490: "cgcs2000", 4326: "wgs84", 4610: "xian80", 4214: "beijing54"}
_SHIFTS = {"gcj02": (wgs84_of_gcj02, gcj02_of_wgs84), "bd09": (wgs84_of_bd09, bd09_of_wgs84)}
_UNKNOWN_DATUM_M = 100.0
_NAMELESS = {"unknown", ""}  # how PROJ calls a system that is given by its parameters
_TOLD = ("Longitude of natural origin", "False easting", "False northing")
_OLD_DATUMS = ("Xian 1980", "Beijing 1954", "Xian_1980", "Beijing_1954")

set_network_enabled(False)


class CoordinateSystemError(ValueError):
    """No such coordinate system; the message says what would be one, in the reader's language."""


@dataclass(frozen=True)
class CoordinateSystem:
    """One system. `accuracy_m` is what is lost on the way to CGCS2000, 0 where nothing that matters is."""

    code: str
    title: str
    is_projected: bool
    accuracy_m: float


def coordinate_system(code: str) -> CoordinateSystem:
    """The system of a code, its title in the language of the context. Raises CoordinateSystemError."""
    code = code.strip()
    if code.lower() in NAMED:
        code = code.lower()
        return CoordinateSystem(code, _(NAMED[code]), False, _lost(code))
    known = _crs(code)
    short = _short(code, known)
    return CoordinateSystem(short, _title(short, known), bool(known.is_projected), _lost(code))


def degrees_of(code: str, x: ArrayLike, y: ArrayLike) -> tuple[Numbers, Numbers]:
    """(longitude, latitude) in CGCS2000 of coordinates in the system; x counts eastward, y northward.

    What the system cannot place becomes NaN. Raises CoordinateSystemError.
    """
    easting, northing = _columns(x, y)
    name = code.strip().lower()
    if name in _SHIFTS:
        return _SHIFTS[name][0](easting, northing)
    if name in NAMED:
        return easting, northing
    return _moved(_to_degrees(code), easting, northing)


def coordinates_in(code: str, longitude: ArrayLike, latitude: ArrayLike) -> tuple[Numbers, Numbers]:
    """(x, y) in the system of places in CGCS2000 degrees: the way back of `degrees_of`."""
    x, y = _columns(longitude, latitude)
    name = code.strip().lower()
    if name in _SHIFTS:
        return _SHIFTS[name][1](x, y)
    if name in NAMED:
        return x, y
    return _moved(_from_degrees(code), x, y)


def _columns(x: ArrayLike, y: ArrayLike) -> tuple[Numbers, Numbers]:
    return np.atleast_1d(np.asarray(x, float)), np.atleast_1d(np.asarray(y, float))


def _moved(way: pyproj.Transformer, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    moved_x, moved_y = way.transform(x, y)
    is_placed = np.isfinite(moved_x) & np.isfinite(moved_y)
    return np.where(is_placed, moved_x, np.nan), np.where(is_placed, moved_y, np.nan)


@cache
def _to_degrees(code: str) -> pyproj.Transformer:
    known = _crs(code)
    return pyproj.Transformer.from_crs(known, _standard_for(known), always_xy=True)


@cache
def _from_degrees(code: str) -> pyproj.Transformer:
    known = _crs(code)
    return pyproj.Transformer.from_crs(_standard_for(known), known, always_xy=True)


def _standard_for(known: pyproj.CRS) -> pyproj.CRS:
    # Parameters given with a system lead to WGS-84; PROJ would leave them aside on the way to CGCS2000.
    # Without any it must not be WGS-84: PROJ would take those of an oil field for some places of 北京54.
    return pyproj.CRS.from_epsg(4326 if known.is_bound else 4490)


@cache
def _crs(code: str) -> pyproj.CRS:
    if code.lower() in _SHIFTS:
        raise CoordinateSystemError(_("A shifted system has no parameters of its own."))
    try:
        return pyproj.CRS.from_user_input(_EPSG.get(code.lower(), code))
    except pyproj.exceptions.CRSError:
        raise CoordinateSystemError(
            _(
                "{code} names no coordinate system. Give one of {names}, an EPSG number (epsg:4548), "
                "or the WKT or PROJ text of a local grid."
            ).format(code=code[:40], names="、".join(NAMED))
        ) from None


def _short(code: str, known: pyproj.CRS) -> str:
    """A code that means the same: a name or an EPSG number where the text is exactly that of one."""
    number = None if known.is_bound else known.to_epsg()
    if number is None:
        return code
    return _CODES.get(number, f"epsg:{number}")


def _title(code: str, known: pyproj.CRS) -> str:
    """Systems of China in the reader's language; others by their own names."""
    number = code.removeprefix("epsg:")
    found = system_of(int(number)) if number.isdigit() else None
    if found is None:
        return _own_grid(known) if known.name in _NAMELESS else str(known.name)
    datum, zone, width, has_zone = found
    return _("{datum}, Gauss-Krüger {width}°, middle {meridian}°E, {zone}").format(
        datum=_(DATUMS[datum]),
        width=width,
        meridian=central_meridian(zone, width),
        zone=_("zone {zone} in front").format(zone=zone) if has_zone else _("without zone"),
    )


def _own_grid(known: pyproj.CRS) -> str:
    """A grid that its text does not name, by the parameters that tell one from another."""
    plain = known.source_crs if known.is_bound else known
    operation = plain.coordinate_operation if plain is not None else None
    given = {each.name: each.value for each in operation.params} if operation else {}
    if not {*_TOLD} <= given.keys():
        return _("A system by its parameters")
    meridian, easting, northing = (f"{given[name]:.10g}" for name in _TOLD)
    return _(
        "Local grid, middle {meridian}°E, false easting {easting} m, false northing {northing} m"
    ).format(meridian=meridian, easting=easting, northing=northing)


def _lost(code: str) -> float:
    if code in _SHIFTS:
        return 0.0
    known = _crs(code)
    is_old = not known.is_bound and any(name in known.to_wkt() for name in _OLD_DATUMS)
    return _UNKNOWN_DATUM_M if is_old else 0.0
