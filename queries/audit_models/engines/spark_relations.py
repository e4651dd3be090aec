"""The versions that a model reads as views of a Spark session: every column of its type, in the type's kind.

The cluster reads the Parquet files where they lie: every node has to see the run-time folder under the same
path.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from data.dataset_types import DatasetColumn, dataset_type
from data.warehouse import files_of
from queries.audit_models.engines.engine import Work
from queries.audit_models.engines.spark_dialect import NotCarriedError, spark_type
from queries.audit_models.model import Requirement

_WHOLE = {"whole", "money"}


def add_relations(session: Any, work: Work) -> None:
    """A temporary view in the session for each relation of the model.

    Raises WarehouseError where files are gone, NotCarriedError where Spark has no like of a column's type.
    """
    for relation, requirement in work.model.requires.items():
        version = work.versions.get(relation)
        parts = _by_schema(files_of(version)) if version else {}
        frames = [_part(session, requirement, schema, files) for schema, files in parts.items()]
        if not frames:
            frames = [session.sql(f"select {_columns(requirement, {})} where false")]
        whole = frames[0]
        for frame in frames[1:]:
            whole = whole.unionAll(frame)
        whole.createOrReplaceTempView(relation)


def _by_schema(files: tuple[Path, ...]) -> Mapping[tuple[pa.Field, ...], list[str]]:
    """Files with the columns that they have: a later arrival may have others, or wider ones."""
    parts: dict[tuple[pa.Field, ...], list[str]] = {}
    for file in files:
        fields = tuple(pa.field(each.name, each.type) for each in pq.read_schema(file))
        parts.setdefault(fields, []).append(file.as_uri())
    return parts


def _part(session: Any, requirement: Requirement, schema: tuple[pa.Field, ...], files: list[str]) -> Any:
    """Rows of files of one schema. Only the columns of the type are read; Spark need not know the others."""
    there = {field.name.lower(): field for field in schema}
    wanted = [column.name for column in dataset_type(requirement.dataset_type).columns]
    read = {name: there[name] for name in wanted if name in there}
    declared = ", ".join(f"{_quoted(field.name)} {_stored_type(field)}" for field in read.values())
    frame = session.read.schema(declared).parquet(*files)
    return frame.selectExpr(*_cells(requirement, read))


def _columns(requirement: Requirement, there: Mapping[str, pa.Field]) -> str:
    return ", ".join(_cells(requirement, there))


def _cells(requirement: Requirement, there: Mapping[str, pa.Field]) -> list[str]:
    of_type = dataset_type(requirement.dataset_type)
    return [_as_typed(column, there.get(column.name)) for column in of_type.columns]


def _as_typed(column: DatasetColumn, field: pa.Field | None) -> str:
    value = "null" if field is None else _quoted(field.name)
    if field is not None and column.type in _WHOLE:
        # A cast to a whole number rounds in DuckDB and cuts off in Spark.
        if pa.types.is_floating(field.type):
            value = f"rint({value})"
        elif pa.types.is_decimal(field.type):
            value = f"round({value}, 0)"
    return f"cast({value} as {spark_type(column.type)}) as {column.name}"


def _stored_type(field: pa.Field) -> str:
    """What Spark calls the type of a column of a Parquet file."""
    if pa.types.is_decimal(field.type):
        return f"decimal({field.type.precision}, {field.type.scale})"
    if pa.types.is_timestamp(field.type) and field.type.unit != "ns":
        return "timestamp" if field.type.tz else "timestamp_ntz"
    if pa.types.is_string(field.type) or pa.types.is_large_string(field.type):
        return "string"
    if name := _SIMPLE_TYPES.get(field.type):
        return name
    raise NotCarriedError(f"{field.name}: {field.type}")


_SIMPLE_TYPES = {
    pa.int8(): "tinyint",
    pa.int16(): "smallint",
    pa.int32(): "int",
    pa.int64(): "bigint",
    pa.float32(): "float",
    pa.float64(): "double",
    pa.bool_(): "boolean",
    pa.date32(): "date",
}


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
