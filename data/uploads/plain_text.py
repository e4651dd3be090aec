"""Text about whose rows no two readers can differ, by the quicker: PyArrow takes half of DuckDB's time."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from pyarrow import csv

from data.uploads.limits import MAX_LINE_BYTES

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
