"""Rows with places as one Parquet file: what came, where it is, how finely it was written, what is wrong.

Beside its own columns the file has `geometry` (WKB in CGCS2000 degrees), `geometry_as_brought` (WKB of the
coordinates as written), `precision_m` and `landing` (a key of REASONS, null where the place is good). Shapes
that land outside stay in the file; the declared system stands in its metadata.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from data.geo.intake.columns import PlaceColumns
from data.geo.intake.precision import precision_m
from data.geo.intake.reading_shapes import shapes_of
from data.geo.landing import Landing, landing
from data.geo.places import Place
from data.geo.systems import CoordinateSystem, coordinate_system
from data.uploads import Staged

OURS = ("geometry", "geometry_as_brought", "precision_m", "landing")
_LISTED = 1_000


@dataclass(frozen=True)
class Located:
    """The file, its rows, how many landed, and the first `outside`: (line, key of REASONS)."""

    file: Path
    rows: int
    landed: int
    reasons: dict[str, int]
    outside: tuple[tuple[int, str], ...]


def staged_table(staged: Staged) -> pa.Table:
    """All staged rows with `_line`."""
    return pa.concat_tables(
        [pq.read_table(file) for file in (*staged.files, *staged.straight_files)], promote_options="default"
    )


def locate(
    table: pa.Table, places: PlaceColumns, code: str, where: Place, target: Path, *, is_swapped: bool = False
) -> Located:
    """Write the rows with their places to `target`. Raises CoordinateSystemError."""
    system = coordinate_system(code)
    raw = shapes_of(table, places)
    landed = landing(raw, code, where, is_swapped=is_swapped)
    kept = table.drop_columns([name for name in OURS if name in table.column_names])
    columns = _columns(raw, landed, system)
    for name, column in columns.items():
        kept = kept.append_column(name, column)
    told = {"declared_system": system.code, "is_swapped": str(is_swapped).lower()}
    kept = kept.replace_schema_metadata(told)
    pq.write_table(kept, target, compression="zstd")
    outside = np.flatnonzero(landed.reasons != "")
    lines = table["_line"].to_numpy() if "_line" in table.column_names else np.arange(1, len(raw) + 1)
    return Located(
        target,
        len(raw),
        len(raw) - len(outside),
        dict(Counter(landed.reasons[outside].tolist()).most_common()),
        tuple((int(lines[place]), str(landed.reasons[place])) for place in outside[:_LISTED]),
    )


def _columns(raw: np.ndarray, landed: Landing, system: CoordinateSystem) -> dict[str, pa.Array]:
    reasons = [reason or None for reason in landed.reasons.tolist()]
    fineness = precision_m(raw, is_projected=system.is_projected)
    return {
        "geometry": pa.array(shapely.to_wkb(landed.shapes).tolist(), pa.binary()),
        "geometry_as_brought": pa.array(shapely.to_wkb(raw).tolist(), pa.binary()),
        "precision_m": pa.array(fineness, pa.float64(), from_pandas=True),
        "landing": pa.array(reasons, pa.string()),
    }
