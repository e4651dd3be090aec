"""Places of rows on their way in: converted from the confirmed system, with the coordinates as they came.

Beside its columns a version then has `geometry` in CGCS2000 degrees, `geometry_as_brought` (WKB of what was
written), `precision_m` (metres of the last written digit) and `landing` (a key of REASONS in
data/geo/landing.py, empty where the place is good). No row is left out because of its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely

from data.bringing.arriving import ArrivingRows
from data.dataset_types import DatasetType
from data.duck import identifier, open_duck, quoted
from data.geo.intake.columns import place_columns
from data.geo.intake.locating import Located, locate, staged_table
from data.geo.places import Place
from data.geo.systems import coordinate_system
from data.language import _
from data.uploads import Staged, UploadRefusedError
from data.warehouse import Staging, StoredColumn

_GEOMETRY = "geometry"
_DIGITS = 8  # of degrees: a millimetre
_SAMPLE = 200
_TITLES = {
    _GEOMETRY: "图形",
    "geometry_as_brought": "图形（原坐标）",
    "precision_m": "坐标精度（米）",
    "landing": "位置问题",
}
_KINDS = {"geometry_as_brought": "binary", "precision_m": "decimal", "landing": "text"}
_TYPES = {"geometry_as_brought": "BLOB", "precision_m": "DOUBLE", "landing": "VARCHAR"}


@dataclass(frozen=True)
class PlaceSaid:
    """In which system the coordinates are, as a person confirmed it; `is_swapped`: northing stands first."""

    system: str
    is_swapped: bool = False


def said_by_file(staged: Staged, dataset_type: DatasetType | None) -> PlaceSaid | None:
    """What a file with shapes says itself, for a type that has places and where nobody said more."""
    if dataset_type is None or staged.crs is None or dataset_type.column(_GEOMETRY) is None:
        return None
    return PlaceSaid(staged.crs)


def placed_rows(
    staged: Staged,
    staging: Staging,
    rows: ArrivingRows,
    said: PlaceSaid,
    where: Place,
    *,
    is_typed: bool,
) -> ArrivingRows:
    """The arriving rows with their places. Raises UploadRefusedError and CoordinateSystemError."""
    table = staged_table(staged)
    sample = table.slice(0, _SAMPLE)
    first = [sample[name].to_pylist() for name in staged.columns]
    columns = place_columns(staged.columns, staged.titles, tuple(zip(*first, strict=True)))
    if columns is None:
        raise UploadRefusedError(_("The file has no column with places: shapes, WKT or two coordinates."))
    named = [name for name in (columns.shape, columns.wkt, columns.x, columns.y) if name]
    file = staging.folder / "rows" / "located.parquet"
    kept = table.select(["_line", *named])
    found = locate(kept, columns, said.system, where, file, is_swapped=said.is_swapped)
    added = _places_of(file, staging.folder / "rows" / "places.parquet", is_text=is_typed)
    for part in staging.parts():
        _join(part, added, {"longitude", "latitude"} if is_typed else set())
    report = {**rows.report, "places": _told(found, said)}
    return replace(rows, columns=_columns(rows, is_typed=is_typed), report=report)


def _places_of(located: Path, target: Path, *, is_text: bool) -> Path:
    """What is added to each row, by `_line`: the shape as WKT where the type has it as text."""
    table = pq.read_table(located, columns=["_line", _GEOMETRY, *_TYPES])
    shapes = shapely.from_wkb(np.array(table[_GEOMETRY].to_pylist(), dtype=object))
    middles = shapely.get_coordinates(shapely.point_on_surface(shapes))
    present = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    degrees = np.full((len(shapes), 2), np.nan)
    degrees[present] = middles
    if is_text:
        words = shapely.to_wkt(shapes, rounding_precision=_DIGITS).tolist()
        table = table.set_column(1, _GEOMETRY, pa.array(words, pa.string()))
    for place, name in enumerate(("longitude", "latitude")):
        table = table.append_column(name, pa.array(degrees[:, place].round(_DIGITS), from_pandas=True))
    pq.write_table(table, target)
    return target


def _join(part: Path, places: Path, degrees: set[str]) -> None:
    """Write the part anew with the places of its rows in place of what was read as such."""
    made = part.with_name("placed.parquet")
    with open_duck() as duck:
        described = duck.execute(f"describe select * from {quoted(part)}").fetchall()
        types = {name: kind for name, kind, *__ in described if name not in _TYPES}
        listed = [
            f"l.{_GEOMETRY}"
            if name == _GEOMETRY
            else f"cast(l.{name} as {kind}) as {name}"
            if name in degrees
            else f"p.{identifier(name)}"
            for name, kind in types.items()
        ]
        listed += [f"l.{name}" for name in (_GEOMETRY, *_TYPES) if name not in types]
        duck.execute(
            f"copy (select {', '.join(listed)} from {quoted(part)} as p left join {quoted(places)} as l"
            f" using (_line) order by p._line) to {quoted(made)} (format parquet)"
        )
    made.replace(part)


def _columns(rows: ArrivingRows, *, is_typed: bool) -> tuple[StoredColumn, ...]:
    there = [column for column in rows.columns if column.name not in _TYPES]
    geometry = StoredColumn(_GEOMETRY, _TITLES[_GEOMETRY], "BLOB", kind="binary")
    if is_typed:
        geometry = replace(geometry, type="VARCHAR", kind="text")
    columns = [
        replace(column, type=geometry.type, kind=geometry.kind) if column.name == _GEOMETRY else column
        for column in there
    ]
    if not any(column.name == _GEOMETRY for column in columns):
        columns.append(geometry)
    return (
        *columns,
        *(StoredColumn(name, _TITLES[name], kind, kind=_KINDS[name]) for name, kind in _TYPES.items()),
    )


def _told(found: Located, said: PlaceSaid) -> Mapping[str, object]:
    system = coordinate_system(said.system)
    return {
        "system": system.code,
        "is_swapped": said.is_swapped,
        "accuracy_m": system.accuracy_m,
        "rows": found.rows,
        "landed": found.landed,
        "reasons": found.reasons,
        "outside": [list(each) for each in found.outside],
    }
