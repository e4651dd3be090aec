"""Shapes out of staged rows, with the coordinates as they were written."""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from numpy.typing import NDArray

from data.geo.converting import raw_points
from data.geo.intake.columns import PlaceColumns
from data.geo.overlays import Shapes

_SRID = re.compile(r"^\s*SRID=\d+;", re.IGNORECASE)
# 117°32′24″E, as instruments and maps write: degrees, minutes, seconds, and the side of the world.
_SEXAGESIMAL = re.compile(
    r"([-+]?\d+(?:\.\d+)?)\s*[°度d]\s*(?:(\d+(?:\.\d+)?)\s*['′’分])?\s*(?:(\d+(?:\.\d+)?)\s*(?:[\"″”秒]|''))?"
    r"\s*([NSEW东西南北])?",
    re.IGNORECASE,
)


def shapes_of(table: pa.Table, places: PlaceColumns) -> Shapes:
    """One shape per row; None where the row has none or it cannot be read."""
    if places.shape:
        return np.asarray(shapely.from_wkb(_objects(table[places.shape]), on_invalid="ignore"))
    if places.wkt:
        words = [_SRID.sub("", word) if word else None for word in table[places.wkt].to_pylist()]
        return np.asarray(shapely.from_wkt(np.array(words, dtype=object), on_invalid="ignore"))
    assert places.x is not None
    assert places.y is not None
    return raw_points(_numbers(table[places.x]), _numbers(table[places.y]))


def _objects(column: pa.ChunkedArray) -> NDArray[np.object_]:
    return np.array(column.to_pylist(), dtype=object)


def _numbers(column: pa.ChunkedArray) -> NDArray[np.float64]:
    if not pa.types.is_string(column.type):
        return np.asarray(pc.cast(column, pa.float64()).to_numpy(), float)
    return np.array([_number(word) for word in column.to_pylist()], float)


def _number(word: str | None) -> float:
    text = (word or "").strip().replace("，", ",").replace(",", "")
    try:
        return float(text)
    except ValueError:
        parts = _SEXAGESIMAL.fullmatch(text)
    if parts is None:
        return np.nan
    degrees, minutes, seconds, side = parts.groups()
    size = abs(float(degrees)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    is_negative = degrees.startswith("-") or (side or "").upper() in {"S", "W", "南", "西"}
    return -size if is_negative else size
