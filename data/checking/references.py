"""Values that have to stand in another dataset."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.checking.rules import Cell
from data.dataset_types import Check, DatasetType
from data.duck import identifier, literal, quoted

# What DuckDB says of a file that is gone, and of one that is no Parquet file any more.
_UNREADABLE = (duckdb.IOException, duckdb.InvalidInputException)


@dataclass(frozen=True)
class Reference:
    """Datasets of a type that values may stand in: their files, and titles of those whose files are gone."""

    files: tuple[Path, ...] = ()
    gone: tuple[str, ...] = ()


def find_unknown_references(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    references: Mapping[str, Reference],
) -> list[tuple[str, str, str]]:
    """Add to table `found` each value that no dataset of the type it refers to has.

    Returns (rule, column, reason) where there is no such dataset, none with that column, or where the files
    of one are gone: a value that is in none of the others may be in that one.
    """
    unchecked = []
    for check in dataset_type.checks:
        if check.rule == "reference" and check.columns[0] in cells:
            cell = cells[check.columns[0]]
            reason = _look_up(connection, check, cell, references.get(check.in_type, Reference()))
            if reason is not None:
                unchecked.append(("reference", cell.column.name, reason))
    return unchecked


def _look_up(
    connection: duckdb.DuckDBPyConnection, check: Check, cell: Cell, reference: Reference
) -> str | None:
    """The reason where it cannot be done."""
    if reference.gone:
        return f"gone:{reference.gone[0]}"
    if not reference.files:
        return f"no_dataset:{check.in_type}"
    table = f"read_parquet([{', '.join(map(quoted, reference.files))}], union_by_name = true)"
    try:
        there = {name for name, *__ in connection.execute(f"describe select * from {table}").fetchall()}
        if check.in_column not in there:
            return f"no_dataset:{check.in_type}"
        connection.execute(
            f"""
            insert into found
            select _line, 'reference', {literal(cell.column.name)}, left({cell.words}, 200), 'not_there',
                {literal(check.in_type)}, {str(check.is_notice).lower()}
            from every
            anti join (select distinct {identifier(check.in_column)}::varchar as there from {table})
                on {cell.value} = there
            where not is_total and {cell.value} is not null
            """
        )
    except _UNREADABLE:
        return f"gone:{check.in_type}"
    return None
