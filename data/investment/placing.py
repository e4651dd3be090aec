"""From the coordinates of a project as they came to where it lies: one row of investment_place each."""

from typing import Any

import shapely

from data.geo.converting import Shapes
from data.geo.intake.precision import precision_m
from data.geo.landing import landing
from data.geo.metres import areas_m2, lengths_m
from data.geo.overlays import lying_in, sound
from data.geo.places import Place
from data.geo.systems import coordinate_system

_KINDS = {0: "point", 1: "line", 2: "line", 3: "area", 4: "point", 5: "line", 6: "area"}
# What such coordinates mean is known, but no place: they are kept as they came and drawn nowhere.
_NOWHERE = {"missing", "zero", "swapped", "sign", "zone", "degrees"}
_DIGITS = 6


def placed(raw: Shapes, code: str, where: Place, *, is_swapped: bool = False) -> list[dict[str, Any]]:
    """The columns of investment_place, without the project, of shapes in a coordinate system.

    `is_swapped`: the northing or latitude was written first. Lengths and areas are measured in metres of the
    zone. Raises CoordinateSystemError.
    """
    system = coordinate_system(code)
    landed = landing(raw, code, where, is_swapped=is_swapped)
    fineness = precision_m(raw, is_projected=system.is_projected)
    shapes = sound(landed.shapes)
    for place, reason in enumerate(landed.reasons):
        if reason in _NOWHERE:
            shapes[place] = None
    lengths, sizes = lengths_m(shapes), areas_m2(shapes)
    middles = shapely.point_on_surface(shapes)
    found = lying_in(shapes, where.areas)
    return [
        {
            "geometry_as_brought": shapely.to_wkb(raw[place]),
            "declared_system": system.code,
            "precision_m": float(fineness[place]),
            "geometry": None if shape is None else shapely.to_wkb(shape),
            "shape_kind": _KINDS.get(int(shapely.get_type_id(raw[place]))),
            "longitude": None if shape is None else round(float(middles[place].x), _DIGITS),
            "latitude": None if shape is None else round(float(middles[place].y), _DIGITS),
            "length_m": float(lengths[place]) if lengths[place] > 0 else None,
            "area_m2": float(sizes[place]) if sizes[place] > 0 else None,
            "landing": str(landed.reasons[place]) or None,
            "found_region_code": (where.codes[found[place]] or None) if found[place] >= 0 else None,
        }
        for place, shape in enumerate(shapes)
    ]
