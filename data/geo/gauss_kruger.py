"""高斯—克吕格 projection as China uses it: zones of 3° and 6°, and the EPSG numbers of their systems.

A zone of 6° has its middle at 6n - 3 degrees, one of 3° at 3n. Eastings are counted from 500 km west of the
middle; written with the zone they are eight digits long (39 548 245.9), without it six (548 245.9).
"""

from data.language import _, mark

# EPSG number of the first system of a row, and the zones that the row has; the rows are consecutive.
_FIRST_ZONE = {3: 25, 6: 13}
_LAST_ZONE = {3: 45, 6: 23}
_WITH_ZONE = {
    ("cgcs2000", 6): 4491,
    ("cgcs2000", 3): 4513,
    ("xian80", 6): 2327,
    ("xian80", 3): 2349,
    ("beijing54", 6): 21413,
    ("beijing54", 3): 2401,
}
_WITHOUT_ZONE = {
    ("cgcs2000", 6): 4502,
    ("cgcs2000", 3): 4534,
    ("xian80", 6): 2338,
    ("xian80", 3): 2370,
    ("beijing54", 6): 21453,
    ("beijing54", 3): 2422,
}
# The datums on which it is laid, by their codes.
DATUMS = {"cgcs2000": mark("CGCS2000"), "xian80": mark("Xian 80"), "beijing54": mark("Beijing 54")}


class ZoneError(ValueError):
    """No such zone in China; the message says which there are, in the reader's language."""


def zone_at(longitude: float, width: int) -> int:
    """The zone, `width` degrees wide (3 or 6), in which a longitude lies."""
    return round(longitude / 3) if width == 3 else int(longitude // 6) + 1


def central_meridian(zone: int, width: int) -> int:
    """The longitude in the middle of a zone, degrees."""
    return 3 * zone if width == 3 else 6 * zone - 3


def epsg_of(datum: str, zone: int, width: int, *, has_zone: bool) -> int:
    """EPSG number of the zone's system; `has_zone`: eastings are written with the number of the zone.

    `datum` is one of DATUMS. Raises ZoneError.
    """
    first, last = _FIRST_ZONE[width], _LAST_ZONE[width]
    if not first <= zone <= last:
        raise ZoneError(
            _("Zones of {width}° in China are {first} to {last}, not {zone}.").format(
                width=width, first=first, last=last, zone=zone
            )
        )
    rows = _WITH_ZONE if has_zone else _WITHOUT_ZONE
    return rows[datum, width] + zone - first


def system_of(epsg: int) -> tuple[str, int, int, bool] | None:
    """(datum, zone, width, whether eastings carry the zone) of an EPSG number; None: of no such one."""
    for rows, has_zone in ((_WITH_ZONE, True), (_WITHOUT_ZONE, False)):
        for (datum, width), start in rows.items():
            zone = epsg - start + _FIRST_ZONE[width]
            if _FIRST_ZONE[width] <= zone <= _LAST_ZONE[width]:
                return datum, zone, width, has_zone
    return None


def zone_of_easting(easting: float) -> tuple[int, int] | None:
    """(zone, width) that an easting of eight digits carries in front; None where it carries none."""
    zone = int(easting // 1_000_000)
    for width in (3, 6):
        if _FIRST_ZONE[width] <= zone <= _LAST_ZONE[width]:
            return zone, width
    return None
