"""Merged cells: the value of the first belongs to all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

Place = tuple[int, int]


@dataclass(frozen=True)
class Merge:
    """Cells merged into one; rows and columns count from 0, both ends are in it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def merges_by_row(ranges: Iterable[tuple[Place, Place]], left: int, width: int) -> dict[int, list[Merge]]:
    """The merges that touch the first `width` columns from `left`, by their first row."""
    found: dict[int, list[Merge]] = {}
    for (first_row, first_column), (last_row, last_column) in ranges:
        first, last = max(first_column - left, 0), min(last_column - left, width - 1)
        if first <= last:
            found.setdefault(first_row, []).append(Merge(first_row, first, last_row, last))
    return found


def filled(
    rows: list[list[str | None]],
    first_row: int,
    merges: dict[int, list[Merge]],
    width: int,
    *,
    is_across: bool,
) -> list[list[str | None]]:
    """The rows, the first of which is `first_row` of the sheet, with merged cells repeating their value.

    Downwards always; across columns only with `is_across`: a remark across a table is no value of them all.
    """
    if not merges:
        return rows
    result = [[*row, *[None] * (width - len(row))] for row in rows]
    for merge in (
        merge for start in range(first_row, first_row + len(rows)) for merge in merges.get(start, ())
    ):
        value = result[merge.first_row - first_row][merge.first_column]
        if value is None or (merge.first_row == merge.last_row and not is_across):
            continue
        last_column = merge.last_column if is_across else merge.first_column
        for row in range(merge.first_row, min(merge.last_row + 1, first_row + len(rows))):
            for column in range(merge.first_column, last_column + 1):
                result[row - first_row][column] = value
    return result
