"""Any file with projects as sheets of cells: workbooks and texts as registers read them, shapes as WKT."""

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import shapely

from data.geo.intake.locating import staged_table
from data.geo.systems import CoordinateSystemError, coordinate_system
from data.intake.reading.sheet import Sheet, Source
from data.intake.reading.source import ENDINGS, read_source
from data.intake.refused import FileRefusedError
from data.intake.values.words import Cell
from data.language import _
from data.uploads import Choices, UploadRefusedError, stage

SHAPE_ENDINGS = ("zip", "geojson", "json", "gpkg")
_SHAPE = "geometry"
_SHAPE_TITLE = "图形（WKT）"  # the heading of the register of investment projects


@dataclass(frozen=True)
class Brought:
    """A file as a register reads it; `system` is the coordinate system that the file itself names, or ""."""

    source: Source
    system: str = ""


def read_projects(file_name: str, data: bytes) -> Brought:
    """Read a file of projects. Raises FileRefusedError: nothing of a file is left out silently."""
    if PurePath(file_name).suffix.lower().lstrip(".") in ENDINGS:
        return Brought(read_source(file_name, data))
    with tempfile.TemporaryDirectory() as folder:
        file, staged_in = Path(folder) / PurePath(file_name).name, Path(folder) / "staged"
        file.write_bytes(data)
        staged_in.mkdir()
        try:
            staged = stage(file, Choices(), staged_in)
        except UploadRefusedError as error:
            raise FileRefusedError(str(error)) from error
        if staged.refused is not None:
            first = pq.read_table(staged.refused).slice(0, 1).to_pylist()[0]
            raise FileRefusedError(
                _("{count} lines of the file cannot be read, the first is line {line}: {reason}").format(
                    count=staged.refused_rows, line=first["line"], reason=first["reason"]
                )
            )
        table = staged_table(staged)
    columns = {name: _cells(name, table[name].to_pylist()) for name in staged.columns}
    named = zip(staged.columns, staged.titles, strict=True)
    titles = [_SHAPE_TITLE if name == _SHAPE else title for name, title in named]
    rows: list[list[Cell]] = [list(titles), *(list(row) for row in zip(*columns.values(), strict=True))]
    lines = [0, *table["_line"].to_pylist()]
    sheet = Sheet(PurePath(file_name).stem, rows, lines)
    return Brought(Source(PurePath(file_name).name, staged.sha256, (sheet,)), _system(staged.crs))


def _system(named: str | None) -> str:
    try:
        return coordinate_system(named).code if named else ""
    except CoordinateSystemError:
        return ""  # one that nobody knows is as good as none


def _cells(name: str, values: list[Any]) -> list[Cell]:
    if name == _SHAPE:
        shapes = shapely.from_wkb(np.array(values, dtype=object), on_invalid="ignore")
        return [
            "" if words is None else str(words) for words in shapely.to_wkt(shapes, rounding_precision=-1)
        ]
    return [_cell(value) for value in values]


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str | bool | float | date):
        return value
    return float(value) if isinstance(value, int) and abs(value) < 10**15 else str(value)
