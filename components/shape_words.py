"""A shape in a table: what it is and how many corners it has, in place of a text as long as a page."""

import re

import shapely

from data.codes import label
from data.language import _

_SHAPE = re.compile(r"\s*(?:SRID=\d+;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON)\s*[ZM]{0,2}\s*\(", re.IGNORECASE)
_KINDS = {"POINT": "point", "LINESTRING": "line", "POLYGON": "area"}
_SHORT = 60  # characters that a cell can show
_DECIMALS = 8  # a millimetre in degrees


def shape_words(value: object) -> str | None:
    """ "Area with 27 corners" for WKT too long for a cell; None for what is short, or no shape."""
    if not isinstance(value, str) or len(value) <= _SHORT:
        return None
    found = _SHAPE.match(value)
    if found is None:
        return None
    kind = label("shape_kind", _KINDS[found[2].upper()])
    return _("{shape} with {number} corners").format(shape=kind, number=f"{value.count(',') + 1:,}")


def written_shape(value: bytes) -> str | None:
    """WKB as a cell shows it: a short WKT, or what the shape is; None for bytes that are no shape."""
    shape = shapely.from_wkb(value, on_invalid="ignore")
    if shape is None:
        return None
    text = str(shapely.to_wkt(shape, rounding_precision=_DECIMALS))
    return shape_words(text) or text
