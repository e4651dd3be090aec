"""The delimiter of a text file: the one that gives the widest records of one width."""

import csv
import io
from itertools import islice

DELIMITERS = (",", "\t", ";", "|", "^", "\x01")
_RECORDS = 200  # enough to tell it


def propose_delimiter(text: str) -> str:
    """The delimiter of the beginning of a file; a comma where nothing is delimited."""
    return max(DELIMITERS, key=lambda delimiter: _fitness(text, delimiter))


def records(text: str, delimiter: str, limit: int, *, is_cut: bool) -> tuple[list[list[str]], list[int]]:
    """The first records of a text, and the line on which each ends. A last record that is cut is left out."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # of the whole process
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, ends = [], []
    try:
        for row in islice(reader, limit + 1):
            rows.append(row)
            ends.append(reader.line_num)
    except csv.Error:  # a NUL: older readers stop at it
        is_cut = False
    if is_cut and len(rows) <= limit and len(rows) > 1:
        rows, ends = rows[:-1], ends[:-1]
    return rows[:limit], ends[:limit]


def _fitness(text: str, delimiter: str) -> float:
    rows, __ = records(text, delimiter, _RECORDS, is_cut=True)
    widths = [len(row) for row in rows if len(row) > 1]
    if not widths:
        return 0.0
    usual = max(set(widths), key=widths.count)
    return widths.count(usual) / len(rows) * usual
