"""A version of a dataset as the relation that a model reads: every column of its type, in the type's kind."""

from collections.abc import Sequence

from data.dataset_types import DatasetColumn, dataset_type
from data.duck import identifier
from data.warehouse import Version, relation_of
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.model import Requirement

# What a column of each kind is in the SQL of a model, whatever the file brought.
_DUCK_TYPES = {
    "text": "varchar",
    "whole": "bigint",
    "money": "bigint",  # 分
    "decimal": "decimal(18, 4)",
    "date": "date",
    "moment": "timestamp",
    "flag": "boolean",
}


def duck_type(kind: str) -> str:
    """The type that a column of this kind has in the SQL of models."""
    return _DUCK_TYPES[kind]


def relation_select(
    requirement: Requirement,
    version: Version,
    *,
    is_numbered: bool = False,
    only: Sequence[int] | None = None,
) -> str:
    """SQL of the relation's rows, unmasked: for reviewed models and for evidence, never for a reader.

    A column that the version does not have is null. `is_numbered` adds the row's number; `only` are the
    numbers of the rows that are wanted. Raises WarehouseError where the files are gone.
    """
    rows = relation_of(version, is_numbered=is_numbered, only=only)
    return typed_select(requirement, version, rows, more=(ROW_NUMBER,) if is_numbered else ())


def typed_select(
    requirement: Requirement,
    version: Version,
    rows: str,
    *,
    more: tuple[str, ...] = (),
    text: frozenset[str] = frozenset(),
) -> str:
    """SQL of `rows` of the version with the columns of the type, and `more`; those of `text` stay text."""
    there = {column.name.lower(): column.name for column in version.columns}
    columns = [
        _as_typed(column, there.get(column.name), kind="text" if column.name in text else column.type)
        for column in dataset_type(requirement.dataset_type).columns
    ]
    return f"select {', '.join((*columns, *more))} from ({rows})"


def empty_select(requirement: Requirement) -> str:
    """SQL of an optional relation that no dataset serves: its columns, and no row."""
    of_type = dataset_type(requirement.dataset_type)
    columns = (_as_typed(column, None, kind=column.type) for column in of_type.columns)
    return f"select {', '.join(columns)} where false"


def _as_typed(column: DatasetColumn, name: str | None, *, kind: str) -> str:
    value = identifier(name) if name else "null"
    return f"cast({value} as {duck_type(kind)}) as {column.name}"
