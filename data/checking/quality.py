"""The share of cells without fault: how many cells some rule looks at, and how many of them have a fault.

Both are counted, not only their quotient: those of several arrivals add up to that of the version.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.checking.rules import Cell, row_rules
from data.dataset_types import DatasetType
from data.duck import quoted

_BASIS_POINTS = 10_000


@dataclass(frozen=True)
class Judged:
    """Cells that a rule looks at, and how many of them have a fault."""

    looked_at: int = 0
    faulty: int = 0

    @property
    def basis_points(self) -> int | None:
        """The share without fault, rounded down; None where no rule looked at anything."""
        return (self.looked_at - self.faulty) * _BASIS_POINTS // self.looked_at if self.looked_at else None

    def __add__(self, other: "Judged") -> "Judged":
        return Judged(self.looked_at + other.looked_at, self.faulty + other.faulty)

    def __sub__(self, other: "Judged") -> "Judged":
        return Judged(self.looked_at - other.looked_at, self.faulty - other.faulty)


NOTHING = Judged()


def judged_accepted(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    files: Sequence[Path],
) -> Judged:
    """The cells of rows that were accepted: filled ones, as Parquet counts them, and those with a notice.

    Reads the tables `found` and `refused` of check.py.
    """
    filled = {
        name: int(count)
        for name, count in connection.execute(
            f"""
            select path_in_schema, sum(num_values - coalesce(stats_null_count, 0))
            from parquet_metadata([{", ".join(map(quoted, files))}]) group by 1
            """
        ).fetchall()
    }
    found = connection.execute(
        """
        select count(*) from (select distinct _line, "column" from found anti join refused using (_line))
        """
    ).fetchone()
    looked_at = sum(filled.get(cell.column.name, 0) for cell in _ruled(dataset_type, cells))
    return Judged(looked_at, int(found[0]) if found else 0)


def judged_held(
    connection: duckdb.DuckDBPyConnection,
    dataset_type: DatasetType,
    cells: Mapping[str, Cell],
    rows_sql: str,
) -> Judged:
    """The cells of rows as a quarantine keeps them: text columns and `faults`. Rows of totals are no data."""
    # A required cell is always looked at, any other where it is filled.
    counted = "".join(
        ", count(*)" if cell.column.is_required else f", count({cell.words_sql})"
        for cell in _ruled(dataset_type, cells)
    )
    faulty = "sum(len(list_distinct(list_transform(faults, lambda fault: fault.column))))"
    found = connection.execute(
        f"select coalesce({faulty}, 0){counted} from ({rows_sql}) where faults[1].rule <> 'total'"
    ).fetchone()
    first, *others = found or (0,)
    return Judged(sum(others), int(first))


def _ruled(dataset_type: DatasetType, cells: Mapping[str, Cell]) -> list[Cell]:
    judged = {rule.cell.column.name for rule in row_rules(dataset_type, cells)} | set(dataset_type.key)
    judged |= {check.columns[0] for check in dataset_type.checks if check.rule == "reference"}
    return [cell for name, cell in cells.items() if name in judged]
