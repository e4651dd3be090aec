"""Values that a dataset already has, by column: they tell a column again under another heading."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from data.duck import identifier, open_duck, quoted

_ROWS = 200_000  # of the beginning; a column of few values shows them there
_VALUES = 5_000  # of one column; more of them tell nothing that these do not


def known_values(files: Sequence[Path], columns: Iterable[str]) -> dict[str, frozenset[str]]:
    """Some of the values, as text, of each of these columns of a version's Parquet files."""
    source = f"read_parquet([{', '.join(map(quoted, files))}], union_by_name = true)"
    with open_duck() as connection:
        connection.execute(f"create temp table head as select * from {source} limit {_ROWS}")
        return {
            column: frozenset(
                value
                for (value,) in connection.execute(
                    f"select distinct {name}::varchar from head where {name} is not null limit {_VALUES}"
                ).fetchall()
            )
            for column in columns
            for name in [identifier(column)]
        }
