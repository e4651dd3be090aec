"""Versions as they are read: their facts, their files, and their rows as one relation for DuckDB.

An appended or corrected version has the rows of the one before it and its own: its files are those of all
arrivals back to the last that replaced everything.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, select

from data.duck import identifier, quoted
from data.language import _
from data.schema import ColumnMask, Dataset, DatasetVersion
from data.warehouse.arrival import StoredColumn, as_columns
from data.warehouse.failures import WarehouseError
from data.warehouse.folders import QUARANTINE, UNREAD, version_folder
from data.warehouse.part_rows import part_rows

# A column of each row's number in the version, from 1: what leads from a suspect back to its rows.
ROW_NUMBER = "_row"


@dataclass(frozen=True)
class DatasetFacts:
    """A dataset as the catalogue has it. `owner` is a user name; moments are UTC."""

    dataset_id: int
    name: str
    title: str
    dataset_type: str
    data_source_id: int | None
    owner: str
    section_code: str | None
    region_code: str | None
    project_id: int | None
    classification: str
    created_at: datetime
    removed_at: datetime | None
    removal_reason: str | None
    files_deleted_at: datetime | None


@dataclass(frozen=True)
class Version:
    """One version. `folders` are those of the arrivals that it consists of, oldest first."""

    version_id: int
    dataset_id: int
    number: int
    change: str
    row_count: int
    refused_count: int
    columns: tuple[StoredColumn, ...]
    folders: tuple[str, ...]
    original_name: str
    original_sha256: str
    original_bytes: int
    encoding: str | None
    sheet: str | None
    delivery: str
    quality_basis_points: int | None
    report: dict[str, Any]
    recipe_id: int | None
    loaded_by: str
    loaded_at: datetime


def dataset(connection: Connection, name: str) -> DatasetFacts | None:
    """The dataset of that name; None where there is none or it was removed."""
    found = select(Dataset.__table__).where(Dataset.name == name, Dataset.removed_at.is_(None))
    row = connection.execute(found).mappings().first()
    return DatasetFacts(**row) if row else None


def versions(connection: Connection, dataset_id: int) -> tuple[Version, ...]:
    """All versions of a dataset, oldest first, with the masks in force: the owner decides on those of all."""
    decided = mask_decisions(connection, dataset_id)
    rows = connection.execute(
        select(DatasetVersion.__table__)
        .where(DatasetVersion.dataset_id == dataset_id)
        .order_by(DatasetVersion.number)
    )
    found: list[Version] = []
    for row in rows:
        earlier = found[-1].folders if found and row.change != "replace" else ()
        found.append(_version(row, (*earlier, row.folder), decided))
    return tuple(found)


@dataclass(frozen=True)
class MaskDecision:
    """What somebody decided on a column's mask: None shows it as it is. `set_at` is UTC."""

    mask: str | None
    set_by: str
    set_at: datetime


def mask_decisions(connection: Connection, dataset_id: int) -> dict[str, MaskDecision]:
    """Decisions on the masks of a dataset, by column name in small letters.

    DuckDB reads names whatever their case, and a later version may write one otherwise.
    """
    table = ColumnMask.__table__.c
    rows = connection.execute(
        select(table.column_name, table.mask, table.set_by, table.set_at).where(
            table.dataset_id == dataset_id
        )
    )
    return {row.column_name.lower(): MaskDecision(row.mask, row.set_by, row.set_at) for row in rows}


def _masked(column: StoredColumn, decision: MaskDecision | None) -> StoredColumn:
    return replace(column, mask=decision.mask) if decision else column


def newest(connection: Connection, dataset_id: int, number: int | None = None) -> Version | None:
    """The newest version of a dataset, or the one of that number; None where there is none."""
    all_versions = versions(connection, dataset_id)
    wanted = [version for version in all_versions if number in {None, version.number}]
    return wanted[-1] if wanted else None


