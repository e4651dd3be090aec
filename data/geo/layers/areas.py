"""The areas of installed layers with their codes and names, and the place of the bureau that they make."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import shapely
from numpy.typing import NDArray
from sqlalchemy import Connection

from data.bureau import bureau
from data.geo.layers.installing import Layer, layer_file, layers
from data.geo.overlays import sound
from data.geo.places import Place, place

_DEMONSTRATION = Path(__file__).parents[2] / "demo/regions.geojson"
# What files call the code and the name of a division, the surest first.
_CODES = ("adcode", "district_adcode", "region_code", "code", "gb", "区划代码", "行政区划代码", "xzqdm")
_NAMES = ("name", "district_name", "区划名称", "行政区名称", "xzqmc", "名称")
_COUNTRY_CODE = "156"


@dataclass(frozen=True)
class Areas:
    """Shapes in CGCS2000 degrees with their codes and names, "" where the layer has none."""

    shapes: NDArray[np.object_]
    codes: tuple[str, ...]
    names: tuple[str, ...]


def areas(layer: Layer) -> Areas:
    """What a layer holds. Raises OSError where its file is gone."""
    table = pq.read_table(layer_file(layer.sha256))
    shapes = shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object))
    by_lower = {name.lower(): name for name in table.column_names}

    def words(choices: tuple[str, ...]) -> tuple[str, ...]:
        column = next((by_lower[name] for name in choices if name in by_lower), None)
        values = table[column].to_pylist() if column else [None] * table.num_rows
        return tuple("" if value is None else str(value) for value in values)

    return Areas(shapes, tuple(_six_digits(code) for code in words(_CODES)), words(_NAMES))


def district_place(connection: Connection) -> Place:
    """The districts of the bureau: the newest layer of them, those of the demonstration, or the country."""
    installed = [layer for layer in layers(connection) if layer.kind == "districts"]
    if installed:
        found = areas(installed[-1])
        return place(list(found.shapes), found.codes)
    if bureau(connection).is_demo:
        features = json.loads(_DEMONSTRATION.read_text("utf-8"))["features"]
        shapes = sound([shapely.geometry.shape(feature["geometry"]) for feature in features])
        return place(list(shapes), [feature["properties"]["adcode"] for feature in features])
    return place([])


def _six_digits(code: str) -> str:
    """156370114 is 370114; a code that a table kept as a decimal loses its point."""
    whole = code.removesuffix(".0")
    return whole.removeprefix(_COUNTRY_CODE) if len(whole) == 9 else whole
