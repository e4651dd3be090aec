"""Values that have to stand in another dataset."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from data.checking.rules import Cell
from data.dataset_types import DatasetType
from data.duck import identifier, literal, quoted


def find_unknown_references(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    references: Mapping[str, tuple[Path, ...]],
) -> list[tuple[str, str, str]]:
    """Add to table `found` each value that no dataset of the type it refers to has.

    Returns (rule, column, reason) where there is no such dataset, or none with that column.
    """
    unchecked = []
    for check in dataset_type.checks:
        if check.rule != "reference" or check.columns[0] not in cells:
            continue
        cell = cells[check.columns[0]]
        files = references.get(check.in_type, ())
        if not files:
            unchecked.append(("reference", cell.column.name, f"no_dataset:{check.in_type}"))
            continue
        table = f"read_parquet([{', '.join(map(quoted, files))}], union_by_name = true)"
        there = {name for name, *__ in connection.execute(f"describe select * from {table}").fetchall()}
        if check.in_column not in there:
            unchecked.append(("reference", cell.column.name, f"no_dataset:{check.in_type}"))
            continue
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
    return unchecked
