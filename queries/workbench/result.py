"""The rows that a query gave, read from the file of batches that its process wrote."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

# A grid and a spreadsheet show fifteen digits: a longer number is text, so that every digit stays.
_EXACT_BELOW = 10**15
_CENTS = 2


def names_of(file: Path) -> list[str]:
    """The columns of a result; a name that comes twice is numbered."""
    with pa.ipc.open_stream(file) as reader:
        names: list[str] = []
        for name in reader.schema.names:
            times = sum(1 for other in names if other == name or other.startswith(f"{name} ("))
            names.append(f"{name} ({times + 1})" if name in names else name)
        return names


def amounts_of(file: Path) -> list[str]:
    """The columns with exactly two digits after the point, as money has."""
    with pa.ipc.open_stream(file) as reader:
        kinds = reader.schema.types
    return [
        name
        for name, kind in zip(names_of(file), kinds, strict=True)
        if pa.types.is_decimal(kind) and kind.scale == _CENTS
    ]


def rows_of(file: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of a result, with exact values: whole numbers, Decimal, date, datetime, text."""
    with pa.ipc.open_stream(file) as reader:
        for batch in reader:
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def frame(file: Path, first: int, count: int) -> pd.DataFrame:
    """Rows `first` (from 0) to `first + count - 1` as a grid shows them."""
    rows = [[shown(value) for value in row] for row in islice(rows_of(file), first, first + count)]
    return pd.DataFrame(rows, columns=names_of(file)).convert_dtypes()


def shown(value: Any) -> Any:
    """A value as a grid can hold it: lists and records as JSON, numbers beyond exactness as text."""
    match value:
        case bool() | None | str() | float() | date():
            return value
        case int():
            return value if abs(value) < _EXACT_BELOW else str(value)
        case Decimal():
            return _figure(value)
        case dict() | list() | tuple():
            return json.dumps(value, ensure_ascii=False, default=str)
    return value.hex() if isinstance(value, bytes) else str(value)


def _figure(value: Decimal) -> int | float | str:
    if not value.is_finite() or abs(value) >= _EXACT_BELOW:
        return str(value)
    return int(value) if value == int(value) else float(value)
