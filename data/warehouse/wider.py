"""Columns of a version that adds to another: a column that both have gets a type that holds both."""

import re
from dataclasses import replace

from data.warehouse.arrival import StoredColumn

_TEXT = "VARCHAR"
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_WHOLE_DIGITS = {"TINYINT": 3, "SMALLINT": 5, "INTEGER": 10, "BIGINT": 19, "HUGEINT": 38}
_MOST_DIGITS = 38
_DECIMAL = re.compile(r"DECIMAL\((\d+), ?(\d+)\)")


def wider_columns(
    before: tuple[StoredColumn, ...], added: tuple[StoredColumn, ...]
) -> tuple[StoredColumn, ...]:
    """The columns of before, then those that are new. A mask that either has stays."""
    by_name = {column.name: column for column in added}
    kept = [_wider(column, by_name[column.name]) if column.name in by_name else column for column in before]
    known = {column.name for column in before}
    return (*kept, *(column for column in added if column.name not in known))


def _wider(column: StoredColumn, added: StoredColumn) -> StoredColumn:
    kind = wider_type(column.type, added.type)
    holds = column.kind if kind == column.type else added.kind if kind == added.type else column.kind
    return replace(
        column,
        type=kind,
        mask=column.mask or added.mask,
        kind="decimal" if kind.startswith("DECIMAL") else "text" if kind == _TEXT else holds,
    )


def wider_type(one: str, other: str) -> str:
    """A DuckDB type that holds the values of both without loss; text where nothing else does."""
    if one == other:
        return one
    if one in _WHOLE and other in _WHOLE:
        return max(one, other, key=_WHOLE.index)
    if {one, other} == {"DATE", "TIMESTAMP"}:
        return "TIMESTAMP"
    first, second = _digits(one), _digits(other)
    if first and second:
        scale = max(first[1], second[1])
        width = max(first[0] - first[1], second[0] - second[1]) + scale
        return f"DECIMAL({width},{scale})" if width <= _MOST_DIGITS else _TEXT
    numbers = {*_WHOLE, "DOUBLE", "FLOAT"}
    if "DOUBLE" in {one, other} and all(kind in numbers or _digits(kind) for kind in (one, other)):
        return "DOUBLE"
    return _TEXT


def _digits(kind: str) -> tuple[int, int] | None:
    """(digits, of these behind the point) of an exact number."""
    if kind in _WHOLE_DIGITS:
        return _WHOLE_DIGITS[kind], 0
    match = _DECIMAL.fullmatch(kind)
    return (int(match[1]), int(match[2])) if match else None
