"""地方独立坐标系: a city's own grid from its parameters, as the text of a coordinate system.

Such a grid is a Gauss-Krüger projection with a middle of its own, often on a plane at the height of the city
and with its own zero. Grids that were also turned need the WKT of the surveying department.
"""

from dataclasses import dataclass

import pyproj

from data.geo.systems import CoordinateSystemError
from data.language import _

# Semi-major axis in metres and reciprocal of the flattening.
_ELLIPSOIDS = {
    "cgcs2000": (6_378_137.0, 298.257222101),
    "xian80": (6_378_140.0, 298.257),
    "beijing54": (6_378_245.0, 298.3),
}


@dataclass(frozen=True)
class LocalGrid:
    """The parameters of a grid. Degrees, metres; `plane_height` is that of the plane of projection.

    `datum` is cgcs2000, xian80 or beijing54. `to_wgs84` are three or seven parameters (metres, arc seconds,
    millionths; turned as the position vector) from the datum to WGS-84, empty where they are not known.
    """

    central_meridian: float
    datum: str = "cgcs2000"
    latitude_of_origin: float = 0.0
    false_easting: float = 500_000.0
    false_northing: float = 0.0
    scale: float = 1.0
    plane_height: float = 0.0
    to_wgs84: tuple[float, ...] = ()


def local_grid(grid: LocalGrid) -> str:
    """The PROJ text of a grid, a code for `coordinate_system`. Raises CoordinateSystemError.

    A plane at a height is met by an ellipsoid that is larger by it, on which degrees stay what they are.
    """
    if grid.datum not in _ELLIPSOIDS or len(grid.to_wgs84) not in {0, 3, 7}:
        raise CoordinateSystemError(
            _("A local grid names its datum ({names}) and three or seven parameters, or none.").format(
                names="、".join(_ELLIPSOIDS)
            )
        )
    if abs(grid.central_meridian) > 180 or abs(grid.latitude_of_origin) > 90 or grid.scale <= 0:
        raise CoordinateSystemError(_("The middle of a local grid is given in degrees, its scale is near 1."))
    axis, flattening = _ELLIPSOIDS[grid.datum]
    shift = f" +towgs84={','.join(map(repr, grid.to_wgs84))}" if grid.to_wgs84 else ""
    text = (
        f"+proj=tmerc +lat_0={grid.latitude_of_origin!r} +lon_0={grid.central_meridian!r} +k={grid.scale!r}"
        f" +x_0={grid.false_easting!r} +y_0={grid.false_northing!r}"
        f" +a={axis + grid.plane_height!r} +rf={flattening!r}{shift} +units=m +no_defs +type=crs"
    )
    pyproj.CRS.from_user_input(text)
    return text
