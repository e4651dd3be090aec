"""Which columns of a table hold its places: shapes, words of shapes (WKT), or two coordinates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SHAPE = "geometry"  # data/uploads names the shapes of spatial files so
_WKT = re.compile(r"wkt|geom|the_geom|shape|图形|几何|空间", re.IGNORECASE)
_WKT_WORDS = re.compile(
    r"\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|\s*GEOMETRYCOLLECTION", re.IGNORECASE
)
# 测绘的 X 是纵坐标（北）: words decide, and the letters only where there is no word.
_EAST = (
    re.compile(r"经度|东经|东坐标|横坐标|\blon|lng|long|easting", re.IGNORECASE),
    re.compile(r"^x|x$", re.I),
)
_NORTH = (
    re.compile(r"纬度|北纬|北坐标|纵坐标|\blat|northing", re.IGNORECASE),
    re.compile(r"^y|y$", re.I),
)


@dataclass(frozen=True)
class PlaceColumns:
    """The columns with the places: `shape` (WKB), or `wkt`, or `x` and `y`; x counts eastward."""

    shape: str | None = None
    wkt: str | None = None
    x: str | None = None
    y: str | None = None


def place_columns(
    columns: Sequence[str], titles: Sequence[str], rows: Sequence[Sequence[str | None]] = ()
) -> PlaceColumns | None:
    """The likeliest, by titles and by some rows as text; None where the table shows no places."""
    if _SHAPE in columns:
        return PlaceColumns(shape=_SHAPE)
    for number, (column, title) in enumerate(zip(columns, titles, strict=True)):
        values = [row[number] for row in rows if number < len(row) and row[number]]
        if values and all(_WKT_WORDS.match(str(value)) for value in values):
            return PlaceColumns(wkt=column)
        if not rows and _WKT.search(title):
            return PlaceColumns(wkt=column)
    for east, north in zip(_EAST, _NORTH, strict=True):
        x = [column for column, title in zip(columns, titles, strict=True) if east.search(title.strip())]
        y = [column for column, title in zip(columns, titles, strict=True) if north.search(title.strip())]
        if x and y:
            return PlaceColumns(x=x[0], y=y[0])
    return None
