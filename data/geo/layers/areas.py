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
    __, found = bureau_districts(connection)
    return place(list(found.shapes), found.codes)


def bureau_districts(connection: Connection) -> tuple[str, Areas]:
    """(name of the layer, the districts of the bureau); without any area where none are installed."""
    installed = [layer for layer in layers(connection) if layer.kind == "districts"]
    if installed:
        return installed[-1].name, areas(installed[-1])
    if bureau(connection).is_demo:
        return "", demonstration_districts()
    return "", Areas(np.empty(0, dtype=object), (), ())


def demonstration_districts() -> Areas:
    """The invented districts of the demonstration, which come with the program."""
    features = json.loads(_DEMONSTRATION.read_text("utf-8"))["features"]
    shapes = sound([shapely.geometry.shape(feature["geometry"]) for feature in features])
    told = [feature["properties"] for feature in features]
    return Areas(shapes, tuple(each["adcode"] for each in told), tuple(each["name"] for each in told))


def _six_digits(code: str) -> str:
    """156370114 is 370114; a code that a table kept as a decimal loses its point."""
    whole = code.removesuffix(".0")
    return whole.removeprefix(_COUNTRY_CODE) if len(whole) == 9 else whole
