"""Rows that break no rule and are spelt as usual, told while they are read; all others are judged in full."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.checking.check import cells_of, is_total_row, stored_columns
from data.checking.check_digits import FAULTS, first_digits, is_identity_number, weighed_digits
from data.checking.rules import Cell, row_rules, with_spelling
from data.dataset_types import DatasetType
from data.duck import identifier, open_duck
from data.uploads.straight import Beginning, Straight, as_table, is_bare, suits

_MOST_RARE_RATE = 0.02  # of a column's cells: more of them are worth their conversion on the way
_IDENTITY = "identity_number"


def straight_rows(
    dataset_type: DatasetType,
    headings: Mapping[str, str],
    units: Mapping[str, str],
    beginning: Beginning,
    facts: Any,
) -> Straight | None:
    """How the sound rows of a large file are written at once. None: not worth it.

    `headings` and `units` are those of Given (check.py); `facts` are kept for the caller. Raises
    UploadRefusedError where a column is missing.
    """
    cells = cells_of(dataset_type, headings, units)
    with open_duck() as duck:
        table = as_table(duck, beginning)
        cells = with_spelling(duck, cells, table, _MOST_RARE_RATE)
        first = beginning.columns[:2]

        def rows(source: str, blanks: Sequence[str]) -> str:
            return _rows(dataset_type, cells, first, source, blanks)

        texts = {
            name: cell.heading
            for name, cell in cells.items()
            if cell.column.type == "text" and not cell.column.format
        }
        straight = Straight(rows, lambda _blanks: texts, is_all=False, facts=facts)
        return straight if suits(duck, straight, table, len(beginning.rows)) else None


def _rows(
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    first: Sequence[str],
    source: str,
    blanks: Sequence[str],
) -> str:
    words = "".join(f", {_words(cell)} as {cell.words}" for cell in cells.values())
    bare = " and ".join(is_bare(heading, blanks) for heading in {cell.heading for cell in cells.values()})
    rows = f"select _line{words} from {source} where {bare} and not {is_total_row(first)}"
    rows = (
        f"select *{''.join(f', {cell.value_sql} as {cell.value}' for cell in cells.values())} from ({rows})"
    )
    numbered = [cell for cell in cells.values() if cell.column.format]
    for cell in numbered:
        rows = _with_fault(cell, rows)
    # A notice is a matter for the judgement in full, too.
    sound = "".join(f" and not coalesce({rule.is_broken}, false)" for rule in row_rules(dataset_type, cells))
    return f"select _line{stored_columns(dataset_type, cells)} from ({rows}) where true{sound}"


def _words(cell: Cell) -> str:
    name = identifier(cell.heading)
    return f"upper({name})" if cell.column.format else name


def _with_fault(cell: Cell, rows: str) -> str:
    """The rows with the column that says whether something is wrong with a number."""
    rows = f"select *, {first_digits(cell.words)} as {cell.digits} from ({rows})"
    if cell.column.format != _IDENTITY:
        fault = FAULTS[cell.column.format or ""](cell.words, cell.digits)
        return f"select *, case when {cell.words} is not null then {fault} end as {cell.fault} from ({rows})"
    name = identifier("w0_" + cell.column.name)
    for number, step in enumerate(weighed_digits(cell.words)):
        weighed, name = name, identifier(f"w{number}_{cell.column.name}")
        rows = f"select *, {step.format(sum=weighed)} as {name} from ({rows})"
    is_sound = is_identity_number(cell.words, cell.digits, name)
    return (
        f"select *, case when {cell.words} is not null and not coalesce({is_sound}, false) then 'unsure' end"
        f" as {cell.fault} from ({rows})"
    )