def _version(row: Row[Any], folders: tuple[str, ...], decided: Mapping[str, MaskDecision]) -> Version:
    return Version(
        version_id=row.dataset_version_id,
        dataset_id=row.dataset_id,
        number=row.number,
        change=row.change,
        row_count=row.row_count,
        refused_count=row.refused_count,
        columns=tuple(
            _masked(column, decided.get(column.name.lower())) for column in as_columns(row.columns)
        ),
        folders=folders,
        original_name=row.original_name,
        original_sha256=row.original_sha256,
        original_bytes=row.original_bytes,
        encoding=row.encoding,
        sheet=row.sheet,
        delivery=row.delivery,
        quality_basis_points=row.quality_basis_points,
        report=json.loads(row.report) if row.report else {},
        recipe_id=row.recipe_id,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
    )


def files_of(version: Version) -> tuple[Path, ...]:
    """The Parquet files of the version, in their order. Raises WarehouseError where they are gone."""
    files: list[Path] = []
    for folder in version.folders:
        parts = sorted(version_folder(folder).glob("part-*.parquet"))
        if not parts:
            raise WarehouseError(_("The files of this version are gone; restore them from a backup."))
        files.extend(parts)
    return tuple(files)


def original_of(version: Version) -> Path:
    """The file as it came."""
    return version_folder(version.folders[-1]) / "original" / version.original_sha256


def quarantine_of(version: Version) -> Path | None:
    """Rows of the version's own arrival that broke a rule, with their faults; None where there are none."""
    return _if_there(version_folder(version.folders[-1]) / QUARANTINE)


def unread_of(version: Version) -> Path | None:
    """Lines of the version's own arrival that could not be read as rows; None where there are none."""
    return _if_there(version_folder(version.folders[-1]) / UNREAD)


def _if_there(file: Path) -> Path | None:
    return file if file.exists() else None


def relation_of(version: Version, *, is_numbered: bool = False, only: Sequence[int] | None = None) -> str:
    """SQL of the version's rows as they are, without any mask: never hand it to a reader.

    Columns have the types of the version, also where an earlier arrival had narrower ones. `is_numbered` adds
    the row's number as ROW_NUMBER. `only` are the numbers of the rows that are wanted: of a large file the
    parts that have none of them are not read. Raises WarehouseError.
    """
    columns = [
        f"cast({identifier(column.name)} as {column.type}) as {identifier(column.name)}"
        for column in version.columns
    ]
    files = files_of(version)
    if is_numbered:
        columns.append(f"{_row_number(files)} as {ROW_NUMBER}")
    listed = ", ".join(quoted(file) for file in files)
    rows = f"select {', '.join(columns)} from read_parquet([{listed}], union_by_name = true)"
    return rows if only is None else f"{rows} where {_among(files, only)}"


def _row_number(files: tuple[Path, ...]) -> str:
    """SQL of a row's number in the version: its place in its file, after the rows of the files before.

    Unlike a window's row_number() it lets conditions through to the files, which skip what cannot meet them.
    """
    offsets = [f"when {place} then {before}" for place, before in enumerate(_rows_before(files))]
    offset = f" + case file_index {' '.join(offsets)} end" if len(files) > 1 else ""
    return f"file_row_number + 1{offset}"


def _among(files: tuple[Path, ...], numbers: Sequence[int]) -> str:
    """SQL that a row has one of the numbers; before it, for the reader of the files, where it can be."""
    starts = _rows_before(files)
    places = sorted({number - 1 - starts[bisect_right(starts, number - 1) - 1] for number in numbers})
    wanted = ", ".join(str(int(number)) for number in numbers)
    listed = ", ".join(str(int(place)) for place in places)
    return f"file_row_number in ({listed}) and {_row_number(files)} in ({wanted})" if places else "false"


def _rows_before(files: tuple[Path, ...]) -> list[int]:
    """For each file how many rows the files before it have."""
    counts = (part_rows(file) for file in files[:-1])
    return list(accumulate(counts, initial=0))
