"""Text about whose rows no two readers can differ, by the quicker: PyArrow takes half of DuckDB's time."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from data.duck import identifier
from data.uploads.limits import MAX_LINE_BYTES
from data.uploads.straight import Straight

_MARK, _LINE_END = ord('"'), ord("\n")


def plain_rows(text: bytes, first_line: int, columns: Sequence[str], delimiter: str) -> pa.Table | None:
    """`_line` and the text columns, an empty cell null; `first_line` is the number of the first line.

    None where a line is not one row, or where quotation marks do more than to enclose cells.
    """
    sign = delimiter.encode()
    if len(sign) != 1 or not text.endswith(b"\n") or not _are_marks_plain(text, ord(sign)):
        return None
    try:
        table = csv.read_csv(
            pa.py_buffer(text),
            # A line across three blocks is refused: longer than MAX_LINE_BYTES it always is.
            csv.ReadOptions(use_threads=False, column_names=list(columns), block_size=MAX_LINE_BYTES // 2),
            csv.ParseOptions(delimiter=delimiter),
            csv.ConvertOptions(
                check_utf8=False,
                column_types=dict.fromkeys(columns, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None
    lines = np.arange(first_line, first_line + table.num_rows, dtype=np.int64)
    return table.add_column(0, "_line", pa.array(lines))


def write_plain_rows(  # noqa: PLR0917 a part is its rows, and where they go
    connection: duckdb.DuckDBPyConnection,
    plain: pa.Table,
    straight: Straight,
    blanks: Sequence[str],
    target: Path,
    others: Path,
) -> int:
    """Write the straight ones of plain_rows(), the rest as text into `others`; returns how many are straight.

    DuckDB has to do with values alone.
    """
    connection.register("plain", plain)
    rows = straight.rows("plain", blanks)
    stored, as_is = connection.sql(rows).columns, straight.as_is(blanks)
    asked = ", ".join(identifier(name) for name in stored if name not in as_is)
    values = connection.sql(f"select {asked} from ({rows})").to_arrow_table()
    if len(values) < len(plain):
        places = np.subtract(values["_line"], plain["_line"][0].as_py())
        is_other = np.ones(len(plain), dtype=bool)
        is_other[places] = False
        pq.write_table(plain.filter(pa.array(is_other)), others)
        plain = plain.select(sorted({"_line", *as_is.values()})).take(places)
    columns = [plain[as_is[name]] if name in as_is else values[name] for name in stored]
    pq.write_table(
        pa.table(columns, names=stored),
        target,
        store_decimal_as_integer=True,
        use_dictionary=[name for name in stored if name != "_line"],
        column_encoding={"_line": "DELTA_BINARY_PACKED"},
    )
    return len(values)


def _are_marks_plain(text: bytes, delimiter: int) -> bool:
    """Whether each quotation mark opens a cell or closes it, in the same line."""
    if b'"' not in text:
        return True
    signs = np.frombuffer(text, dtype=np.uint8)
    places = np.flatnonzero((signs == _MARK) | (signs == _LINE_END))
    is_mark = signs[places] == _MARK
    if (np.cumsum(is_mark, dtype=np.uint8)[~is_mark] % 2).any():  # a line ends between two marks
        return False
    marks = places[is_mark]
    # Before the first sign stands, for NumPy, the last one: a line end. So does one behind every mark.
    beside = np.concatenate((signs[marks[::2] - 1], signs[marks[1::2] + 1]))
    return bool(((beside == delimiter) | (beside == _LINE_END)).all())
