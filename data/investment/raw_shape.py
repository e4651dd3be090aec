"""The shape of a row with the coordinates as they are written: WKT, or two coordinates."""

import pyarrow as pa
import shapely

from data.geo.intake.columns import PlaceColumns
from data.geo.intake.reading_shapes import shapes_of
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _

PLACE_FIELDS = {"geometry", "longitude", "latitude"}


def raw_shape(row: Row) -> shapely.Geometry | None:
    """The shape; None where the row has none. Raises RowRefusedError for what is no shape."""
    if words := row.values.get("geometry"):
        shape = shapes_of(pa.table({"wkt": [words]}), PlaceColumns(wkt="wkt"))[0]
        if shape is None or shapely.is_empty(shape):
            raise RowRefusedError("geometry", _("not a shape in WKT such as POINT (117.1 36.7)"))
        return shape
    written = {name: row.values.get(name) for name in ("longitude", "latitude")}
    if not any(written.values()):
        return None
    for name, words in written.items():
        if not words:
            raise RowRefusedError(name, _("one of two coordinates is missing"))
    table = pa.table({name: [words] for name, words in written.items()})
    shape = shapes_of(table, PlaceColumns(x="longitude", y="latitude"))[0]
    if shape is None:
        raise RowRefusedError("longitude", _("not a coordinate such as 117.1234 or 39548245.9"))
    return shape
