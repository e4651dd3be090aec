"""Installs the invented red line and farmland of 示范市 under the map, as a bureau would its own."""

import hashlib
import io

import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.demo.days import AS_OF_DATE, MOMENT_TEXT, day
from data.demo.investment_sites import protected_land
from data.demo.names import SOURCE
from data.geo.layers.installing import layer_file
from data.schema import MapLayer

TITLES = {"redline": "生态保护红线（演示）", "farmland": "永久基本农田（演示）"}
_COLUMNS = (
    *("name", "kind", "source", "declared_system", "file_name", "brought_sha256", "sha256", "features"),
    *("size_bytes", "added_by", "added_at"),
)


def write_protected_land(connection: Connection) -> None:
    """One layer each, with its file in the run-time folder; the same bytes on every run."""
    rows = []
    for kind, title in TITLES.items():
        content = _layer(kind)
        digest = hashlib.sha256(content).hexdigest()
        layer_file(digest).write_bytes(content)
        count = sum(land.kind == kind for land in protected_land())
        said = (title, kind, f"{SOURCE}，虚构", "cgcs2000", f"{title}.geojson")
        rows.append((*said, digest, digest, count, len(content), "dataroom", MOMENT_TEXT[day(AS_OF_DATE)]))
    insert_rows(connection, MapLayer, _COLUMNS, rows)


def _layer(kind: str) -> bytes:
    lands = [land for land in protected_land() if land.kind == kind]
    shapes = shapely.to_wkb([land.shape for land in lands]).tolist()
    table = pa.table(
        {
            "code": [land.code for land in lands],
            "name": [land.name for land in lands],
            "geometry": pa.array(shapes, pa.binary()),
        }
    )
    content = io.BytesIO()
    pq.write_table(table, content, compression="zstd")
    return content.getvalue()
