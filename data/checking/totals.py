"""Rows of totals, which are no data, and totals that were stated: compared with what the rows add up to."""

from collections.abc import Iterator, Mapping

import duckdb

from data.checking.report import TotalCheck
from data.checking.rules import Cell

# In one of the first two columns, where tables write it. Only short texts are looked at more closely.
_WORDS = "(合|总|小|累|共)\\s*计|本[页月年]合计|(?i:grand |sub)?(?i:total)s?"
IS_TOTAL = (
    "(case when contains({words}, '计') or contains({words}, 't') or contains({words}, 'T')"
    " then strlen({words}) < 30 and length({words}) < 14"
    " and regexp_full_match({words}, '\\s*(" + _WORDS + ")\\s*[:：]?\\s*') else false end)"
)


def compare_totals(
    connection: duckdb.DuckDBPyConnection, cells: Mapping[str, Cell], stated: Mapping[str, int]
) -> tuple[TotalCheck, ...]:
    """What was stated apart, and the one row of totals of the file, against the sum of its rows."""
    return (*_stated_apart(connection, cells, stated), *_stated_in_file(connection, cells))


def _stated_apart(
    connection: duckdb.DuckDBPyConnection, cells: Mapping[str, Cell], stated: Mapping[str, int]
) -> Iterator[TotalCheck]:
    for column, total in stated.items():
        if column == "":
            found = connection.execute("select count(*) from every where not is_total").fetchone()
        elif column in cells:
            found = connection.execute(
                f"select sum({cells[column].value}) from every where not is_total"
            ).fetchone()
        else:
            continue
        yield TotalCheck(column, str(total), str(found[0] or 0) if found else "0", None)


def _stated_in_file(connection: duckdb.DuckDBPyConnection, cells: Mapping[str, Cell]) -> Iterator[TotalCheck]:
    """Only where one row states totals: of several, nobody knows which rows each covers."""
    added = [cell for cell in cells.values() if cell.column.type in ("money", "whole", "decimal")]
    lines = connection.execute("select _line from found where rule = 'total' limit 2").fetchall()
    if len(lines) != 1 or not added:
        return
    [(line,)] = lines
    values = ", ".join(cell.value for cell in added)
    sums = ", ".join(f"sum({cell.value})" for cell in added)
    stated = connection.execute(f"select {values} from known where _line = {int(line)}").fetchone() or ()
    found = connection.execute(f"select {sums} from every where not is_total").fetchone() or ()
    for cell, total, sum_ in zip(added, stated, found, strict=True):
        if total is not None:
            yield TotalCheck(cell.column.name, str(total), str(sum_ or 0), int(line))
